import { useQuery } from '@tanstack/react-query'
import { Presence } from './presence.tsx'
import { presenceQueries } from './presence-queries.ts'
import styles from './presence.module.css'

/** Whether a person of a list can be reached. Its line is kept free until it is known, so that nothing jumps. */
export function PersonPresence({ person }: { person: { id: string; givenName: string } }) {
  const { data } = useQuery(presenceQueries.entry(person.id))
  return <span className={styles.line}>{data && <Presence state={data} givenName={person.givenName} />}</span>
}
