import { sql } from 'kysely'
import { boolean, guid } from '../graph/property.ts'
import type { Property } from '../graph/property.ts'
import type { Row } from '../graph/resource.ts'
import type { Viewer } from '../viewer.ts'
import type { NewsPost } from './contract.ts'
import {
  canApproveNewsPost,
  canArchiveNewsPost,
  canChangeNewsPost,
  canCommentNewsPost,
  canCompleteAction,
  canConfirmNewsPost,
  canDeleteNewsPost,
  canListConfirmations,
  canModerateComments,
  canPublishNewsPost,
  canReactToNewsPost,
  canReadReach,
  canRemindNewsPost,
  canRestoreNewsPost,
  canSubmitNewsPost,
  canWithdrawNewsPost,
  type NewsPostFacts,
} from './policy.ts'

/** Properties only the rules read; never sent. */
export const factProperties: [string, Property][] = [
  ['submittedById', guid('news_post.submitted_by_id', { nullable: true })],
  ['hasAction', boolean(sql`(news_post.action_what is not null)`)],
  ['viewerAnswersForUnit', boolean('fact.answers_for_unit')],
  ['viewerPublishesToAudience', boolean('fact.publishes_to_audience')],
]

/** Paths of the properties the rules need. */
export const factPaths = [
  'state',
  'importance',
  'version',
  'significantVersion',
  'author/id',
  'commentsEnabled',
  'viewer/isRecipient',
  'viewer/confirmedVersion',
  ...factProperties.map(([path]) => path),
]

/** The rules' view of a row read with `factPaths`. */
export function factsOf(row: Row): NewsPostFacts {
  // The columns behind these paths have exactly these types.
  return {
    state: row.state,
    importance: row.importance,
    version: row.version,
    significantVersion: row.significantVersion,
    authorId: row['author/id'],
    submittedById: row.submittedById,
    commentsEnabled: row.commentsEnabled,
    hasAction: row.hasAction,
    viewerAnswersForUnit: row.viewerAnswersForUnit,
    viewerPublishesToAudience: row.viewerPublishesToAudience,
    isRecipient: row['viewer/isRecipient'],
    confirmedVersion: row['viewer/confirmedVersion'],
  } as NewsPostFacts
}

/** What the viewer may do with a post, for the page to mirror. */
export function permissionsOf(row: Row, viewer: Viewer): NewsPost['permissions'] {
  const post = factsOf(row)
  return {
    canEdit: canChangeNewsPost(viewer, post),
    canSubmit: canSubmitNewsPost(viewer, post),
    canWithdraw: canWithdrawNewsPost(viewer, post),
    canApprove: canApproveNewsPost(viewer, post),
    canPublish: canPublishNewsPost(viewer, post),
    canArchive: canArchiveNewsPost(viewer, post),
    canRestore: canRestoreNewsPost(viewer, post),
    canDelete: canDeleteNewsPost(viewer, post),
    canConfirm: canConfirmNewsPost(post),
    canCompleteAction: canCompleteAction(post),
    canListConfirmations: canListConfirmations(viewer, post),
    canRemind: canRemindNewsPost(viewer, post),
    canReadReach: canReadReach(viewer, post),
    canComment: canCommentNewsPost(viewer, post),
    canModerateComments: canModerateComments(viewer, post),
    canReact: canReactToNewsPost(viewer, post),
  }
}
