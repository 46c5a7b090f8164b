import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { NewsPostImportance, NewsPostState } from '../database/news-post-tables.ts'
import { isLeader, type Viewer } from '../viewer.ts'

/** What the rules look at, of one post as seen by one viewer. */
export interface NewsPostFacts {
  state: NewsPostState
  importance: NewsPostImportance
  version: number
  /** The last version that has to be confirmed anew. */
  significantVersion: number
  authorId: string
  /** Who asked for review of it last. */
  submittedById: string | null
  commentsEnabled: boolean
  /** The post asks for something to be done. */
  hasAction: boolean
  /** The viewer leads, or is named editor of, the responsible unit or one above it. */
  viewerAnswersForUnit: boolean
  /** The viewer may publish to every unit of the audience, and it names neither everyone nor a role. */
  viewerPublishesToAudience: boolean
  /** The audience reaches the viewer. */
  isRecipient: boolean
  confirmedVersion: number | null
}

/** Everybody may write a draft; who may not publish it submits it to someone who may (issue «News, whole»). */
export const canCreateNewsPost = () => true

/** Whether there is anybody the viewer may publish to; to whom is decided for each post. */
export const canPublishSomewhere = (viewer: Viewer) =>
  viewer.roles.has('Editor') || viewer.publishUnitIds.length > 0

/** Communications publish to all; leaders and named editors to their own units and below. */
export const canPublishTo = (viewer: Viewer, post: NewsPostFacts) =>
  viewer.roles.has('Editor') || post.viewerPublishesToAudience

/** Whose post it is: the author's, and of those who answer for the responsible unit, and of communications. */
export const ownsNewsPost = (viewer: Viewer, post: NewsPostFacts) =>
  post.authorId === viewer.id || post.viewerAnswersForUnit || viewer.roles.has('Editor')

/** Its own people; and in review, who may approve. */
export const canEditNewsPost = (viewer: Viewer, post: NewsPostFacts) =>
  ownsNewsPost(viewer, post) || (post.state === 'inReview' && canPublishTo(viewer, post))

/** Whether a post has ever reached its audience. Archived or expired, it still does: those it reached can read it. */
export const hasBeenOut = (post: Pick<NewsPostFacts, 'version'>) => post.version > 0

/** Changing what is out, has been, or will be out by itself takes the right to publish there. */
export const canChangeNewsPost = (viewer: Viewer, post: NewsPostFacts) =>
  canEditNewsPost(viewer, post) &&
  ((!hasBeenOut(post) && post.state !== 'scheduled') || canPublishTo(viewer, post))

/** From a draft, from the schedule, or back from the archive. What is in review is approved instead. */
export const canPublishNewsPost = (viewer: Viewer, post: NewsPostFacts) =>
  post.state !== 'published' &&
  post.state !== 'inReview' &&
  canEditNewsPost(viewer, post) &&
  canPublishTo(viewer, post)

/** Asking somebody else to look, whether or not one may publish oneself (features.md N6). */
export const canSubmitNewsPost = (viewer: Viewer, post: NewsPostFacts) =>
  post.state === 'draft' && canEditNewsPost(viewer, post)

/** Taking it back: out of review, or off the schedule. A reviewer rejects it instead, and says why. */
export const canWithdrawNewsPost = (viewer: Viewer, post: NewsPostFacts) =>
  (post.state === 'inReview' || post.state === 'scheduled') && ownsNewsPost(viewer, post)

/** Four eyes: never the one who asked (features.md N6). Goes for rejecting as well. */
export const canApproveNewsPost = (viewer: Viewer, post: NewsPostFacts) =>
  post.state === 'inReview' && canPublishTo(viewer, post) && post.submittedById !== viewer.id

export const canArchiveNewsPost = (viewer: Viewer, post: NewsPostFacts) =>
  (post.state === 'published' || post.state === 'expired') && canEditNewsPost(viewer, post)

/** Back to where it was before it was archived, with its time and its confirmations. */
export const canRestoreNewsPost = (viewer: Viewer, post: NewsPostFacts) =>
  post.state === 'archived' && canEditNewsPost(viewer, post) && canPublishTo(viewer, post)

/** What has been out is archived, never removed; people may have confirmed it. What is scheduled is withdrawn first. */
export const canDeleteNewsPost = (viewer: Viewer, post: NewsPostFacts) =>
  !hasBeenOut(post) && post.state !== 'scheduled' && ownsNewsPost(viewer, post)

/** Recipients of a must-read, until they have confirmed its last significant version (features.md N3, N24). */
export const canConfirmNewsPost = (post: NewsPostFacts) =>
  post.state === 'published' &&
  post.importance === 'mustRead' &&
  post.isRecipient &&
  (post.confirmedVersion ?? 0) < post.significantVersion

/** Recipients of a post that asks for something say when they have done it (features.md N23). */
export const canCompleteAction = (post: NewsPostFacts) =>
  post.state === 'published' && post.hasAction && post.isRecipient

/** Who has and has not confirmed: the post's own people see all, other leaders only those they lead (N3, N30). */
export const canListConfirmations = (viewer: Viewer, post: NewsPostFacts) =>
  post.importance === 'mustRead' && hasBeenOut(post) && (canEditNewsPost(viewer, post) || isLeader(viewer))

/** Reminding those who have not confirmed (features.md N4). */
export const canRemindNewsPost = (viewer: Viewer, post: NewsPostFacts) =>
  post.importance === 'mustRead' && post.state === 'published' && canEditNewsPost(viewer, post)

/** How far it has come, in aggregates (features.md N30). */
export const canReadReach = (viewer: Viewer, post: NewsPostFacts) =>
  hasBeenOut(post) && canEditNewsPost(viewer, post)

