import { useState, type SubmitEvent } from 'react'
import {
  maxDeviationNoteLength,
  type AuthorityNoticeContent,
  type Deviation,
} from '#api/deviations/contract.ts'
import { m } from '../../../messages/messages.js'
import { Tiles } from '../../../ui/tiles.tsx'
import { GuardedText } from '../guarded-text.tsx'
import { useGuard } from '../use-guard.ts'
import { useCaseAction } from './case-calls.ts'
import { noticeFieldLabels, noticeFields } from './notice-fields.ts'
import { FormDialog } from './form-dialog.tsx'

/** Who says it: the leader proposes, the data protection officer advises, the kommunedirektør decides. */
export type NoticeStep = 'proposeAuthorityNotice' | 'adviseAuthorityNotice' | 'decideAuthorityNotice'

interface NoticeDialogProps {
  deviation: Deviation
  step: NoticeStep
  title: string
  onClose: () => void
}

const nothing: AuthorityNoticeContent = {
  nature: '',
  peopleAndRecords: '',
  contact: '',
  consequences: '',
  measures: '',
}

/** Shall Datatilsynet be notified, and what are they told? */
export function NoticeDialog({
  deviation: { id, authorityNotice },
  step,
  title,
  onClose,
}: NoticeDialogProps) {
  const [outcome, setOutcome] = useState(authorityNotice?.proposal ?? null)
  const [content, setContent] = useState(authorityNotice?.content ?? nothing)
  const [reason, setReason] = useState('')
  const [isChecked, setChecked] = useState(false)
  const { mutate, isPending, error } = useCaseAction(id)
  const reasonName = step === 'decideAuthorityNotice' ? 'reason' : 'note'
  const contentTexts = Object.fromEntries(noticeFields.map((field) => [`content/${field}`, content[field]]))
  const guard = useGuard('case-notice', { [reasonName]: reason, ...contentTexts })
  const hasContent = step !== 'adviseAuthorityNotice'
  const needsReason =
    step === 'adviseAuthorityNotice' || (step === 'decideAuthorityNotice' && outcome === 'doNotNotify')
  const lacksReason = needsReason && reason.trim() === ''

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    setChecked(true)
    if (isPending) return
    if (outcome === null) return document.getElementById('case-notice-outcome')?.focus()
    if (lacksReason) return document.getElementById(guard.idOf(reasonName))?.focus()
    const acceptedFindings = await guard.check()
    if (acceptedFindings === undefined) return
    const said = reason.trim()
    const done = { onSuccess: onClose }
    if (step === 'adviseAuthorityNotice') {
      mutate({ action: step, body: { outcome, note: said, acceptedFindings } }, done)
    } else if (step === 'proposeAuthorityNotice') {
      mutate({ action: step, body: { outcome, content, note: said, acceptedFindings } }, done)
    } else {
      mutate({ action: step, body: { outcome, content, reason: said, acceptedFindings } }, done)
    }
  }

  return (
    <FormDialog
      id="case-notice-form"
      title={title}
      verb={m.deviation_save()}
      isPending={isPending}
      error={error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Tiles
        id="case-notice-outcome"
        legend={m.deviation_noticeQuestion()}
        options={[
          { value: 'notify', label: m.deviation_noticeNotify() },
          { value: 'doNotNotify', label: m.deviation_noticeDoNot() },
        ]}
        value={outcome}
        onChange={setOutcome}
        error={isChecked && outcome === null ? m.deviation_noticeNeedOutcome() : undefined}
      />
      {hasContent &&
        noticeFields.map((field) => (
          <GuardedText
            key={field}
            guard={guard}
            target={`content/${field}`}
            label={noticeFieldLabels[field]()}
            value={content[field]}
            maxLength={maxDeviationNoteLength}
            rows={2}
            onChange={(text) => setContent((now) => ({ ...now, [field]: text }))}
          />
        ))}
      <GuardedText
        guard={guard}
        target={reasonName}
        label={m.deviation_reason()}
        value={reason}
        maxLength={maxDeviationNoteLength}
        rows={2}
        error={isChecked && lacksReason ? m.deviation_needReason() : undefined}
        onChange={setReason}
      />
    </FormDialog>
  )
}
