import '../../styles/forms.css'
import { Button, Checkbox, Field, Label, Textfield } from '@digdir/designsystemet-react'
import { useId, useState, type SubmitEvent } from 'react'
import { absenceKinds, maxAbsenceNoteLength, type NewAbsence } from '#api/absences/contract.ts'
import { MomentField } from '../../components/moment-field.tsx'
import { PersonPicker } from '../../components/person-picker/person-picker.tsx'
import { kindNames } from '../../components/absence/absence-texts.ts'
import { m } from '../../messages/messages.js'
import { Notice } from '../../ui/notice.tsx'
import { absenceErrorText } from './absence-error.ts'
import { bodyOf, firstDay, problemsOf, type AbsenceForm } from './absence-form.ts'
import styles from './absence-page.module.css'

interface AbsenceFieldsProps {
  initial: AbsenceForm
  /** Name of the person, when it is not oneself. */
  name: string | undefined
  userId: string
  /** May say more than the times. */
  givesReason: boolean
  label: string
  isBusy: boolean
  error: Error | null
  onSubmit: (body: NewAbsence) => void
  onCancel?: () => void
}

/** When somebody is away, and for those who may say it: why, and who stands in. */
export function AbsenceFields(props: AbsenceFieldsProps) {
  const { initial, name, userId, givesReason, label, isBusy, error, onSubmit, onCancel } = props
  const id = useId()
  const [form, setForm] = useState(initial)
  const [isChecked, setChecked] = useState(false)
  const problems = problemsOf(form)
  const shown = isChecked ? problems : {}
  const change = (part: Partial<AbsenceForm>) => setForm({ ...form, ...part })

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    setChecked(true)
    if (problems.start !== undefined) document.getElementById(`${id}-start`)?.focus()
    else if (problems.end !== undefined) document.getElementById(`${id}-end`)?.focus()
    else onSubmit(bodyOf(form, givesReason))
  }

  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <div className={styles.boxes}>
        <Checkbox
          label={m.absencePage_wholeDays()}
          checked={form.isWholeDays}
          onChange={({ target }) => change({ isWholeDays: target.checked })}
        />
        <Checkbox
          label={m.absencePage_openEnded()}
          checked={form.isOpenEnded}
          onChange={({ target }) => change({ isOpenEnded: target.checked })}
        />
      </div>
      <div className={styles.times}>
        {form.isWholeDays ? (
          <>
            <Textfield
              id={`${id}-start`}
              type="date"
              label={m.absencePage_firstDay()}
              value={form.firstDay}
              onChange={({ target }) => change({ firstDay: target.value })}
              error={shown.start}
            />
            {!form.isOpenEnded && (
              <Textfield
                id={`${id}-end`}
                type="date"
                label={m.absencePage_lastDay()}
                min={form.firstDay}
                value={form.lastDay}
                onChange={({ target }) => change({ lastDay: target.value })}
                error={shown.end}
              />
            )}
          </>
        ) : (
          <>
            <Moment
              id={`${id}-start`}
              label={m.absencePage_from()}
              value={form.start}
              error={shown.start}
              onChange={(start) => change({ start })}
            />
            {!form.isOpenEnded && (
              <Moment
                id={`${id}-end`}
                label={m.absencePage_to()}
                value={form.end}
                error={shown.end}
                onChange={(end) => change({ end })}
              />
            )}
          </>
        )}
      </div>
      {givesReason && (
        <>
          <Field>
            <Label htmlFor={`${id}-kind`}>{m.absencePage_kind()}</Label>
            <p id={`${id}-who`} className={styles.quiet}>
              {name === undefined ? m.absencePage_kindWhat() : m.absencePage_kindWhatOf({ name })}
            </p>
            <select
              id={`${id}-kind`}
              className="ds-input"
              aria-describedby={`${id}-who`}
              value={form.kind}
              onChange={({ target }) =>
                change({ kind: absenceKinds.find((kind) => kind === target.value) ?? 'other' })
              }
            >
              {absenceKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {kindNames[kind]()}
                </option>
              ))}
            </select>
          </Field>
          <Textfield
            id={`${id}-note`}
            label={m.absencePage_note()}
            value={form.note}
            maxLength={maxAbsenceNoteLength}
            onChange={({ target }) => change({ note: target.value })}
          />
          <PersonPicker
            id={`${id}-substitute`}
            label={m.absencePage_substitute()}
            description={m.absencePage_substituteWhat()}
            exclude={[userId]}
            value={form.substitute}
            onChange={(substitute) => change({ substitute })}
          />
        </>
      )}
      {error !== null && (
        <Notice tone="danger" role="alert">
          {absenceErrorText(error)}
        </Notice>
      )}
      <div className={styles.buttons}>
        <Button type="submit" loading={isBusy}>
          {label}
        </Button>
        {onCancel && (
          <Button variant="tertiary" onClick={onCancel}>
            {m.absencePage_cancel()}
          </Button>
        )}
      </div>
    </form>
  )
}

interface MomentProps {
  id: string
  label: string
  value: string | null
  error: string | undefined
  onChange: (value: string | null) => void
}

function Moment({ label, ...field }: MomentProps) {
  return (
    <div>
      <p aria-hidden className={styles.legend}>
        {label}
      </p>
      <MomentField {...field} label={label} usualTime="08:00" firstDay={firstDay()} />
    </div>
  )
}
