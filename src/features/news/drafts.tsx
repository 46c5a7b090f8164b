import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { formatWhen } from '../../lib/dates.ts'
import { paths } from '../../lib/paths.ts'
import { m } from '../../messages/messages.js'
import { Sheet } from '../../ui/sheet.tsx'
import { newsQueries } from './queries.ts'
import styles from './drafts.module.css'

/** Drafts shown before one asks for the rest. */
const maxShown = 5

/** Drafts I wrote or answer for. Draws nothing when there are none. */
export function Drafts() {
  const { data: drafts = [] } = useQuery(newsQueries.drafts())
  const [isWhole, setWhole] = useState(false)
  if (drafts.length === 0) return null
  const shown = isWhole ? drafts : drafts.slice(0, maxShown)
  return (
    <Sheet aria-labelledby="drafts-title">
      <h2 id="drafts-title" className={styles.heading}>
        {m.news_drafts()}
      </h2>
      <ul className={styles.list}>
        {shown.map((draft) => (
          <li key={draft.id}>
            <Link to={paths.editNewsPost(draft.id)}>{draft.title || m.news_untitled()}</Link>
            <p className={styles.meta}>{m.news_changed({ when: formatWhen(draft.lastModifiedDateTime) })}</p>
          </li>
        ))}
      </ul>
      {shown.length < drafts.length && (
        <button type="button" className="ds-button" data-variant="tertiary" onClick={() => setWhole(true)}>
          {m.news_showAllDrafts({ count: drafts.length })}
        </button>
      )}
    </Sheet>
  )
}
