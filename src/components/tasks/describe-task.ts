import type { Task } from '#api/tasks/contract.ts'
import { dayOf, formatDate, formatWhen } from '../../lib/dates.ts'
import { paths } from '../../lib/paths.ts'
import { m } from '../../messages/messages.js'

/** A task in words. */
export interface TaskWords {
  title: string
  /** What one should know before one begins, after the deadline. */
  facts: string[]
  /** Where it is done; undefined for what is answered where it stands, or waits for somebody else. */
  link?: TaskLink
}

/** The way to where it is done. */
export interface TaskLink {
  /** The verb on the button, and the button in full, for those who hear it by itself; it holds the verb. */
  verb: string
  label: string
  to: string
}

/** What waits, why, and where it is done. */
export function describeTask(task: Task): TaskWords {
  if (task.state === 'done') return { ...describeDone(task), facts: doneFacts(task) }
  const words = task.state === 'waiting' ? describeWaiting(task) : describeAsked(task)
  const { remindedDateTime, onBehalfOf, readingTimeInMinutes } = task
  return {
    ...words,
    facts: [
      ...(onBehalfOf === null ? [] : [m.task_for({ name: onBehalfOf.displayName })]),
      ...(remindedDateTime === null ? [] : [m.task_reminded({ when: formatWhen(remindedDateTime) })]),
      ...words.facts,
      ...(readingTimeInMinutes === null ? [] : [m.task_minutes({ count: readingTimeInMinutes })]),
    ],
  }
}

const postOf = (task: Task) => paths.newsPost(task.resource.id)
const threadOf = (task: Task) => paths.newsComment(task.resource.id, task.resource.commentId ?? '')
const about = ({ detail }: Task) => (detail === null ? [] : [m.task_about({ title: detail })])
const nameOf = (task: Task) => task.person?.displayName ?? ''

/** «23. november til 27. november» */
function periodOf({ period }: Task): string[] {
  if (period === null) return []
  const start = formatDate(dayOf(new Date(period.startDateTime)))
  if (period.endDateTime === null) return [m.task_periodOpen({ start })]
  return [m.task_period({ start, end: formatDate(dayOf(new Date(period.endDateTime))) })]
}

function describeWaiting(task: Task): TaskWords {
  const { kind, title, detail } = task
  const name = nameOf(task)
  switch (kind) {
    case 'newsPostToConfirm': {
      const label = m.task_confirmTitle({ title })
      const from = detail === null ? [] : [m.task_from({ name: detail })]
      return { title: label, facts: from, link: { verb: m.task_confirm(), label, to: postOf(task) } }
    }
    case 'newsPostAction':
      return {
        title: m.task_doTitle({ what: title }),
        facts: about(task),
        link: { verb: m.task_do(), label: m.task_doLabel({ what: title }), to: postOf(task) },
      }
    case 'newsPostToApprove': {
      const label = m.task_approveTitle({ title })
      return {
        title: label,
        facts: [m.task_from({ name }), formatWhen(task.createdDateTime)],
        link: { verb: m.task_approve(), label, to: paths.editNewsPost(task.resource.id) },
      }
    }
    case 'newsPostReturned': {
      const label = m.task_returnedTitle({ title: title || m.task_untitled() })
      return {
        title: label,
        facts: [task.person === null ? m.task_notPublished() : m.task_returnedBy({ name })],
        link: { verb: m.task_returned(), label, to: paths.editNewsPost(task.resource.id) },
      }
    }
    case 'questionToAnswer': {
      const label = m.task_questionTitle({ name, text: title })
      return {
        title: label,
        facts: about(task),
        link: { verb: m.task_question(), label, to: threadOf(task) },
      }
    }
    case 'questionAnswered':
      return {
        title: m.task_answerTitle({ name, text: title }),
        facts: about(task),
        link: { verb: m.task_answer(), label: m.task_answerLabel({ name, text: title }), to: threadOf(task) },
      }
    case 'mention':
      return {
        title: m.task_mentionTitle({ name, text: title }),
        facts: about(task),
        link: {
          verb: m.task_mention(),
          label: m.task_mentionLabel({ name, text: title }),
          to: threadOf(task),
        },
      }
    case 'callBack':
      return {
        title: m.task_callTitle({ name: title, subject: detail ?? '' }),
        facts: [m.task_from({ name })],
      }
    case 'substituteToAnswer':
      return { title: m.task_substituteTitle({ name: title }), facts: periodOf(task) }
    case 'substituteDeclined':
      return {
        title: m.task_declinedTitle(),
        facts: [m.task_declinedBy({ name }), ...periodOf(task)],
        link: { verb: m.task_declined(), label: m.task_declinedLabel({ name }), to: paths.me() },
      }
    case 'deviationToReceive':
      return deviationTask(task, m.task_deviationToReceive({ title }))
    case 'deviationToTreat':
      return deviationTask(task, m.task_deviationToTreat({ title }))
    case 'deviationToEvaluate':
      return deviationTask(task, m.task_deviationToEvaluate({ title }))
    case 'deviationToClose':
      return deviationTask(task, m.task_deviationToClose({ title }))
    case 'deviationObjection':
      return deviationTask(task, m.task_deviationObjection({ title }))
    case 'authorityNotice':
      return deviationTask(task, m.task_authorityNotice({ title }))
    case 'deviationReported':
      return deviationTask(task, m.task_deviationReported({ title }))
    case 'correctiveAction':
      return deviationTask(task, m.task_correctiveAction({ title }), paths.correctiveActions())
  }
}

