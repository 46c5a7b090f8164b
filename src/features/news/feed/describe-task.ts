import { audienceText } from '../../../components/audience-picker/audience-text.ts'
import { formatWhen } from '../../../lib/dates.ts'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import type { Task } from './tasks.ts'

/** A task in words. */
export interface TaskWords {
  title: string
  /** What one should know before one begins, after the deadline. */
  facts: string[]
  /** The verb on the button. */
  verb: string
  to: string
}

/** What waits, why, and where it is done. */
export function describeTask(task: Task): TaskWords {
  switch (task.kind) {
    case 'confirm':
    case 'do':
      return describeAsked(task)
    case 'approve':
      return {
        title: m.newsFeed_approveTitle({ title: task.post.title }),
        facts: [
          task.post.review?.byDisplayName ?? task.post.author.displayName,
          ...(task.post.review ? [formatWhen(task.post.review.dateTime)] : []),
          m.news_minutes({ count: task.post.readingTimeInMinutes }),
        ],
        verb: m.newsFeed_approve(),
        to: paths.editNewsPost(task.post.id),
      }
    case 'rejected':
      return {
        title: m.newsFeed_rejectedTitle({ title: task.post.title || m.news_untitled() }),
        facts: [
          task.post.publishProblem === null
            ? m.newsFeed_rejectedBy({ name: task.post.review?.byDisplayName ?? '' })
            : m.newsFeed_notPublished(),
        ],
        verb: m.newsFeed_rejected(),
        to: paths.editNewsPost(task.post.id),
      }
    case 'question':
      return {
        title: m.newsFeed_questionTitle({ name: task.question.author.displayName, text: task.question.text }),
        facts: [m.newsFeed_about({ title: task.question.target.title })],
        verb: m.newsFeed_question(),
        to: paths.newsComment(task.question.target.id, task.question.id),
      }
    case 'answer':
      return {
        title: m.newsFeed_answerTitle({
          name: task.question.answeredBy.displayName,
          text: task.question.text,
        }),
        facts: [m.newsFeed_about({ title: task.question.target.title })],
        verb: m.newsFeed_answer(),
        to: paths.newsComment(task.question.target.id, task.question.answer.id),
      }
    case 'mention':
      return {
        title: m.newsFeed_mentionTitle({ name: task.mention.author.displayName, text: task.mention.text }),
        facts: [m.newsFeed_about({ title: task.mention.target.title })],
        verb: m.newsFeed_mention(),
        to: paths.newsComment(task.mention.target.id, task.mention.id),
      }
  }
}

function describeAsked({
  kind,
  post,
}: Extract<Task, { kind: 'confirm' | 'do' | 'approve' | 'rejected' }>): TaskWords {
  const isConfirming = kind === 'confirm'
  const { remindedDateTime } = post.viewer
  return {
    title: isConfirming
      ? m.news_readAndConfirmTitle({ title: post.title })
      : m.newsFeed_doTitle({ what: post.actionRequired?.what ?? post.title }),
    facts: [
      ...(remindedDateTime === null ? [] : [m.newsFeed_reminded({ when: formatWhen(remindedDateTime) })]),
      ...(isConfirming ? [] : [m.newsFeed_about({ title: post.title })]),
      audienceText(post.audience, post.audienceUnits),
      m.news_minutes({ count: post.readingTimeInMinutes }),
    ].filter(Boolean),
    verb: isConfirming ? m.news_readAndConfirm() : m.newsFeed_do(),
    to: paths.newsPost(post.id),
  }
}
