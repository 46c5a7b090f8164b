import { Button } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { ReportCheck } from '#api/deviation-reports/contract.ts'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { ChosenChip, ChosenChips } from '../../../ui/chosen-chips.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { deviationQueries } from '../deviation-queries.ts'
import { stateLabels } from '../deviation-words.ts'
import { InjuryNotice } from '../injury-notice.tsx'
import { Severity } from '../severity.tsx'
import type { ReportDraft } from './report-draft.ts'
import styles from './report.module.css'

interface NamesHintProps {
  names: ReportCheck['names']
  text: string
  /** The text with a role instead of a name. */
  onChange: (text: string) => void
}

/** «Skriv rolle i stedet»: names of colleagues in the text, each with the way to change it (features.md Q36). */
export function NamesHint({ names, text, onChange }: NamesHintProps) {
  const inText = names.filter(({ target }) => target === 'description')
  return (
    <output className={styles.hints}>
      {inText.length > 0 && (
        <Notice tone="warning" title={m.deviationReport_names()}>
          <ul className={styles.names}>
            {inText.map(({ start, end, jobTitle }) => {
              const name = text.slice(start, end)
              const role = jobTitle?.toLowerCase() ?? null
              return (
                <li key={start}>
                  <span>«{name}»</span>
                  {role !== null && (
                    <Button
                      type="button"
                      variant="tertiary"
                      aria-label={m.deviationReport_replaceName({ name, role })}
                      onClick={() => onChange(text.slice(0, start) + role + text.slice(end))}
                    >
                      {m.deviationReport_replace({ role })}
                    </Button>
                  )}
                </li>
              )
            })}
          </ul>
        </Notice>
      )}
    </output>
  )
}

interface ReportHintsProps {
  draft: ReportDraft
  check: ReportCheck | undefined
  onDocumentRemove: () => void
}

const informs = {
  safetyRep: m.deviationReport_informsSafetyRep,
  dataProtection: m.deviationReport_informsDataProtection,
  chiefExecutive: m.deviationReport_informsChiefExecutive,
}

/** Before one sends: how serious it is taken to be, who gets to know, what is like it, and what is not a deviation. */
export function ReportHints({ draft, check, onDocumentRemove }: ReportHintsProps) {
  const { data: settings } = useQuery(deviationQueries.settings)
  const classification = check?.classification ?? null
  const { document } = draft
  return (
    <div className={styles.hints}>
      {document !== null && (
        <ChosenChips label={m.deviationReport_breachOf()}>
          <ChosenChip
            label={m.deviationReport_breach({ title: document.title })}
            detail={document.section}
            onRemove={() => {
              onDocumentRemove()
              window.document.getElementById('report-description')?.focus()
            }}
          />
        </ChosenChips>
      )}
      <output className={styles.hints}>
        {classification !== null && (
          <p className={styles.classification}>
            <span>{m.deviationReport_takenAs()}</span> <Severity severity={classification.severity} />
            {classification.informs.map((who) => (
              <span key={who}>{informs[who]()}</span>
            ))}
          </p>
        )}
        {classification?.clocks.includes('labourInspectionAtOnce') && settings && (
          <InjuryNotice contact={settings.labourInspection} />
        )}
        {classification?.clocks.includes('authority72Hours') && (
          <Notice tone="warning">{m.deviationReport_personalDataClock()}</Notice>
        )}
      </output>
      {check !== undefined && check.similar.length > 0 && (
        <section className={styles.similar} aria-labelledby="report-similar">
          <h2 id="report-similar">{m.deviationReport_similar({ count: check.similar.length })}</h2>
          <ul>
            {check.similar.map(({ id, number, title, state }) => (
              <li key={id}>
                <Link to={paths.deviation(id)}>{title}</Link>
                <span className={styles.help}>
                  {number} · {stateLabels[state]()}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <details className={styles.details}>
        <summary>{m.deviationReport_aboutLeader()}</summary>
        <p>{m.deviationReport_stopWhat()}</p>
        {settings && (
          <p>
            {m.deviationReport_stopWhere({ name: settings.whistleblowing.name })}{' '}
            <a href={`mailto:${settings.whistleblowing.email}`}>{settings.whistleblowing.email}</a>
          </p>
        )}
      </details>
    </div>
  )
}