/** With the number of the case. */
function deviationTask(task: Task, title: string, to = paths.deviation(task.resource.id)): TaskWords {
  return {
    title,
    facts: task.detail === null ? [] : [task.detail],
    link: { verb: m.task_see(), label: m.task_seeLabel({ title }), to },
  }
}

/** What I have asked of others. */
function describeAsked(task: Task): TaskWords {
  const { kind, title, detail } = task
  const see = (to: string) => ({ verb: m.task_see(), label: m.task_seeLabel({ title }), to })
  switch (kind) {
    case 'newsPostToApprove':
      return {
        title: m.task_othersReview({ title }),
        facts: [formatWhen(task.createdDateTime)],
        link: see(paths.editNewsPost(task.resource.id)),
      }
    case 'questionToAnswer':
      return {
        title: m.task_othersQuestion({ text: title }),
        facts: about(task),
        link: see(threadOf(task)),
      }
    case 'callBack':
      return {
        title: m.task_othersCall({ person: nameOf(task), name: title, subject: detail ?? '' }),
        facts: [],
      }
    case 'deviationReported':
      return deviationTask(task, m.task_deviationReported({ title }))
    default:
      return { title: m.task_othersSubstitute({ name: title }), facts: periodOf(task) }
  }
}

function describeDone(task: Task): Pick<TaskWords, 'title' | 'link'> {
  const { kind, title, detail } = task
  const see = (to: string) => ({ verb: m.task_see(), label: m.task_seeLabel({ title }), to })
  switch (kind) {
    case 'newsPostToConfirm':
      return { title: m.task_doneConfirm({ title }), link: see(postOf(task)) }
    case 'newsPostAction':
      return { title: m.task_doneDo({ what: title }), link: see(postOf(task)) }
    case 'newsPostToApprove':
      return { title: m.task_doneReview({ title }), link: see(postOf(task)) }
    case 'questionToAnswer':
      return { title: m.task_doneQuestion({ text: title }), link: see(threadOf(task)) }
    case 'callBack':
      return { title: m.task_doneCall({ name: title, subject: detail ?? '' }) }
    case 'correctiveAction':
      return { title: m.task_doneAction({ title }) }
    default:
      return { title: m.task_doneSubstitute({ name: title }) }
  }
}

const doneFacts = ({ completedDateTime, onBehalfOf }: Task) => [
  ...(completedDateTime === null ? [] : [formatWhen(completedDateTime)]),
  ...(onBehalfOf === null ? [] : [m.task_for({ name: onBehalfOf.displayName })]),
]
