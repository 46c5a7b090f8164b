import '../../styles/forms.css'
import { Button, Textfield } from '@digdir/designsystemet-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useState, type SubmitEvent } from 'react'
import { useNavigate, useSearchParams, type LoaderFunctionArgs } from 'react-router'
import {
  maxCallBackSubjectLength,
  maxCallerNameLength,
  maxCallerPhoneLength,
} from '#api/call-back-messages/contract.ts'
import type { UserReference } from '#api/users/contract.ts'
import { guardedPhone, isPhoneNumber } from '#api/text/phone-text.ts'
import { actionErrorText } from '../../components/action-error.ts'
import { personQueries } from '../../components/person-picker/person-queries.ts'
import { PersonPicker } from '../../components/person-picker/person-picker.tsx'
import { findInTexts, splitByAnswer } from '../../components/sensitive-content/guard.ts'
import { SensitiveContentWarning } from '../../components/sensitive-content/sensitive-content-warning.tsx'
import { useSensitiveContent } from '../../components/sensitive-content/use-sensitive-content.ts'
import { viewerQuery } from '../../components/viewer/viewer-queries.ts'
import type { PageHandle } from '../../lib/page-handle.ts'
import { paths } from '../../lib/paths.ts'
import { queryClient } from '../../lib/query-client.ts'
import { m } from '../../messages/messages.js'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useTakeMessage } from './call-back-calls.ts'
import { emptyDraft, readDraft, writeDraft, type CallBackDraft } from './call-back-draft.ts'
import type { SentState } from './sent-state.ts'
import styles from './call-backs.module.css'

export const handle: PageHandle = { backTo: paths.callBacks() }

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const to = new URL(request.url).searchParams.get('to')
  await queryClient.ensureQueryData(viewerQuery)
  // Somebody who is not there is chosen by hand instead.
  if (to) await queryClient.prefetchQuery(personQueries.reference(to))
  return null
}

/** What the guard of identity numbers looks through, by the API's names. */
const textsOf = ({ callerName, callerPhone, subject }: CallBackDraft) => ({
  callerName,
  callerPhone: guardedPhone(callerPhone),
  subject,
})

/** Takes a message: who is to ring whom back, about what. */
export function Component() {
  const to = useSearchParams()[0].get('to') ?? ''
  const asked = queryClient.getQueryData(personQueries.reference(to).queryKey)
  return (
    <div className={styles.page}>
      <PageHeader name={m.callBack_newTitle()} lead={m.callBack_newLead()} />
      <Sheet>
        <MessageForm key={to} asked={asked} />
      </Sheet>
    </div>
  )
}

/** What is typed stays through a reload. Whom one came from goes before whom one chose earlier. */
function MessageForm({ asked }: { asked: UserReference | undefined }) {
  const navigate = useNavigate()
  const { data: viewer } = useSuspenseQuery(viewerQuery)
  const [draft, setDraft] = useState<CallBackDraft>(() => ({
    ...(readDraft(viewer.id) ?? emptyDraft),
    ...(asked && { recipient: asked }),
  }))
  const [isChecked, setChecked] = useState(false)
  const { mutate, isPending, error, reset } = useTakeMessage()
  const guard = useSensitiveContent(textsOf(draft))
  const { recipient } = draft

  useEffect(() => writeDraft(viewer.id, draft), [viewer.id, draft])

  function change(changes: Partial<CallBackDraft>) {
    setDraft({ ...draft, ...changes })
    reset()
  }

  const problems = {
    recipient: recipient === null ? m.callBack_needRecipient() : undefined,
    name: draft.callerName.trim() === '' ? m.callBack_needName() : undefined,
    phone: isPhoneNumber(draft.callerPhone) ? undefined : m.callBack_needPhone(),
    subject: draft.subject.trim() === '' ? m.callBack_needSubject() : undefined,
  }
  const shown: Partial<typeof problems> = isChecked ? problems : {}

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    setChecked(true)
    const wrong = Object.entries(problems).find(([, problem]) => problem !== undefined)
    if (wrong || recipient === null) {
      document.getElementById(`call-back-${wrong?.[0] ?? 'recipient'}`)?.focus()
      return
    }
    const found = splitByAnswer(await findInTexts(textsOf(draft)), guard.acceptedDigits)
    const [first] = found.open
    if (first) {
      const field = { callerName: 'name', callerPhone: 'phone' }[first.target] ?? 'subject'
      document.getElementById(`call-back-${field}`)?.focus()
      return
    }
    mutate(
      {
        recipientId: recipient.id,
        callerName: draft.callerName.trim(),
        callerPhone: draft.callerPhone.trim(),
        subject: draft.subject.trim(),
        acceptedFindings: found.accepted,
      },
      {
        onSuccess: () => {
          writeDraft(viewer.id, undefined)
          const state: SentState = { sentTo: recipient.displayName }
          void navigate(paths.callBacks({ show: 'taken' }), { state })
        },
      },
    )
  }

  const warning = (target: string) => (
    <SensitiveContentWarning
      id={`call-back-${target}-sensitive`}
      findings={guard.open.filter((finding) => finding.target === target)}
      onAccept={guard.accept}
    />
  )

  return (
    <form className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
      <PersonPicker
        id="call-back-recipient"
        label={m.callBack_recipient()}
        value={recipient}
        onChange={(next) => change({ recipient: next })}
        error={shown.recipient}
      />
      <div>
        <Textfield
          id="call-back-name"
          label={m.callBack_callerName()}
          autoComplete="off"
          value={draft.callerName}
          maxLength={maxCallerNameLength}
          aria-describedby="call-back-callerName-sensitive"
          onChange={(event) => change({ callerName: event.target.value })}
          error={shown.name}
        />
        {warning('callerName')}
      </div>
      <div>
        <Textfield
          id="call-back-phone"
          label={m.callBack_callerPhone()}
          type="tel"
          autoComplete="off"
          value={draft.callerPhone}
          maxLength={maxCallerPhoneLength}
          aria-describedby="call-back-callerPhone-sensitive"
          onChange={(event) => change({ callerPhone: event.target.value })}
          error={shown.phone}
        />
        {warning('callerPhone')}
      </div>
      <div>
        <Textfield
          id="call-back-subject"
          label={m.callBack_subject()}
          description={m.callBack_subjectWhat()}
          multiline
          rows={2}
          value={draft.subject}
          maxLength={maxCallBackSubjectLength}
          aria-describedby="call-back-subject-sensitive"
          onChange={(event) => change({ subject: event.target.value })}
          error={shown.subject}
        />
        {warning('subject')}
      </div>
      {error !== null && (
        <Notice tone="danger" role="alert">
          {actionErrorText(error)}
        </Notice>
      )}
      <div className={styles.buttons}>
        <Button type="submit" loading={isPending}>
          {recipient === null ? m.callBack_send() : m.callBack_sendTo({ name: recipient.displayName })}
        </Button>
      </div>
    </form>
  )
}
