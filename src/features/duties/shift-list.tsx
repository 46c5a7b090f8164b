import { useState } from 'react'
import { Link } from 'react-router'
import type { Duty, DutyShift } from '#api/duties/contract.ts'
import { formatDateTime } from '../../lib/dates.ts'
import { paths } from '../../lib/paths.ts'
import { m } from '../../messages/messages.js'
import { Notice } from '../../ui/notice.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { useRemoveShift } from './duty-calls.ts'
import { dutyErrorText } from './duty-error.ts'
import styles from './duties.module.css'

/** Who has a duty now and later, in order. */
export function ShiftList({ duty, shifts }: { duty: Duty; shifts: readonly DutyShift[] }) {
  const { mutate, isPending, error } = useRemoveShift(duty.id)
  const [now] = useState(() => new Date().toISOString())
  if (shifts.length === 0) return <p className={styles.quiet}>{m.duties_noShifts()}</p>
  return (
    <>
      {error !== null && (
        <Notice tone="danger" role="alert">
          {dutyErrorText(error)}
        </Notice>
      )}
      <ul className={styles.list}>
        {shifts.map((shift) => (
          <li key={shift.id}>
            <div className={styles.about}>
              <Link to={paths.colleague(shift.user.id)} className="lone-link">
                {shift.user.displayName}
              </Link>
              <span className={styles.quiet}>
                {m.duties_fromTo({
                  from: formatDateTime(shift.startDateTime),
                  to: formatDateTime(shift.endDateTime),
                })}
              </span>
            </div>
            {shift.startDateTime <= now && <StatusTag tone="success">{m.duties_now()}</StatusTag>}
            {duty.permissions.canEdit && (
              <button
                type="button"
                className="ds-button"
                data-variant="tertiary"
                aria-label={m.duties_removeWho({
                  name: shift.user.displayName,
                  from: formatDateTime(shift.startDateTime),
                })}
                onClick={() => {
                  if (!isPending) mutate(shift)
                }}
              >
                {m.duties_remove()}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
