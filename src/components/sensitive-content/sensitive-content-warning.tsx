import { Button, ValidationMessage } from '@digdir/designsystemet-react'
import { m } from '../../messages/messages.js'
import type { SensitiveFinding } from './guard.ts'
import styles from './sensitive-content.module.css'

interface SensitiveContentWarningProps {
  /** Id for the field's `aria-describedby`. */
  id: string
  findings: readonly SensitiveFinding[]
  /** «This is not one.» Without it the number has to be taken out. */
  onAccept?: (finding: SensitiveFinding) => void
}

/** Stands under a field whose text has what looks like an identity number. Draws nothing otherwise. */
export function SensitiveContentWarning({ id, findings, onAccept }: SensitiveContentWarningProps) {
  return (
    <div id={id} role="alert" className={styles.warnings}>
      {uniqueBy(findings, (finding) => finding.digits).map((finding) => (
        <div key={finding.digits} className={styles.warning}>
          <ValidationMessage>
            <span>
              {m.parts_sensitiveFound()} <q>{finding.text}</q>
            </span>
          </ValidationMessage>
          {onAccept !== undefined && (
            <Button
              type="button"
              variant="tertiary"
              aria-label={m.parts_sensitiveAcceptNamed({ text: finding.text })}
              onClick={() => onAccept(finding)}
            >
              {m.parts_sensitiveAccept()}
            </Button>
          )}
        </div>
      ))}
    </div>
  )
}

function uniqueBy<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()]
}
