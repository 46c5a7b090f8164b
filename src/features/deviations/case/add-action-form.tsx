import '../../../styles/forms.css'
import { Button, Textfield } from '@digdir/designsystemet-react'
import { useState, type SubmitEvent } from 'react'
import { maxDeviationNoteLength, type Deviation } from '#api/deviations/contract.ts'
import type { UserReference } from '#api/users/contract.ts'
import { PersonPicker } from '../../../components/person-picker/person-picker.tsx'
import { dayOf } from '../../../lib/dates.ts'
import { m } from '../../../messages/messages.js'
import { Notice } from '../../../ui/notice.tsx'
import { deviationErrorText } from '../deviation-error.ts'
import { GuardedText } from '../guarded-text.tsx'
import { useGuard } from '../use-guard.ts'
import { useCaseAction } from './case-calls.ts'
import styles from './case.module.css'

const dayNow = () => dayOf(new Date())

interface AddActionFormProps {
  deviation: Deviation
  onDone: () => void
}

/** A corrective action: what, who, and until when. */
export function AddActionForm({ deviation: { id, responsible }, onDone }: AddActionFormProps) {
  const [description, setDescription] = useState('')
  const [owner, setOwner] = useState<UserReference | null>(responsible)
  const [dueDate, setDueDate] = useState('')
  const [isChecked, setChecked] = useState(false)
  const { mutate, isPending, error } = useCaseAction(id)
  const guard = useGuard('case-action', { description })
  const today = dayNow()
  const isPast = dueDate !== '' && dueDate < today

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    setChecked(true)
    if (isPending) return
    if (description.trim() === '') return document.getElementById(guard.idOf('description'))?.focus()
    if (owner === null) return document.getElementById('case-action-owner')?.focus()
    if (isPast) return document.getElementById('case-action-due')?.focus()
    const acceptedFindings = await guard.check()
    if (acceptedFindings === undefined) return
    mutate(
      {
        action: 'addAction',
        body: {
          description: description.trim(),
          ownerId: owner.id,
          ...(dueDate !== '' && { dueDate }),
          acceptedFindings,
        },
      },
      {
        onSuccess: () => {
          onDone()
          document.getElementById('case-actions')?.focus()
        },
      },
    )
  }

  return (
    <form
      className={styles.form}
      noValidate
      aria-label={m.deviation_addAction()}
      onSubmit={(event) => void submit(event)}
    >
      <GuardedText
        guard={guard}
        target="description"
        label={m.deviation_actionWhat()}
        value={description}
        maxLength={maxDeviationNoteLength}
        rows={2}
        error={isChecked && description.trim() === '' ? m.deviation_needAction() : undefined}
        onChange={setDescription}
      />
      <PersonPicker
        id="case-action-owner"
        label={m.deviation_actionOwner()}
        value={owner}
        onChange={setOwner}
        {...(isChecked && owner === null && { error: m.deviation_needOwner() })}
      />
      <Textfield
        id="case-action-due"
        type="date"
        label={m.deviation_actionDue()}
        description={m.deviation_actionDueHelp()}
        min={today}
        value={dueDate}
        onChange={(event) => setDueDate(event.target.value)}
        error={isChecked && isPast ? m.deviation_needFuture() : undefined}
      />
      {error !== null && (
        <Notice tone="danger" role="alert">
          {deviationErrorText(error)}
        </Notice>
      )}
      <div className={styles.buttons}>
        <Button type="submit" data-color="accent" loading={isPending}>
          {m.deviation_saveAction()}
        </Button>
        <Button type="button" variant="tertiary" onClick={onDone}>
          {m.ui_cancel()}
        </Button>
      </div>
    </form>
  )
}
