import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { ApiError } from '../../../lib/request.ts'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { Sheet } from '../../../ui/sheet.tsx'
import { FetchFailed } from '../fetch-failed.tsx'
import { colleagueQueries } from '../queries.ts'
import { ProfileCard } from './profile-card.tsx'
import styles from './profile.module.css'

/** The profile of one person beside a list. The one before stays until it is there. */
export function ProfilePanel({ id, isOwn }: { id: string; isOwn: boolean }) {
  const query = useQuery({ ...colleagueQueries.detail(id), placeholderData: keepPreviousData })
  const { data: person, error } = query
  if (error instanceof ApiError && error.status === 404)
    return <p className={styles.gone}>{m.profile_gone()}</p>
  if (error !== null) return <FetchFailed text={m.profile_failed()} onRetry={() => void query.refetch()} />
  if (person === undefined) return null
  return (
    <div className={styles.panel}>
      <Sheet aria-label={m.profile_panel({ name: person.displayName })} className={styles.card}>
        <ProfileCard
          key={person.id}
          person={person}
          isOwn={isOwn}
          heading={
            <h2 className={styles.name}>
              <Link to={paths.colleague(person.id)}>{person.displayName}</Link>
            </h2>
          }
        />
      </Sheet>
      <div className={styles.links}>
        <Link to={paths.colleague(person.id)} className="lone-link">
          {isOwn ? m.profile_wholeOwn() : m.profile_whole()}
        </Link>
        {person.orgUnitId !== null && person.department !== null && (
          <Link to={paths.units({ unit: person.orgUnitId })} className="lone-link">
            {m.profile_inChart({ unit: person.department })}
          </Link>
        )}
      </div>
    </div>
  )
}
