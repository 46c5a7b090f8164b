import type { DeviationEvent } from '#api/deviations/contract.ts'
import { formatDateTime } from '../../../lib/dates.ts'
import { m } from '../../../messages/messages.js'
import { Sheet } from '../../../ui/sheet.tsx'
import { eventLabels } from '../deviation-words.ts'
import styles from './case.module.css'

/** What has happened to the case, the last first. */
export function Timeline({ events }: { events: readonly DeviationEvent[] }) {
  return (
    <Sheet aria-labelledby="case-events">
      <h2 id="case-events" className={styles.heading}>
        {m.deviation_events()}
      </h2>
      <ol className={styles.timeline}>
        {events.toReversed().map((event) => (
          <li key={event.id}>
            <p className={styles.quiet}>{formatDateTime(event.dateTime)}</p>
            <p>
              <strong>{eventLabels[event.kind]()}</strong>
              {event.person && <> · {whoText(event)}</>}
            </p>
            {event.note && <p className={styles.note}>«{event.note}»</p>}
          </li>
        ))}
      </ol>
    </Sheet>
  )
}

/** «Mona Lie», or «Mona Lie for Ola Bakken» when she stood in for him. */
export const whoText = ({ person, onBehalfOf }: DeviationEvent): string =>
  onBehalfOf === null
    ? (person?.displayName ?? '')
    : m.deviation_onBehalf({ name: person?.displayName ?? '', principal: onBehalfOf.displayName })
