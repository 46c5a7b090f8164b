import { lixGoal, readabilityOf, type Readability } from '#api/text/lix.ts'
import { m } from '../../messages/messages.js'
import styles from './plain-language.module.css'

const names: Record<Readability, () => string> = {
  veryEasy: m.plain_veryEasy,
  easy: m.plain_easy,
  medium: m.plain_medium,
  hard: m.plain_hard,
  veryHard: m.plain_veryHard,
}

/** The right end of the bar; hardly any text gets so far. */
const scale = 80

/** How easy the text is, in words and as a bar with the goal on it. */
export function ReadabilityLine({ lix }: { lix: number }) {
  return (
    <div>
      <p className={styles.step}>
        {names[readabilityOf(lix)]()} {m.plain_goal({ goal: lixGoal })}
      </p>
      <div className={styles.bar} data-over={lix >= lixGoal || undefined} aria-hidden="true">
        <div style={{ inlineSize: `${Math.min(100, (100 * lix) / scale)}%` }} />
        <span style={{ insetInlineStart: `${(100 * lixGoal) / scale}%` }} />
      </div>
    </div>
  )
}
