import { sql } from 'kysely'
import { doneSince, type TaskColumns, type TaskSource } from '../tasks/task-source.ts'
import type { Viewer } from '../viewer.ts'
import { excerpt } from './excerpt.ts'
import { isOpenQuestion, isUnseenAnswer, isUnseenMention } from './mine.ts'
import { aboutVisible, titleSql } from './target.ts'
import { commentTargets } from './targets.ts'

const me = (viewer: Viewer) => sql`${viewer.id}::uuid`
const column = (name: string) => sql.ref(`comment.${name}`)

/** What is said, and about what. */
const ofComment = (
  viewer: Viewer,
): Pick<TaskColumns, 'key' | 'title' | 'detail'> &
  Pick<TaskColumns, 'createdAt' | 'resourceType' | 'resourceId'> => ({
  key: column('id'),
  title: excerpt('comment'),
  detail: titleSql(viewer, commentTargets),
  createdAt: column('created_at'),
  resourceType: column('target_type'),
  resourceId: column('target_id'),
})

/** Questions to those who answer for the text (features.md N27). */
const toAnswer: TaskSource = {
  kind: 'questionToAnswer',
  state: 'waiting',
  columns: (viewer) => ({
    ...ofComment(viewer),
    dueDate: column('answer_by'),
    personId: column('author_id'),
    commentId: column('id'),
  }),
  rows: (viewer) => sql`from comment where ${isOpenQuestion}
    and ${aboutVisible(viewer, commentTargets, (target) => target.answers(viewer))}`,
}

/** Answers one has not seen, to what one asked or wondered about too. */
const answered: TaskSource = {
  kind: 'questionAnswered',
  state: 'waiting',
  columns: (viewer) => ({
    ...ofComment(viewer),
    createdAt: column('answered_at'),
    personId: sql`answer.author_id`,
    commentId: sql`answer.id`,
  }),
  rows: (viewer) => sql`from question_asker asker join comment on comment.id = asker.comment_id
    join comment answer on answer.id = comment.answer_id
    where asker.user_id = ${me(viewer)} and ${isUnseenAnswer} and ${aboutVisible(viewer, commentTargets)}`,
}

const mentioned: TaskSource = {
  kind: 'mention',
  state: 'waiting',
  columns: (viewer) => ({
    ...ofComment(viewer),
    createdAt: sql`mention.mentioned_at`,
    personId: column('author_id'),
    commentId: column('id'),
  }),
  rows: (viewer) => sql`from comment_mention mention join comment on comment.id = mention.comment_id
    where mention.user_id = ${me(viewer)} and ${isUnseenMention} and ${aboutVisible(viewer, commentTargets)}`,
}

/** What one has asked or wonders about too, and nobody has answered. */
const asked: TaskSource = {
  kind: 'questionToAnswer',
  state: 'waitingOnOthers',
  columns: (viewer) => ({ ...ofComment(viewer), dueDate: column('answer_by'), commentId: column('id') }),
  rows: (viewer) => sql`from question_asker asker join comment on comment.id = asker.comment_id
    where asker.user_id = ${me(viewer)} and asker.seen_at is null and ${isOpenQuestion}
      and ${aboutVisible(viewer, commentTargets)}`,
}

const answeredByMe: TaskSource = {
  kind: 'questionToAnswer',
  state: 'done',
  columns: (viewer) => ({
    ...ofComment(viewer),
    completedAt: sql`answer.created_at`,
    personId: column('author_id'),
    commentId: sql`answer.id`,
  }),
  rows: (viewer) => sql`from comment answer join comment on comment.answer_id = answer.id
    where answer.author_id = ${me(viewer)} and answer.is_answer and answer.removal is null
      and answer.created_at > ${doneSince(viewer)} and comment.removal is null
      and ${aboutVisible(viewer, commentTargets)}`,
}

/** What is asked and said to somebody in comments, on whatever has them. */
export const commentTasks: readonly TaskSource[] = [toAnswer, answered, mentioned, asked, answeredByMe]
