import type { NewsPostConfirmation } from '#api/news-posts/contract.ts'
import { m } from '../../messages/messages.js'
import { InitialsAvatar } from '../../ui/initials-avatar.tsx'
import styles from './confirmations-panel.module.css'

interface PeopleListProps {
  people: readonly NewsPostConfirmation[]
  total: number
  /** Fetches more; absent when all are there. */
  onMore: (() => Promise<unknown>) | undefined
  describe: (person: NewsPostConfirmation) => string
}

/** People by name, and what each has done. */
export function PeopleList({ people, total, onMore, describe }: PeopleListProps) {
  return (
    <>
      <ul className={styles.people}>
        {people.map((person) => (
          <li key={person.id}>
            <InitialsAvatar displayName={person.displayName} />
            <p>
              <strong>{person.displayName}</strong>
              <span className={styles.meta}>
                {[person.department, describe(person)].filter(Boolean).join(' · ')}
              </span>
            </p>
          </li>
        ))}
      </ul>
      {onMore !== undefined && (
        <button type="button" className="ds-button" data-variant="tertiary" onClick={() => void onMore()}>
          {m.news_showMorePeople({ shown: people.length, total })}
        </button>
      )}
    </>
  )
}
