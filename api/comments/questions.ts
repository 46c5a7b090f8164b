import { sql, type SqlBool } from 'kysely'
import { date, dateTime, guid, int, text } from '../graph/property.ts'
import type { Resource } from '../graph/resource.ts'
import { excerpt, targetProperties } from './excerpt.ts'
import { isOpenQuestion, isUnseenAnswer } from './mine.ts'
import { sameQuestionCount } from './resource.ts'
import { aboutVisible, titleSql, type CommentTarget } from './target.ts'

const answered = dateTime('comment.answered_at', { sort: true })
const answerBy = date('comment.answer_by', { filter: true, sort: true })

/** Questions the viewer asked, or wondered about too, with an answer the viewer has not seen (features.md N27). */
export const answeredQuestions = (target: CommentTarget): Resource => ({
  name: target.questionNames.answered,
  entity: 'answeredQuestion',
  from: (viewer) => sql`question_asker asker
    join comment on comment.id = asker.comment_id
    join comment answer on answer.id = comment.answer_id
    join "user" answerer on answerer.id = answer.author_id
    cross join lateral (select ${titleSql(viewer, [target])} as title) target`,
  visible: (viewer) => sql<SqlBool>`(asker.user_id = ${viewer.id}::uuid and ${isUnseenAnswer}
    and ${aboutVisible(viewer, [target])})`,
  properties: new Map([
    ['id', guid('comment.id')],
    ...targetProperties,
    ['text', text(excerpt('comment'))],
    ['answer/id', guid('answer.id')],
    ['answer/text', text(excerpt('answer'))],
    ['answeredBy/id', guid('answerer.id')],
    ['answeredBy/displayName', text('answerer.display_name')],
    ['answeredBy/jobTitle', text('answerer.job_title', { nullable: true })],
    ['answeredDateTime', answered],
  ]),
  order: [{ path: 'answeredDateTime', property: answered, descending: true }],
})

/** Questions that wait where the viewer answers for the text, the first to be answered first. */
export const openQuestions = (target: CommentTarget): Resource => ({
  name: target.questionNames.open,
  entity: 'openQuestion',
  from: (viewer) => sql`comment
    join "user" author on author.id = comment.author_id
    cross join lateral (select ${titleSql(viewer, [target])} as title) target`,
  visible: (viewer) =>
    sql<SqlBool>`(${isOpenQuestion} and ${aboutVisible(viewer, [target], (one) => one.answers(viewer))})`,
  properties: new Map([
    ['id', guid('comment.id')],
    ...targetProperties,
    ['text', text(excerpt('comment'))],
    ['author/id', guid('author.id')],
    ['author/displayName', text('author.display_name')],
    ['author/jobTitle', text('author.job_title', { nullable: true })],
    ['createdDateTime', dateTime('comment.created_at', { filter: true, sort: true })],
    ['answerBy', answerBy],
    ['sameQuestionCount', int(sameQuestionCount)],
  ]),
  order: [{ path: 'answerBy', property: answerBy, descending: false }],
})
