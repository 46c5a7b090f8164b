import type { NewsPost } from '#api/news-posts/contract.ts'
import { m } from '../../../messages/messages.js'
import { hasAudience, type PostForm } from './post-form.ts'

/** What can be done with a post, beside writing it. */
export type Step =
  | 'publish'
  | 'schedule'
  | 'submit'
  | 'save'
  | 'saveChange'
  | 'publishAgain'
  | 'withdraw'
  | 'approve'
  | 'reject'

/** The next step, and others that are right now. */
export interface Steps {
  primary: Step
  /** A second button beside the first. */
  beside?: Step
  /** Of less use, so it stands below everything. */
  quiet?: Step
}

/** Steps that put the post before its readers, now or later: everything must be in place. */
const goingOut: ReadonlySet<Step> = new Set(['publish', 'schedule', 'submit', 'publishAgain', 'approve'])

/** Steps that write to readers, or ask somebody to. */
const checked: ReadonlySet<Step> = new Set([...goingOut, 'saveChange'])

/** Whether the step puts the post before readers. Saving what waits for its time does too. */
export const isGoingOut = (step: Step, state: NewsPost['state'] | undefined) =>
  goingOut.has(step) || (step === 'save' && state === 'scheduled')

/** Whether everything must be in place for the step. */
export const isChecked = (step: Step, state: NewsPost['state'] | undefined) =>
  checked.has(step) || isGoingOut(step, state)

/**
 * What the API lets this person do with the post as saved. Of a draft for nobody yet it cannot say who may publish it,
 * so that is decided by whether there is anybody the person may publish to.
 * @param mayPublish `permissions.canPublishNewsPosts` of the person.
 */
export function stepsFor(
  post: Pick<NewsPost, 'state' | 'permissions' | 'audience'> | undefined,
  form: Pick<PostForm, 'publishDateTime' | 'audience'>,
  mayPublish: boolean,
): Steps {
  const isScheduled = form.publishDateTime !== null
  if (post === undefined || post.state === 'draft') {
    const isForSomebody = post !== undefined && hasAudience(post.audience) && hasAudience(form.audience)
    const canPublish = isForSomebody ? post.permissions.canPublish : mayPublish
    if (!canPublish) return { primary: 'submit' }
    return { primary: isScheduled ? 'schedule' : 'publish', quiet: 'submit' }
  }
  const { canApprove, canWithdraw, canPublish } = post.permissions
  switch (post.state) {
    case 'inReview':
      if (canApprove) return { primary: 'approve', beside: 'reject' }
      return { primary: 'save', beside: canWithdraw ? 'withdraw' : undefined }
    case 'scheduled':
      return { primary: isScheduled ? 'save' : 'publish', beside: canWithdraw ? 'withdraw' : undefined }
    case 'published':
      return { primary: 'saveChange' }
    default:
      return canPublish ? { primary: 'publishAgain', beside: 'save' } : { primary: 'save' }
  }
}

/** What the button of a step says. */
export const stepLabels: Record<Step, () => string> = {
  publish: m.news_publish,
  schedule: m.newsEditor_schedule,
  submit: m.newsEditor_submit,
  save: m.newsEditor_save,
  saveChange: m.news_publishChange,
  publishAgain: m.news_publishAgain,
  withdraw: m.newsEditor_withdraw,
  approve: m.newsEditor_approve,
  reject: m.newsEditor_reject,
}
