import { sql } from 'kysely'
import type { ExportSource } from '../export/export-source.ts'

/** What a person wrote below things, and what the person removed of others' without their text. */
export const commentsExport: ExportSource = {
  name: 'comments',
  covers: ['comment.author_id', 'comment.removed_by_id'],
  rows: (
    userId,
  ) => sql`select comment.id::text as key, jsonb_build_object('id', comment.id, 'kind', comment.kind,
      'targetType', comment.target_type, 'targetId', comment.target_id,
      'isAuthor', comment.author_id = ${userId}::uuid,
      'text', case when comment.author_id = ${userId}::uuid then comment.body_text end,
      'createdDateTime', comment.created_at, 'editedDateTime', comment.edited_at, 'removal', comment.removal,
      'removalReason', comment.removal_reason, 'removedDateTime', comment.removed_at,
      'removedByMe', coalesce(comment.removed_by_id = ${userId}::uuid, false)) as row
    from comment where ${userId}::uuid in (comment.author_id, comment.removed_by_id)`,
}

/** Where a person was named. The text is its writer's. */
export const mentionsExport: ExportSource = {
  name: 'mentions',
  covers: ['comment_mention.user_id'],
  rows: (userId) => sql`select comment_id::text as key, jsonb_build_object('commentId', comment_id,
      'mentionedDateTime', mentioned_at, 'seenDateTime', seen_at) as row
    from comment_mention where user_id = ${userId}::uuid`,
}

/** Questions a person waits, or waited, to have answered. */
export const questionsExport: ExportSource = {
  name: 'questionsFollowed',
  covers: ['question_asker.user_id'],
  rows: (userId) => sql`select comment_id::text as key, jsonb_build_object('commentId', comment_id,
      'askedDateTime', asked_at, 'seenDateTime', seen_at) as row
    from question_asker where user_id = ${userId}::uuid`,
}
