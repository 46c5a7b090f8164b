import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { PersonRows } from '../person-rows.tsx'
import { colleagueQueries } from '../queries.ts'
import styles from './profile.module.css'

/** Whom somebody leads. Nothing for those who lead nobody. */
export function Reports({ id }: { id: string }) {
  const headingId = useId()
  const { data: reports = [] } = useQuery(colleagueQueries.reports(id))
  if (reports.length === 0) return null
  return (
    <section aria-labelledby={headingId} className={styles.section}>
      <h2 id={headingId}>{m.profile_reports({ count: reports.length })}</h2>
      <PersonRows people={reports} addressOf={(person) => paths.colleague(person.id)} />
    </section>
  )
}
