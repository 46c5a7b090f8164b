import { m } from '../../../messages/messages.js'
import { focusField } from './focus-field.ts'
import type { PublishCheck } from './publish-check.ts'
import styles from './edit-page.module.css'

export const problemSummaryId = 'post-problems'

/** All that stops the post from going out, first on the page and focused, each with the way to its field. */
export function ProblemSummary({ problems }: { problems: readonly PublishCheck[] }) {
  return (
    <section
      id={problemSummaryId}
      tabIndex={-1}
      className={styles.problems}
      aria-labelledby="post-problems-title"
    >
      <h2 id="post-problems-title">{m.news_problems({ count: problems.length })}</h2>
      <ul>
        {problems.map((problem) => (
          <li key={problem.name}>
            <button type="button" className={styles.toField} onClick={() => focusField(problem.target)}>
              {problem.text}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
