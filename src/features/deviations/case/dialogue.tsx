import '../../../styles/forms.css'
import { Button } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { maxDeviationMessageLength, type Deviation, type DeviationMessage } from '#api/deviations/contract.ts'
import { formatDateTime } from '../../../lib/dates.ts'
import { m } from '../../../messages/messages.js'
import { Notice } from '../../../ui/notice.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { deviationErrorText } from '../deviation-error.ts'
import { deviationQueries } from '../deviation-queries.ts'
import { GuardedText } from '../guarded-text.tsx'
import { useGuard } from '../use-guard.ts'
import { useWriteMessage } from './case-calls.ts'
import styles from './case.module.css'

/** What the reporter and those who treat the case have written to each other. */
export function Dialogue({ deviation: { id, permissions } }: { deviation: Deviation }) {
  const { data: messages, isError } = useQuery(deviationQueries.messages(id))
  if (!permissions.canComment && (messages ?? []).length === 0) return null
  return (
    <Sheet aria-labelledby="case-dialogue">
      <h2 id="case-dialogue" className={styles.heading}>
        {m.deviation_dialogue()}
      </h2>
      {isError && <p>{m.deviation_dialogueFailed()}</p>}
      {messages?.length === 0 && <p className={styles.quiet}>{m.deviation_dialogueEmpty()}</p>}
      <ol className={styles.messages} aria-live="polite">
        {messages?.map((message) => (
          <li key={message.id} data-mine={message.isMine || undefined}>
            <p className={styles.quiet}>
              <strong>{writerOf(message)}</strong> · {formatDateTime(message.createdDateTime)}
            </p>
            <p className={styles.text}>{message.text}</p>
          </li>
        ))}
      </ol>
      {permissions.canComment && <MessageForm id={id} />}
    </Sheet>
  )
}

function writerOf({ isMine, isFromReporter, person }: DeviationMessage): string {
  if (isMine) return m.deviation_me()
  if (person !== null) return person.displayName
  return isFromReporter ? m.deviation_theReporter() : m.deviation_treater()
}

function MessageForm({ id }: { id: string }) {
  const [text, setText] = useState('')
  const [isChecked, setChecked] = useState(false)
  const { mutate, isPending, error, reset } = useWriteMessage(id)
  const guard = useGuard('case-message', { text })

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    setChecked(true)
    if (isPending) return
    if (text.trim() === '') return document.getElementById(guard.idOf('text'))?.focus()
    const acceptedFindings = await guard.check()
    if (acceptedFindings === undefined) return
    mutate(
      { text: text.trim(), acceptedFindings },
      {
        onSuccess: () => {
          setText('')
          setChecked(false)
        },
      },
    )
  }

  return (
    <form className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
      <GuardedText
        guard={guard}
        target="text"
        label={m.deviation_write()}
        description={m.deviation_writeHelp()}
        value={text}
        maxLength={maxDeviationMessageLength}
        error={isChecked && text.trim() === '' ? m.deviation_needText() : undefined}
        onChange={(next) => {
          setText(next)
          reset()
        }}
      />
      {error !== null && (
        <Notice tone="danger" role="alert">
          {deviationErrorText(error)}
        </Notice>
      )}
      <Button type="submit" variant="secondary" loading={isPending}>
        {m.deviation_send()}
      </Button>
    </form>
  )
}
