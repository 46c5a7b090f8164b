import { useQuery } from '@tanstack/react-query'
import type { Comment } from '#api/comments/contract.ts'
import { formatDateTime } from '../../lib/dates.ts'
import { m } from '../../messages/messages.js'
import { RichTextViewer } from '../rich-text/viewer.tsx'
import { commentQueries } from './comment-queries.ts'
import styles from './question-answers.module.css'

/** «Spørsmål og svar»: what readers have asked and been answered, as part of the text. Draws nothing without any. */
export function QuestionAnswers({ path }: { path: string }) {
  const { data = [] } = useQuery(commentQueries.answers(path))
  const pairs = data.flatMap((question) => {
    const answer = data.find(({ id }) => id === question.answerId)
    return question.body === null || !answer?.body ? [] : [{ question, answer }]
  })
  if (pairs.length === 0) return null
  return (
    <section aria-labelledby="question-answers" className={styles.section}>
      <h2 id="question-answers">{m.comments_answersTitle()}</h2>
      <dl className={styles.list}>
        {pairs.map(({ question, answer }) => (
          <div key={question.id}>
            <dt>
              <Text comment={question} />
            </dt>
            <dd>
              <Text comment={answer} />
              {answer.author !== null && (
                <p className={styles.meta}>
                  {m.comments_answeredBy({
                    name: answer.author.displayName,
                    when: formatDateTime(answer.createdDateTime),
                  })}
                </p>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const Text = ({ comment: { body } }: { comment: Comment }) =>
  body === null ? null : <RichTextViewer document={body} />
