import { sql, type SqlBool } from 'kysely'
import { boolean, date, dateTime, guid, int, json, text } from '../graph/property.ts'
import type { Resource, Row } from '../graph/resource.ts'
import type { Viewer } from '../viewer.ts'
import type { Comment } from './contract.ts'
import {
  canAnswerQuestion,
  canAskSame,
  canDeleteComment,
  canEditComment,
  canRemoveComment,
  canReplyToComment,
  canRestoreComment,
  type CommentFacts,
  type CommentPowers,
} from './policy.ts'
import { aboutVisible, type CommentTarget } from './target.ts'

const threadAt = dateTime('comment.thread_at')
const threadId = guid('comment.thread_id')
const isReply = boolean(sql`(comment.parent_id is not null)`)
const created = dateTime('comment.created_at', { filter: true, sort: true })

/** How many besides its writer wait for the answer to a question, over `comment`. */
export const sameQuestionCount = sql`(select count(*)::int from question_asker asker
  where asker.comment_id = comment.id and asker.user_id <> comment.author_id)`

/**
 * What is said about one thing, the oldest thread first, and each reply after what it replies to.
 * @param powers what the viewer may do there.
 */
export const commentsOn = (target: CommentTarget, targetId: string, powers: CommentPowers): Resource => ({
  name: 'comments',
  entity: 'comment',
  from: (viewer) => sql`comment
    join "user" author on author.id = comment.author_id
    cross join lateral (select comment.author_id = ${viewer.id}::uuid as is_author,
      comment.removal is null or (comment.removal = 'moderated'
        and (${powers.canModerate}::boolean or comment.author_id = ${viewer.id}::uuid)) as shows_text,
      exists (select from question_asker asker where asker.comment_id = comment.id
        and asker.user_id = ${viewer.id}::uuid and asker.user_id <> comment.author_id) as asks_same) fact`,
  // What its writer deleted leaves a mark only where others have replied.
  visible: (
    viewer,
  ) => sql<SqlBool>`(comment.target_type = ${target.type} and comment.target_id = ${targetId}::uuid
    and ${aboutVisible(viewer, [target])}
    and (comment.removal is distinct from 'deleted' or exists (select from comment reply
      where reply.parent_id = comment.id and reply.removal is distinct from 'deleted')))`,
  properties: new Map([
    ['id', guid('comment.id', { filter: true })],
    ['parentId', guid('comment.parent_id', { filter: true, nullable: true })],
    ['kind', text('comment.kind', { filter: true })],
    ['isAnswer', boolean('comment.is_answer', { filter: true })],
    ['body', json(sql`case when fact.shows_text then comment.body end`, { nullable: true })],
    ['author/id', guid(sql`case when fact.shows_text then author.id end`, { nullable: true })],
    [
      'author/displayName',
      text(sql`case when fact.shows_text then author.display_name end`, { nullable: true }),
    ],
    ['author/jobTitle', text(sql`case when fact.shows_text then author.job_title end`, { nullable: true })],
    ['createdDateTime', created],
    ['editedDateTime', dateTime('comment.edited_at', { nullable: true })],
    ['removal/kind', text('comment.removal', { nullable: true })],
    ['removal/dateTime', dateTime('comment.removed_at', { nullable: true })],
    [
      'removal/reason',
      text(sql`case when fact.shows_text then comment.removal_reason end`, { nullable: true }),
    ],
    ['answerBy', date('comment.answer_by', { filter: true, sort: true, nullable: true })],
    ['isAnswered', boolean(sql`(comment.answered_at is not null)`, { filter: true })],
    ['answeredDateTime', dateTime('comment.answered_at', { filter: true, sort: true, nullable: true })],
    ['answerId', guid('comment.answer_id', { nullable: true })],
    ['sameQuestionCount', int(sameQuestionCount)],
    ['viewer/isAuthor', boolean('fact.is_author', { filter: true })],
    ['viewer/asksSame', boolean('fact.asks_same')],
  ]),
  internal: new Map([
    ['revision', int('comment.revision')],
    ['writerId', guid('comment.author_id')],
    ['threadAt', threadAt],
    ['threadId', threadId],
    ['isReply', isReply],
  ]),
  nullWhen: { author: 'author/id', removal: 'removal/kind' },
  computed: {
    permissions: {
      needs: ['writerId', 'kind', 'parentId', 'removal/kind', 'removal/dateTime', 'isAnswered'],
      value: (row, viewer) => permissionsOf(factsOf(row), viewer, powers),
    },
  },
  order: [
    { path: 'threadAt', property: threadAt, descending: false },
    { path: 'threadId', property: threadId, descending: false },
    { path: 'isReply', property: isReply, descending: false },
    { path: 'createdDateTime', property: created, descending: false },
  ],
  revision: 'revision',
  actions: ['remove', 'restore', 'answer', 'sameQuestion', 'unsetSameQuestion'],
})

const factsOf = (row: Row) =>
  // The columns behind these paths have exactly these types.
  ({
    authorId: row.writerId,
    kind: row.kind,
    parentId: row.parentId,
    removal: row['removal/kind'],
    removedAt: row['removal/dateTime'],
    isAnswered: row.isAnswered,
  }) as CommentFacts

const permissionsOf = (
  comment: CommentFacts,
  viewer: Viewer,
  powers: CommentPowers,
): Comment['permissions'] => ({
  canEdit: canEditComment(viewer, comment, powers),
  canDelete: canDeleteComment(viewer, comment),
  canRemove: canRemoveComment(viewer, comment, powers),
  canRestore: canRestoreComment(viewer, comment, powers),
  canReply: canReplyToComment(comment, powers),
  canAnswer: canAnswerQuestion(comment, powers),
  canAskSame: canAskSame(viewer, comment, powers),
})
