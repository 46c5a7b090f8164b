import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { formatWhen } from '../../lib/dates.ts'
import { paths } from '../../lib/paths.ts'
import { m } from '../../messages/messages.js'
import { Sheet } from '../../ui/sheet.tsx'
import { newsQueries } from './queries.ts'
import styles from './drafts.module.css'

/** Drafts I wrote or answer for. Draws nothing when there are none. */
export function Drafts() {
  const { data: drafts = [] } = useQuery(newsQueries.drafts())
  if (drafts.length === 0) return null
  return (
    <Sheet aria-labelledby="drafts-title">
      <h2 id="drafts-title" className={styles.heading}>
        {m.news_drafts()}
      </h2>
      <ul className={styles.list}>
        {drafts.map((draft) => (
          <li key={draft.id}>
            <Link to={paths.editNewsPost(draft.id)}>{draft.title || m.news_untitled()}</Link>
            <p className={styles.meta}>{m.news_changed({ when: formatWhen(draft.lastModifiedDateTime) })}</p>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
