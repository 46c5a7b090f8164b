import type { Notification } from '#api/notifications/contract.ts'
import { paths } from '../../lib/paths.ts'
import { m } from '../../messages/messages.js'

/** What happened in words, and where to see it. */
export function describeNotification({ kind, title, count, person, resource }: Notification): {
  text: string
  to: string
} {
  const words = { name: person?.displayName ?? m.tasks_somebody(), title: title ?? '', others: count - 1 }
  return {
    text: textOf(kind, words),
    to: resource.type === 'newsPost' ? postAddress(resource) : paths.tasks({ show: 'others' }),
  }
}

const postAddress = ({ id, commentId }: Notification['resource']) =>
  commentId === null ? paths.newsPost(id) : paths.newsComment(id, commentId)

function textOf(kind: Notification['kind'], words: { name: string; title: string; others: number }): string {
  switch (kind) {
    case 'commentReplied':
      return words.others > 0 ? m.tasks_repliedMany(words) : m.tasks_replied(words)
    case 'newsPostCommented':
      return words.others > 0 ? m.tasks_commentedMany(words) : m.tasks_commented(words)
    case 'sameQuestionAsked':
      return words.others > 0 ? m.tasks_sameMany(words) : m.tasks_same(words)
    case 'mention':
      return m.tasks_mentioned(words)
    case 'questionAnswered':
      return m.tasks_answered(words)
    case 'newsPostApproved':
      return m.tasks_approved(words)
    case 'newsPostRejected':
      return m.tasks_rejected(words)
    case 'callBackAnswered':
      return m.tasks_rung(words)
    case 'substituteAccepted':
      return m.tasks_accepted(words)
    case 'substituteDeclined':
      return m.tasks_refused(words)
    case 'deviationAssigned':
      return m.tasks_deviationAssigned(words)
    case 'deviationReceived':
      return m.tasks_deviationReceived(words)
    case 'deviationForwarded':
      return m.tasks_deviationForwarded(words)
    case 'deviationActionsSet':
      return m.tasks_deviationActionsSet(words)
    case 'deviationClosed':
      return m.tasks_deviationClosed(words)
    case 'deviationChanged':
      return m.tasks_deviationChanged(words)
    case 'deviationMessage':
      return m.tasks_deviationMessage(words)
    case 'deviationOverdue':
      return m.tasks_deviationOverdue(words)
    case 'deviationEscalated':
      return m.tasks_deviationEscalated(words)
    case 'correctiveActionAssigned':
      return m.tasks_correctiveActionAssigned(words)
  }
}
