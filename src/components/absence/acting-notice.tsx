import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { paths } from '../../lib/paths.ts'
import { m } from '../../messages/messages.js'
import { actingAt, absenceQueries } from './absence-queries.ts'
import { untilText } from './absence-texts.ts'
import styles from './absence.module.css'

/** Whom one stands in for at this moment, and until when. Draws nothing otherwise. */
export function ActingNotice() {
  const { data = [] } = useQuery(absenceQueries.substitutions())
  const acting = actingAt(data)
  if (acting.length === 0) return null
  return (
    <ul className={styles.acting}>
      {acting.map(({ id, user, endDateTime }) => (
        <li key={id}>
          <Link to={paths.absence()} className="lone-link">
            {m.absence_actingFor({ name: user.displayName, until: untilText(endDateTime) })}
          </Link>
        </li>
      ))}
    </ul>
  )
}