/** Whoever it reaches, and its own people, while it is out and the editor lets them (features.md N11). */
export const canCommentNewsPost = (viewer: Viewer, post: NewsPostFacts) =>
  post.state === 'published' && post.commentsEnabled && (post.isRecipient || canEditNewsPost(viewer, post))

/** Removing what others wrote: the author and editors. */
export const canModerateComments = (viewer: Viewer, post: NewsPostFacts) => canEditNewsPost(viewer, post)

/** Whoever it reaches, and its own people, while it is out. */
export const canReactToNewsPost = (viewer: Viewer, post: NewsPostFacts) =>
  post.state === 'published' && (post.isRecipient || canEditNewsPost(viewer, post))

const reaches = (viewer: Viewer) =>
  sql<SqlBool>`news_post.audience_keys && ${[...viewer.audienceKeys]}::text[]`

const answersForResponsibleUnit = (viewer: Viewer) =>
  viewer.publishUnitIds.length === 0
    ? sql<SqlBool>`false`
    : sql<SqlBool>`exists (select from org_unit_ancestor above where above.unit_id = news_post.responsible_unit_id
      and above.ancestor_id = any(${[...viewer.publishUnitIds]}::uuid[]))`

const publishesToWholeAudience = (viewer: Viewer) =>
  viewer.publishUnitIds.length === 0
    ? sql<SqlBool>`false`
    : sql<SqlBool>`(not news_post.audience_everyone and news_post.audience_roles = '{}'
      and news_post.audience_org_unit_ids <> '{}' and not exists (
      select from unnest(news_post.audience_org_unit_ids) audience_unit where not exists (
        select from org_unit_ancestor above where above.unit_id = audience_unit
          and above.ancestor_id = any(${[...viewer.publishUnitIds]}::uuid[]))))`

const mayManage = (viewer: Viewer) =>
  viewer.roles.has('Editor')
    ? sql<SqlBool>`true`
    : sql<SqlBool>`(news_post.author_id = ${viewer.id}::uuid or ${answersForResponsibleUnit(viewer)}
      or (news_post.state = 'inReview' and ${publishesToWholeAudience(viewer)}))`

/** `canApproveNewsPost`, over `news_post`. */
export const waitsForApproval = (viewer: Viewer): RawBuilder<SqlBool> =>
  sql`(news_post.state = 'inReview' and news_post.submitted_by_id is distinct from ${viewer.id}::uuid
    and ${viewer.roles.has('Editor') ? sql`true` : publishesToWholeAudience(viewer)})`

/** The facts a row needs for the rules, as SQL over `news_post`. */
export const factsSql = { reaches, answersForResponsibleUnit, publishesToWholeAudience }

/** What is out, and has not expired this minute. */
export const isOut = (now: Date): RawBuilder<SqlBool> =>
  sql`(news_post.state = 'published' and (news_post.expires_at is null or news_post.expires_at > ${now}))`

/** The feed: what is out and reaches the viewer (features.md N2). */
export const inFeed = (viewer: Viewer): RawBuilder<SqlBool> =>
  sql`(${isOut(viewer.now)} and ${reaches(viewer)})`

/** What has been out and is not any more, of what reaches the viewer. */
export const inArchive = (viewer: Viewer): RawBuilder<SqlBool> =>
  sql`(news_post.state in ('expired', 'archived') and ${reaches(viewer)})`

/** What must be read by somebody the viewer acts for (features.md N25). It reaches them, and not the viewer. */
const askedOfPrincipal = ({ actsFor }: Viewer): RawBuilder<SqlBool> => {
  const keys = [...new Set(actsFor.flatMap(({ audienceKeys }) => audienceKeys))]
  return keys.length === 0
    ? sql`false`
    : sql`(news_post.state = 'published' and news_post.importance = 'mustRead'
        and news_post.audience_keys && ${keys}::text[])`
}

/** What the viewer wrote or answers for, in any state, and what waits for the viewer's approval. */
export const managed = mayManage

/**
 * Audience is access (N1): a post exists for those it reaches, once it has been out, and for those who manage it.
 * Part of every query on news, whichever way it is asked for. A case, not an or: where the feed asks for the same, the
 * planner would multiply the two and expect an eighth of the posts.
 */
export const visibleNewsPost = (viewer: Viewer): RawBuilder<SqlBool> =>
  sql`(case when news_post.state in ('published', 'expired', 'archived') and ${reaches(viewer)} then true
    else ${mayManage(viewer)} or ${askedOfPrincipal(viewer)} end)`

/** Over `news_post_version_file kept` and its post: versions a reader may look back at (`newsPostVersions`). */
const mayLookBack = (viewer: Viewer) =>
  sql<SqlBool>`(${mayManage(viewer)} or exists (select from news_post_reading reading
    where reading.news_post_id = news_post.id and reading.user_id = ${viewer.id}::uuid
      and reading.confirmed_version = kept.version))`

/**
 * A file of a post, its cover too, is seen by whoever sees the post; one of an earlier version by whoever sees that
 * version. Over `file.id`.
 */
export const attachedToVisibleNewsPost = (viewer: Viewer): RawBuilder<SqlBool> =>
  sql`(exists (select from news_post_attachment attachment
    join news_post on news_post.id = attachment.news_post_id
    where attachment.file_id = file.id and ${visibleNewsPost(viewer)})
    or exists (select from news_post where news_post.cover_file_id = file.id and ${visibleNewsPost(viewer)})
    or exists (select from news_post_version_file kept join news_post on news_post.id = kept.news_post_id
      where kept.file_id = file.id and ${visibleNewsPost(viewer)} and ${mayLookBack(viewer)}))`
