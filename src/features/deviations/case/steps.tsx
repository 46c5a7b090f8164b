import type { DeviationState } from '#api/deviations/contract.ts'
import { m } from '../../../messages/messages.js'
import styles from './case.module.css'

const labels = () => [
  m.deviation_stepReported(),
  m.deviation_stepReceived(),
  m.deviation_stepCause(),
  m.deviation_stepActions(),
  m.deviation_stepEffect(),
  m.deviation_stepClosed(),
]

/** The step a case stands at; undefined for those that left the way. */
const places: Partial<Record<DeviationState, number>> = {
  registered: 0,
  forwarded: 0,
  received: 1,
  inTreatment: 2,
  reopened: 2,
  actionsInProgress: 3,
  effectReview: 4,
  closed: 6,
  archived: 6,
}

/** The way from report to closing, and where the case is on it. */
export function Steps({ state }: { state: DeviationState }) {
  const place = places[state]
  if (place === undefined) return null
  return (
    <ol className={styles.steps} aria-label={m.deviation_steps()}>
      {labels().map((label, index) => (
        <li
          key={label}
          data-done={index < place || undefined}
          aria-current={index === place ? 'step' : undefined}
        >
          <span>{label}</span>
          {index < place && <span className="ds-sr-only">{m.deviation_stepDone()}</span>}
        </li>
      ))}
    </ol>
  )
}
