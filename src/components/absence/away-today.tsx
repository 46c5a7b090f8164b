import { ClockDashedIcon } from '@navikt/aksel-icons'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Link } from 'react-router'
import type { WeekAbsence } from '#api/reachability/contract.ts'
import { paths } from '../../lib/paths.ts'
import { m } from '../../messages/messages.js'
import { InitialsAvatar } from '../../ui/initials-avatar.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { absenceQueries } from './absence-queries.ts'
import { backText, periodText } from './absence-texts.ts'
import styles from './away-today.module.css'

/** Most who are shown before one asks for the others. */
const maxShown = 4

/** Who of one's unit is away today, when they are back and who stands in, never why; and the way to say that one is away. */
export function AwayToday({ unitId, unit }: { unitId: string | null; unit: string | null }) {
  const id = useId()
  const { data } = useQuery({ ...absenceQueries.awayToday(unitId ?? ''), enabled: unitId !== null })
  const [isWhole, setWhole] = useState(false)
  if (data === undefined) return <MarkAway />
  const { absences, memberCount } = data
  const shown = isWhole ? absences : absences.slice(0, maxShown)
  return (
    <Sheet aria-labelledby={id} className={styles.panel}>
      <div className={styles.head}>
        <h2 id={id}>{m.absence_todayTitle()}</h2>
        <span className={styles.quiet}>
          {m.absence_todayCount({ count: absences.length, total: memberCount })}
        </span>
        <p className={styles.quiet}>{unit}</p>
      </div>
      {absences.length === 0 && <p>{m.absence_todayNobody()}</p>}
      <ul className={styles.list}>
        {shown.map((absence) => (
          <Away key={absence.user.id} absence={absence} />
        ))}
      </ul>
      {shown.length < absences.length && (
        <button type="button" className="ds-button" data-variant="tertiary" onClick={() => setWhole(true)}>
          {m.absence_todayAll({ count: absences.length })}
        </button>
      )}
      <MarkAway />
    </Sheet>
  )
}

function Away({ absence: { user, substitute, substituteStatus, ...period } }: { absence: WeekAbsence }) {
  const when = returnText(period)
  return (
    <li>
      <InitialsAvatar displayName={user.displayName} />
      <div>
        <Link to={paths.colleague(user.id)} className={styles.name}>
          {user.displayName}
        </Link>
        <p className={styles.quiet}>{when.charAt(0).toUpperCase() + when.slice(1)}</p>
        {substitute !== null && substituteStatus === 'accepted' && (
          <p className={styles.quiet}>
            {m.absence_todaySubstitute()}{' '}
            <Link to={paths.colleague(substitute.id)}>{substitute.displayName}</Link>
          </p>
        )}
      </div>
    </li>
  )
}

/** When somebody is back; for one who is still here, when they are away. */
function returnText(period: Pick<WeekAbsence, 'startDateTime' | 'endDateTime'>, now = new Date()): string {
  return new Date(period.startDateTime) <= now ? backText(period.endDateTime, now) : periodText(period, now)
}

/** Leads to where one says that one is away. */
function MarkAway() {
  return (
    <Link to={paths.absence()} className="ds-button" data-variant="secondary">
      <ClockDashedIcon aria-hidden fontSize="1.25rem" />
      {m.absence_markAway()}
    </Link>
  )
}
