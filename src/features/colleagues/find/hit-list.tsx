import { defaultRangeExtractor, useWindowVirtualizer, type Range } from '@tanstack/react-virtual'
import {
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type Ref,
} from 'react'
import type { Colleague } from '../queries.ts'
import { HitRow } from './hit-row.tsx'
import styles from './hit-list.module.css'

/** What a row is taken to be high until it is drawn, in pixels. */
const usualHeight = 100
/** Rows drawn beyond the screen, and from which place the next ones are fetched. */
const overscan = 6
const nearEnd = 15

/** What the field above the list can ask of it. */
export interface HitListHandle {
  /** Moves focus to the first row. */
  enter: () => void
}

interface HitListProps {
  ref?: Ref<HitListHandle>
  /** What the list is, read aloud. */
  label: string
  people: readonly Colleague[]
  /** How many there are in all, fetched or not. */
  total: number
  search: string
  chosenId?: string
  addressOf: (person: Colleague) => string
  /** The first row is left upwards. */
  onLeave?: () => void
  /** Fetches more; undefined when there are none, or while they come. */
  onMore?: () => void
}

/** Colleagues, of whom only those near the screen are drawn. The arrows move between them, Enter opens. */
export function HitList(props: HitListProps) {
  const { ref, label, people, total, search, chosenId, addressOf, onLeave, onMore } = props
  const list = useRef<HTMLUListElement>(null)
  const [top, setTop] = useState(0)
  const [focused, setFocused] = useState<number>()
  // What stands above the list comes and goes.
  useLayoutEffect(() => {
    const measure = () => {
      const place = list.current?.getBoundingClientRect()
      if (place) setTop(Math.round(place.top + window.scrollY))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [])
  // oxlint-disable-next-line react/incompatible-library -- nothing it answers with is kept beyond the drawing
  const rows = useWindowVirtualizer({
    count: people.length,
    estimateSize: () => usualHeight,
    measureElement: (element) => (element as HTMLElement).offsetHeight || usualHeight,
    getItemKey: (index) => people[index]?.id ?? index,
    overscan,
    scrollMargin: top,
    scrollPaddingStart: 80,
    scrollPaddingEnd: 80,
    rangeExtractor: (range) => withRow(range, focused),
  })
  const drawn = rows.getVirtualItems()
  const last = drawn.at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= people.length - nearEnd) onMore?.()
  }, [last, people.length, onMore])

  function focusRow(index: number) {
    list.current?.querySelector<HTMLElement>(`[data-index="${index}"] a`)?.focus()
  }
  useImperativeHandle(ref, () => ({ enter: () => focusRow(0) }))

  function onKeyDown(event: KeyboardEvent) {
    if (focused === undefined || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
    event.preventDefault()
    if (event.key === 'ArrowUp' && focused === 0) onLeave?.()
    else focusRow(focused + (event.key === 'ArrowDown' ? 1 : -1))
  }

  return (
    // The keys move between the links inside, which have the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ul
      ref={list}
      aria-label={label}
      className={styles.list}
      style={{ blockSize: rows.getTotalSize() }}
      onKeyDown={onKeyDown}
      onFocus={(event) => setFocused(rowOf(event.target))}
      onBlur={() => setFocused(undefined)}
    >
      {drawn.map(({ index, key, start }) => {
        const person = people[index]
        return (
          person && (
            <li
              key={key}
              ref={rows.measureElement}
              data-index={index}
              aria-setsize={total}
              aria-posinset={index + 1}
              className={styles.item}
              style={{ transform: `translateY(${start - top}px)` }}
            >
              <HitRow
                person={person}
                search={search}
                address={addressOf(person)}
                isChosen={person.id === chosenId}
              />
            </li>
          )
        )
      })}
    </ul>
  )
}

/** Which row an element is in. */
function rowOf(element: Element): number | undefined {
  const row = element.closest<HTMLElement>('[data-index]')
  return row === null ? undefined : Number(row.dataset.index)
}

/** The rows to draw, and the one with the focus, which would be lost with it. */
function withRow(range: Range, index: number | undefined): number[] {
  const indexes = defaultRangeExtractor(range)
  if (index === undefined || index >= range.count || indexes.includes(index)) return indexes
  return [...indexes, index].sort((a, b) => a - b)
}
