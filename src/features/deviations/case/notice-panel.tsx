import { Button } from '@digdir/designsystemet-react'
import { useState } from 'react'
import type { Deviation } from '#api/deviations/contract.ts'
import { formatDateTime, formatLongDateTime } from '../../../lib/dates.ts'
import { m } from '../../../messages/messages.js'
import { Sheet } from '../../../ui/sheet.tsx'
import { NoticeDialog, type NoticeStep } from './notice-dialog.tsx'
import { noticeFields, noticeFieldLabels } from './notice-fields.ts'
import styles from './case.module.css'

const outcomeTexts = {
  notify: m.deviation_noticeNotify,
  doNotNotify: m.deviation_noticeDoNot,
}

/** A breach of personal data: the 72 hours, what is to be told, and what was decided (features.md Q33). */
export function NoticePanel({ deviation }: { deviation: Deviation }) {
  const [open, setOpen] = useState<NoticeStep>()
  const { authorityNotice: notice, permissions } = deviation
  if (notice === null) return null
  const steps: { step: NoticeStep; isAllowed: boolean; label: string }[] = [
    {
      step: 'proposeAuthorityNotice',
      isAllowed: permissions.canProposeAuthorityNotice,
      label: m.deviation_noticePropose(),
    },
    {
      step: 'adviseAuthorityNotice',
      isAllowed: permissions.canAdviseAuthorityNotice,
      label: m.deviation_noticeAdvise(),
    },
    {
      step: 'decideAuthorityNotice',
      isAllowed: permissions.canDecideAuthorityNotice,
      label: m.deviation_noticeDecide(),
    },
  ]
  const said = [
    { name: m.deviation_noticeProposal(), outcome: notice.proposal, note: notice.proposalNote },
    { name: m.deviation_noticeAdvice(), outcome: notice.advice, note: notice.adviceNote },
    { name: m.deviation_noticeOutcome(), outcome: notice.outcome, note: notice.reason },
  ]
  return (
    <Sheet aria-labelledby="case-notice">
      <h2 id="case-notice" className={styles.heading}>
        {m.deviation_noticeTitle()}
      </h2>
      <p>
        {notice.decidedDateTime === null
          ? m.deviation_noticeDeadline({ when: formatLongDateTime(notice.deadline) })
          : m.deviation_noticeDecided({ when: formatDateTime(notice.decidedDateTime) })}
      </p>
      <dl className={styles.facts}>
        {said.map(
          ({ name, outcome, note }) =>
            outcome !== null && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{[outcomeTexts[outcome](), note].filter(Boolean).join('. ')}</dd>
              </div>
            ),
        )}
        {notice.content !== null &&
          noticeFields.map((field) => (
            <div key={field}>
              <dt>{noticeFieldLabels[field]()}</dt>
              <dd>{notice.content?.[field] || m.deviation_noticeNotFilled()}</dd>
            </div>
          ))}
      </dl>
      <div className={styles.buttons}>
        {steps
          .filter(({ isAllowed }) => isAllowed)
          .map(({ step, label }) => (
            <Button key={step} type="button" variant="secondary" onClick={() => setOpen(step)}>
              {label}
            </Button>
          ))}
      </div>
      {open && (
        <NoticeDialog
          deviation={deviation}
          step={open}
          title={steps.find(({ step }) => step === open)?.label ?? ''}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Sheet>
  )
}
