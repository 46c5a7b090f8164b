import { sql } from 'kysely'
import type { CommentTarget } from '../comments/target.ts'
import { mayKnowOf } from '../users/protection.ts'
import { canCommentNewsPost, canModerateComments, hasBeenOut, managed } from './policy.ts'
import { recipients } from './recipients.ts'
import { newsPosts } from './resource.ts'
import { findFacts } from './store.ts'

/** Comments and questions on news (features.md N11, N27). */
export const newsPostComments: CommentTarget = {
  type: 'newsPost',
  resource: newsPosts,
  titlePath: 'title',
  questionNames: { answered: 'newsQuestions', open: 'openNewsQuestions' },
  answers: managed,
  async findPowers(db, viewer, id) {
    const post = await findFacts(db, viewer, id)
    return (
      post && {
        canComment: canCommentNewsPost(viewer, post),
        canModerate: hasBeenOut(post) && canModerateComments(viewer, post),
      }
    )
  },
  async findAudienceKeys(db, id) {
    const post = await db
      .selectFrom('news_post')
      .select('audience_keys')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    // Communications follow what is said below every post.
    return [...new Set([...post.audience_keys, 'role:Editor'])]
  },
  async findAuthorId(db, id) {
    const post = await db
      .selectFrom('news_post')
      .select('author_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return post.author_id
  },
  // Those it reaches, and those who manage it: `visibleNewsPost`, asked of others than the viewer, who knows of them.
  async findReached(db, viewer, id, userIds) {
    const { rows } = await sql<{ id: string }>`
      select person.id from "user" person join news_post on news_post.id = ${id}::uuid
      where person.id = any(${[...userIds]}::uuid[]) and person.account_enabled
        and ${mayKnowOf(viewer, sql.ref('person.id'))} and (
        person.id in ${recipients} or person.id = news_post.author_id or 'Editor' = any(person.app_roles)
        or exists (select from org_unit_ancestor above join org_unit on org_unit.id = above.ancestor_id
          where above.unit_id = news_post.responsible_unit_id and (org_unit.leader_id = person.id
            or exists (select from news_editor where news_editor.org_unit_id = org_unit.id
              and news_editor.user_id = person.id))))`.execute(db)
    return rows.map((row) => row.id)
  },
}
