import { useQuery } from '@tanstack/react-query'
import { useId, type ReactNode } from 'react'
import { Link } from 'react-router'
import type { Me } from '#api/users/contract.ts'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { FetchFailed } from '../fetch-failed.tsx'
import { PersonRows } from '../person-rows.tsx'
import { colleagueQueries, type Colleague } from '../queries.ts'
import styles from './at-hand.module.css'

interface AtHandProps {
  viewer: Me
  chosenId?: string
  addressOf: (person: Colleague) => string
}

/** Whom one most often looks for, before one has written anything: favourites, one's leader and one's own unit. */
export function AtHand({ viewer, chosenId, addressOf }: AtHandProps) {
  const favorites = useQuery(colleagueQueries.favorites())
  const manager = useQuery(colleagueQueries.manager(viewer.id))
  const near = useQuery({
    ...colleagueQueries.near(viewer.orgUnitId ?? ''),
    enabled: viewer.orgUnitId !== null,
  })
  const { people = [], count = 0 } = near.data ?? {}
  const others = people.filter(({ id }) => id !== viewer.id && id !== manager.data?.id)
  const failed = [favorites, manager, near].filter(({ isError }) => isError)

  const rows = (shown: readonly Colleague[]) => (
    <PersonRows people={shown} addressOf={addressOf} chosenId={chosenId} />
  )

  return (
    <>
      {favorites.data !== undefined && favorites.data.length > 0 && (
        <Group title={m.colleagues_favorites()}>{rows(favorites.data)}</Group>
      )}
      {manager.data && <Group title={m.colleagues_yourLeader()}>{rows([manager.data])}</Group>}
      {viewer.orgUnitId !== null && others.length > 0 && (
        <Group
          title={m.colleagues_yourUnit({ unit: viewer.department ?? '' })}
          wayOn={
            <Link to={paths.unit(viewer.orgUnitId)} className="lone-link">
              {count > people.length ? m.colleagues_wholeUnit({ count }) : m.colleagues_toYourUnit()}
            </Link>
          }
        >
          {rows(others)}
        </Group>
      )}
      {failed.length > 0 && (
        <FetchFailed
          text={m.colleagues_nearFailed()}
          onRetry={() => failed.forEach((query) => void query.refetch())}
        />
      )}
    </>
  )
}

function Group({ title, wayOn, children }: { title: string; wayOn?: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={styles.group}>
      <h2 id={id}>{title}</h2>
      {children}
      {wayOn}
    </section>
  )
}
