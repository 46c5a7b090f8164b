import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { NewsPostImportance, NewsPostState } from '../database/schema.ts'
import { isLeader, type Viewer } from '../viewer.ts'

/** What the rules look at, of one post as seen by one viewer. */
export interface NewsPostFacts {
  state: NewsPostState
  importance: NewsPostImportance
  version: number
  authorId: string
  /** The viewer leads the responsible unit or one above it. */
  viewerLeadsUnit: boolean
  /** Every unit of the audience is led by the viewer, and it names neither everyone nor a role. */
  viewerLeadsAudience: boolean
  /** The audience reaches the viewer. */
  isRecipient: boolean
  confirmedVersion: number | null
}

/** Communications, and everyone who leads a unit (features.md §1; issue «News, whole» lets others submit). */
export const canCreateNewsPost = (viewer: Viewer) => viewer.roles.has('Editor') || isLeader(viewer)

/** The author, whoever leads the responsible unit, and communications. */
export const canEditNewsPost = (viewer: Viewer, post: NewsPostFacts) =>
  post.authorId === viewer.id || post.viewerLeadsUnit || viewer.roles.has('Editor')

/** Communications publish to all; leaders to their own units and below. */
export const canPublishTo = (viewer: Viewer, post: NewsPostFacts) =>
  viewer.roles.has('Editor') || (isLeader(viewer) && post.viewerLeadsAudience)

export const canPublishNewsPost = (viewer: Viewer, post: NewsPostFacts) =>
  post.state !== 'published' && canEditNewsPost(viewer, post) && canPublishTo(viewer, post)

/** Whether a post has ever reached its audience. Archived, it still does: those it reached can read it. */
export const hasBeenOut = (post: NewsPostFacts) => post.version > 0

/** Changing what has been out takes the right to publish there. */
export const canChangeNewsPost = (viewer: Viewer, post: NewsPostFacts) =>
  canEditNewsPost(viewer, post) && (!hasBeenOut(post) || canPublishTo(viewer, post))

export const canArchiveNewsPost = (viewer: Viewer, post: NewsPostFacts) =>
  post.state === 'published' && canEditNewsPost(viewer, post)

/** What has been out is archived, never removed; people may have confirmed it. */
export const canDeleteNewsPost = (viewer: Viewer, post: NewsPostFacts) =>
  !hasBeenOut(post) && canEditNewsPost(viewer, post)

/** Recipients of a must-read, until they have confirmed the version that is out. */
export const canConfirmNewsPost = (post: NewsPostFacts) =>
  post.state === 'published' &&
  post.importance === 'mustRead' &&
  post.isRecipient &&
  post.confirmedVersion !== post.version

/** Who has and has not confirmed: the post's own people see all, other leaders only those they lead (N3, N30). */
export const canListConfirmations = (viewer: Viewer, post: NewsPostFacts) =>
  post.importance === 'mustRead' && post.version > 0 && (canEditNewsPost(viewer, post) || isLeader(viewer))

const reaches = (viewer: Viewer) =>
  sql<SqlBool>`news_post.audience_keys && ${[...viewer.audienceKeys]}::text[]`

const leadsResponsibleUnit = (viewer: Viewer) =>
  viewer.ledUnitIds.length === 0
    ? sql<SqlBool>`false`
    : sql<SqlBool>`exists (select from org_unit_ancestor above where above.unit_id = news_post.responsible_unit_id
      and above.ancestor_id = any(${[...viewer.ledUnitIds]}::uuid[]))`

const leadsWholeAudience = (viewer: Viewer) =>
  viewer.ledUnitIds.length === 0
    ? sql<SqlBool>`false`
    : sql<SqlBool>`(not news_post.audience_everyone and news_post.audience_roles = '{}' and not exists (
      select from unnest(news_post.audience_org_unit_ids) audience_unit where not exists (
        select from org_unit_ancestor above where above.unit_id = audience_unit
          and above.ancestor_id = any(${[...viewer.ledUnitIds]}::uuid[]))))`

const mayManage = (viewer: Viewer) =>
  viewer.roles.has('Editor')
    ? sql<SqlBool>`true`
    : sql<SqlBool>`(news_post.author_id = ${viewer.id}::uuid or ${leadsResponsibleUnit(viewer)})`

/** The facts a row needs for the rules, as SQL over `news_post`. */
export const factsSql = { reaches, leadsResponsibleUnit, leadsWholeAudience }

/** The feed: what is out and reaches the viewer. */
export const inFeed = (viewer: Viewer): RawBuilder<SqlBool> =>
  sql`(news_post.state = 'published' and ${reaches(viewer)})`

/** What the viewer wrote or answers for, in any state. */
export const managed = mayManage

/**
 * Audience is access (N1): a post exists for those it reaches, once it has been out, and for those who manage it.
 * Part of every query on news, whichever way it is asked for.
 */
export const visibleNewsPost = (viewer: Viewer): RawBuilder<SqlBool> =>
  sql`((news_post.state <> 'draft' and ${reaches(viewer)}) or ${mayManage(viewer)})`

/** A file of a post is seen by whoever sees the post. Over `file.id`. */
export const attachedToVisibleNewsPost = (viewer: Viewer): RawBuilder<SqlBool> =>
  sql`exists (select from news_post_attachment attachment
    join news_post on news_post.id = attachment.news_post_id
    where attachment.file_id = file.id and ${visibleNewsPost(viewer)})`
