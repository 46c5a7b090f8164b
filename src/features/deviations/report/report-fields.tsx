import { Button, Textfield } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { maxDeviationTitleLength, type Deviation } from '#api/deviations/contract.ts'
import { orgUnitQueries } from '../../../components/audience-picker/org-unit-queries.ts'
import { MomentField } from '../../../components/moment-field.tsx'
import { UnitPicker } from '../../../components/person-picker/unit-picker.tsx'
import { dayOf, formatTime } from '../../../lib/dates.ts'
import { m } from '../../../messages/messages.js'
import { Tiles } from '../../../ui/tiles.tsx'
import { deviationQueries } from '../deviation-queries.ts'
import { reportSorts, type ReportDraft } from './report-draft.ts'
import styles from './report.module.css'

const today = () => dayOf(new Date())
const nowTime = () => formatTime(new Date())

interface FieldProps {
  draft: ReportDraft
  onChange: (changes: Partial<ReportDraft>) => void
  error?: string | undefined
}

/** The heading of a field with its place in the order, which is decoration. */
export function NumberedTitle({ number, children }: { number: number; children: ReactNode }) {
  return (
    <span className={styles.numbered}>
      <span aria-hidden>{number}</span> {children}
    </span>
  )
}

/** When it happened: now, today at a time, or another day. */
export function WhenField({ draft, onChange, error }: FieldProps) {
  return (
    <div className={styles.field}>
      <Tiles
        legend={<NumberedTitle number={2}>{m.deviationReport_when()}</NumberedTitle>}
        options={[
          { value: 'now', label: m.deviationReport_now() },
          { value: 'today', label: m.deviationReport_today() },
          { value: 'other', label: m.deviationReport_otherDay() },
        ]}
        value={draft.when}
        onChange={(when) =>
          onChange({ when, ...(when === 'today' && draft.time === '' && { time: nowTime() }) })
        }
      />
      {draft.when === 'today' && (
        <div className={styles.time}>
          <Textfield
            id="report-time"
            type="time"
            label={m.deviationReport_time()}
            value={draft.time}
            onChange={(event) => onChange({ time: event.target.value })}
            error={error}
          />
        </div>
      )}
      {draft.when === 'other' && (
        <MomentField
          id="report-moment"
          label={m.deviationReport_when()}
          value={draft.moment}
          usualTime="12:00"
          lastDay={today()}
          error={error}
          onChange={(moment) => onChange({ moment })}
        />
      )}
    </div>
  )
}

/** Where it happened: one's own unit unless another is chosen, and the place in it. */
export function WhereField({ draft, onChange, ownUnitId }: FieldProps & { ownUnitId: string | null }) {
  const [isChanging, setChanging] = useState(false)
  const id = draft.unit?.id ?? ownUnitId
  const { data: unit } = useQuery({ ...orgUnitQueries.detail(id ?? ''), enabled: id !== null })
  const name = draft.unit?.displayName ?? unit?.displayName ?? m.deviationReport_ownUnit()
  return (
    <fieldset className={styles.group}>
      <legend>
        <NumberedTitle number={3}>{m.deviationReport_where()}</NumberedTitle>
      </legend>
      {isChanging ? (
        <UnitPicker
          id="report-unit"
          label={m.deviationReport_unit()}
          value={draft.unit?.id ?? null}
          onChange={(chosen) => {
            onChange({ unit: chosen })
            if (chosen) setChanging(false)
          }}
        />
      ) : (
        <div className={styles.place}>
          <span>
            <strong>{name}</strong>
            {unit?.parentName && <span className={styles.help}>{unit.parentName}</span>}
          </span>
          <Button
            type="button"
            variant="tertiary"
            aria-label={m.deviationReport_changeUnit({ name })}
            onClick={() => {
              setChanging(true)
              setTimeout(() => document.getElementById('report-unit')?.focus())
            }}
          >
            {m.deviationReport_change()}
          </Button>
        </div>
      )}
      <Textfield
        id="report-place"
        label={m.deviationReport_place()}
        description={m.deviationReport_placeHelp()}
        value={draft.place}
        maxLength={maxDeviationTitleLength}
        aria-describedby="report-place-sensitive"
        autoComplete="off"
        onChange={(event) => onChange({ place: event.target.value })}
      />
    </fieldset>
  )
}

const sortLabels = {
  happened: m.deviationReport_sortHappened,
  almost: m.deviationReport_sortAlmost,
  observed: m.deviationReport_sortObserved,
  improvement: m.deviationReport_sortImprovement,
}

/** The plain questions (features.md Q32). Nobody has to know a category. */
export function SortFields({ draft, onChange, error }: FieldProps) {
  return (
    <div className={styles.field}>
      <Tiles
        id="report-sort"
        legend={<NumberedTitle number={4}>{m.deviationReport_sort()}</NumberedTitle>}
        options={reportSorts.map((value) => ({ value, label: sortLabels[value]() }))}
        value={draft.sort}
        onChange={(sort) => onChange({ sort })}
        error={error}
      />
      {draft.sort !== null && draft.sort !== 'improvement' && (
        <>
          <Tiles
            legend={
              draft.sort === 'happened' ? m.deviationReport_injury() : m.deviationReport_injuryPossible()
            }
            options={[
              { value: 'none', label: m.deviationReport_no() },
              { value: 'minor', label: m.deviationReport_injuryMinor() },
              { value: 'serious', label: m.deviationReport_injurySerious() },
            ]}
            value={draft.injury}
            onChange={(injury) => onChange({ injury })}
          />
          <Tiles
            legend={m.deviationReport_personalData()}
            options={[
              { value: 'no', label: m.deviationReport_no() },
              { value: 'yes', label: m.deviationReport_yes() },
            ]}
            value={draft.personalData ? 'yes' : 'no'}
            onChange={(answer) => onChange({ personalData: answer === 'yes' })}
          />
        </>
      )}
    </div>
  )
}

const visibilityLabels: Record<Deviation['reporterVisibility'], () => string> = {
  named: m.deviationReport_named,
  hiddenFromUnit: m.deviationReport_hidden,
  anonymous: m.deviationReport_anonymous,
}
const visibilityHints: Record<Deviation['reporterVisibility'], () => string> = {
  named: m.deviationReport_namedHint,
  hiddenFromUnit: m.deviationReport_hiddenHint,
  anonymous: m.deviationReport_anonymousHint,
}

/** Who may see who reported, where the municipality lets one choose. */
export function VisibilityField({ draft, onChange }: FieldProps) {
  const { data: settings } = useQuery(deviationQueries.settings)
  const allowed = settings?.reporterVisibilities ?? []
  if (allowed.length < 2) return null
  return (
    <details className={styles.details} open={draft.visibility !== 'named' || undefined}>
      <summary>{m.deviationReport_visibility({ choice: visibilityLabels[draft.visibility]() })}</summary>
      <Tiles
        legend={m.deviationReport_visibilityWho()}
        options={allowed.map((value) => ({
          value,
          label: visibilityLabels[value](),
          hint: visibilityHints[value](),
        }))}
        value={draft.visibility}
        onChange={(visibility) =>
          // A file says who put it there.
          onChange({ visibility, ...(visibility === 'anonymous' && { files: [] }) })
        }
      />
    </details>
  )
}
