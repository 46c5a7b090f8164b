import { useState } from 'react'
import { Link } from 'react-router'
import type { NewsPostConfirmation } from '#api/news-posts/contract.ts'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { InitialsAvatar } from '../../../ui/initials-avatar.tsx'
import styles from './confirmations-panel.module.css'

/** People shown before one asks for more. */
const maxShown = 5

interface PeopleListProps {
  people: readonly NewsPostConfirmation[]
  total: number
  /** Fetches more; absent when all are there. */
  onMore: (() => Promise<unknown>) | undefined
  describe: (person: NewsPostConfirmation) => string
}

/** People by name, and what each has done. */
export function PeopleList({ people, total, onMore, describe }: PeopleListProps) {
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? people : people.slice(0, maxShown)
  const hasMore = shown.length < people.length || onMore !== undefined

  function showMore() {
    if (isWhole) void onMore?.()
    setWhole(true)
  }

  return (
    <>
      <ul className={styles.people}>
        {shown.map((person) => (
          <li key={person.id}>
            <InitialsAvatar displayName={person.displayName} />
            <p>
              <Link to={paths.colleague(person.id)}>{person.displayName}</Link>
              <span className={styles.meta}>
                {[person.department, describe(person)].filter(Boolean).join(' · ')}
              </span>
            </p>
          </li>
        ))}
      </ul>
      {hasMore && (
        <button type="button" className="ds-button" data-variant="tertiary" onClick={showMore}>
          {m.news_showMorePeople({ shown: shown.length, total })}
        </button>
      )}
    </>
  )
}
