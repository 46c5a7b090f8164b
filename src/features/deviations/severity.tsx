import { severityLabel } from './deviation-words.ts'
import styles from './severity.module.css'

/** How serious a case is: five bars, and the word. @param severity 1–5. */
export function Severity({ severity }: { severity: number }) {
  return (
    <span className={styles.severity} data-high={severity >= 4 || undefined}>
      <span className={styles.bars} aria-hidden>
        {[1, 2, 3, 4, 5].map((step) => (
          <span key={step} data-on={step <= severity || undefined} />
        ))}
      </span>
      {severityLabel(severity)}
    </span>
  )
}
