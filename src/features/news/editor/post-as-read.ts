import type { NewsPost } from '#api/news-posts/contract.ts'
import type { OrgUnitReference } from '#api/org-units/contract.ts'
import type { Me } from '#api/users/contract.ts'
import type { PostForm } from './post-form.ts'

interface Written {
  form: PostForm
  /** The post as last saved; undefined before the first time. */
  saved: NewsPost | undefined
  viewer: Me
  units: readonly OrgUnitReference[]
  recipientCount: number | undefined
  minutes: number
  now: Date
}

/** What a reader may do in a preview: nothing. */
const noPermissions: NewsPost['permissions'] = {
  canEdit: false,
  canSubmit: false,
  canWithdraw: false,
  canApprove: false,
  canPublish: false,
  canArchive: false,
  canRestore: false,
  canDelete: false,
  canConfirm: false,
  canCompleteAction: false,
  canListConfirmations: false,
  canRemind: false,
  canReadReach: false,
  canComment: false,
  canModerateComments: false,
  canReact: false,
}

/** What is written now, as the post a reader who has never seen it would get. */
export function postAsRead({ form, saved, viewer, units, recipientCount, minutes, now }: Written): NewsPost {
  const { action, ...fields } = form
  const author = { id: viewer.id, displayName: viewer.displayName, jobTitle: viewer.jobTitle }
  const nowText = now.toISOString()
  return {
    ...fields,
    id: saved?.id ?? viewer.id,
    actionRequired: action.what.trim() === '' ? null : action,
    audienceUnits: [...units],
    recipientCount,
    state: 'published',
    isPinned: false,
    review: null,
    publishProblem: null,
    author: saved?.author ?? author,
    responsibleUnit: saved?.responsibleUnit ?? null,
    version: saved?.version ?? 0,
    significantVersion: saved?.significantVersion ?? 0,
    readingTimeInMinutes: minutes,
    createdDateTime: saved?.createdDateTime ?? nowText,
    lastModifiedDateTime: saved?.lastModifiedDateTime ?? nowText,
    lastModifiedBy: saved?.lastModifiedBy ?? author,
    publishedDateTime: saved?.publishedDateTime ?? form.publishDateTime ?? nowText,
    permissions: noPermissions,
    viewer: {
      isRecipient: true,
      mustConfirm: form.importance === 'mustRead',
      requiresAction: form.importance === 'mustRead' || action.what.trim() !== '',
      remindedDateTime: null,
      actionDoneDateTime: null,
      isRead: false,
      readDateTime: null,
      confirmedDateTime: null,
      confirmedVersion: null,
      reaction: null,
    },
  }
}
