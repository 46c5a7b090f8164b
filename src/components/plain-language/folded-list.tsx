import { Button } from '@digdir/designsystemet-react'
import { useId, useState, type ReactNode } from 'react'
import { m } from '../../messages/messages.js'
import styles from './plain-language.module.css'

/** Rows shown of a list before one asks for all. */
const fewest = 3

interface FoldedListProps<Item> {
  labelledBy?: string
  label?: string
  items: readonly Item[]
  keyOf: (item: Item) => string
  children: (item: Item) => ReactNode
}

/** A list that shows its first three rows, and all when asked: «Vis alle 12». */
export function FoldedList<Item>({ labelledBy, label, items, keyOf, children }: FoldedListProps<Item>) {
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const isFoldable = items.length > fewest + 1
  const shown = isFoldable && !isOpen ? items.slice(0, fewest) : items
  return (
    <div>
      {/* Safari takes a list without bullets for no list. */}
      {/* oxlint-disable-next-line jsx-a11y/no-redundant-roles */}
      <ul id={id} role="list" className={styles.rows} aria-label={label} aria-labelledby={labelledBy}>
        {shown.map((item) => (
          <li key={keyOf(item)}>{children(item)}</li>
        ))}
      </ul>
      {isFoldable && (
        <Button
          type="button"
          variant="tertiary"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? m.plain_showFewer() : m.plain_showAll({ count: items.length })}
        </Button>
      )}
    </div>
  )
}
