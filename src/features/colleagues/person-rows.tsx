import { Sheet } from '../../ui/sheet.tsx'
import { HitRow } from './find/hit-row.tsx'
import type { Colleague } from './queries.ts'
import styles from './person-rows.module.css'

interface PersonRowsProps {
  people: readonly Colleague[]
  addressOf: (person: Colleague) => string
  chosenId?: string
}

/** A short list of colleagues. */
export function PersonRows({ people, addressOf, chosenId }: PersonRowsProps) {
  return (
    <Sheet isFlush>
      <ul className={styles.list}>
        {people.map((person) => (
          <li key={person.id}>
            <HitRow person={person} search="" address={addressOf(person)} isChosen={person.id === chosenId} />
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
