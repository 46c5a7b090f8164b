import { ClockIcon } from '@navikt/aksel-icons'
import type { Comment } from '#api/comments/contract.ts'
import { formatDay, isOverdue } from '../../lib/dates.ts'
import { m } from '../../messages/messages.js'
import { StatusTag } from '../../ui/status-tag.tsx'
import styles from './comment-item.module.css'

/** Whether a question has its answer, and else when it gets it. */
export function QuestionState({ question }: { question: Comment }) {
  const { isAnswered, answerBy, sameQuestionCount } = question
  return (
    <p className={styles.state}>
      {isAnswered ? (
        <StatusTag tone="success">{m.comments_questionAnswered()}</StatusTag>
      ) : (
        <StatusTag tone="neutral" icon={<ClockIcon aria-hidden />}>
          {answerBy === null ? m.comments_questionMark() : waitText(answerBy)}
        </StatusTag>
      )}
      {sameQuestionCount > 0 && (
        <span className={styles.meta}>{m.comments_sameCount({ count: sameQuestionCount })}</span>
      )}
    </p>
  )
}

const waitText = (day: string) =>
  isOverdue(day)
    ? m.comments_questionOverdue({ day: formatDay(day) })
    : m.comments_questionOpen({ day: formatDay(day) })
