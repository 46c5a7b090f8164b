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
  /** The verb on the button, and the button in full, for those who hear it by itself; it holds the verb. */
  verb: string
  label: string
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
        label: m.newsFeed_approveTitle({ title: task.post.title }),
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
        label: m.newsFeed_rejectedTitle({ title: task.post.title || m.news_untitled() }),
        to: paths.editNewsPost(task.post.id),
      }
    case 'question':
      return {
        title: m.newsFeed_questionTitle({ name: task.question.author.displayName, text: task.question.text }),
        facts: [m.newsFeed_about({ title: task.question.target.title })],
        verb: m.newsFeed_question(),
        label: m.newsFeed_questionTitle({ name: task.question.author.displayName, text: task.question.text }),
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
        label: m.newsFeed_answerLabel({
          name: task.question.answeredBy.displayName,
          text: task.question.text,
        }),
        to: paths.newsComment(task.question.target.id, task.question.answer.id),
      }
    case 'mention':
      return {
        title: m.newsFeed_mentionTitle({ name: task.mention.author.displayName, text: task.mention.text }),
        facts: [m.newsFeed_about({ title: task.mention.target.title })],
        verb: m.newsFeed_mention(),
        label: m.newsFeed_mentionLabel({ name: task.mention.author.displayName, text: task.mention.text }),
        to: paths.newsComment(task.mention.target.id, task.mention.id),
      }
  }
}

function describeAsked({
  kind,
  post,
}: Extract<Task, { kind: 'confirm' | 'do' | 'approve' | 'rejected' }>): TaskWords {
  const { remindedDateTime } = post.viewer
  const reminded =
    remindedDateTime === null ? '' : m.newsFeed_reminded({ when: formatWhen(remindedDateTime) })
  const to = paths.newsPost(post.id)
  const facts = [
    audienceText(post.audience, post.audienceUnits),
    m.news_minutes({ count: post.readingTimeInMinutes }),
  ]
  if (kind === 'confirm') {
    const title = m.news_readAndConfirmTitle({ title: post.title })
    return {
      title,
      facts: [reminded, ...facts].filter(Boolean),
      verb: m.news_readAndConfirm(),
      label: title,
      to,
    }
  }
  const what = post.actionRequired?.what ?? post.title
  return {
    title: m.newsFeed_doTitle({ what }),
    facts: [reminded, m.newsFeed_about({ title: post.title }), ...facts].filter(Boolean),
    verb: m.newsFeed_do(),
    label: m.newsFeed_doLabel({ what }),
    to,
  }
}
