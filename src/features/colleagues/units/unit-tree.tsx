// No element of HTML is a tree; the links are its items, as the ARIA pattern of a tree view for navigation has them.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { ChevronRightIcon } from '@navikt/aksel-icons'
import { useEffect, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react'
import { Link } from 'react-router'
import type { OrgUnit } from '#api/org-units/contract.ts'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { Sheet } from '../../../ui/sheet.tsx'
import { FetchFailed } from '../fetch-failed.tsx'
import { useTree, type TreeRow } from './use-tree.ts'
import { useTypeAhead } from './use-type-ahead.ts'
import styles from './units-page.module.css'

interface UnitTreeProps {
  top: readonly OrgUnit[]
  /** The way down to the unit that is shown open; empty for none. */
  path: readonly OrgUnit[]
}

/**
 * The organisation as a tree: arrows up and down move, right opens, left closes or goes up, letters jump, Enter leads to
 * the unit. One stop for Tab.
 */
export function UnitTree({ top, path }: UnitTreeProps) {
  const { rows, toggle, retry } = useTree(top, path)
  const tree = useRef<HTMLDivElement>(null)
  const sought = path.at(-1)?.id
  const [activeId, setActiveId] = useState(sought ?? top[0]?.id)
  const { find, forget } = useTypeAhead()
  const isDrawn = rows.some(({ unit }) => unit.id === activeId)
  const stopId = isDrawn ? activeId : rows[0]?.unit.id

  const hasSought = sought !== undefined && rows.some(({ unit }) => unit.id === sought)
  useEffect(() => {
    if (hasSought) tree.current?.querySelector(`[data-id="${sought}"]`)?.scrollIntoView({ block: 'center' })
  }, [hasSought, sought])

  function focus(row: TreeRow | undefined) {
    if (!row) return
    setActiveId(row.unit.id)
    tree.current?.querySelector<HTMLElement>(`[data-id="${row.unit.id}"]`)?.focus()
  }

  function onKeyDown(event: KeyboardEvent) {
    const index = rows.findIndex(({ unit }) => unit.id === stopId)
    const row = rows[index]
    if (!row || event.altKey || event.ctrlKey || event.metaKey) return
    const move = keys[event.key]
    if (move) {
      forget()
      move({ rows, index, row, focus, toggle: () => toggle(row.unit.id) })
    } else if (/^[\p{L}\p{N}]$/u.test(event.key)) focus(find(event.key, rows, index))
    else return
    event.preventDefault()
  }

  return (
    <>
      <Sheet isFlush>
        <div ref={tree} role="tree" aria-label={m.units_title()} tabIndex={-1} onKeyDown={onKeyDown}>
          {rows.map((row) => (
            <UnitRow
              key={row.unit.id}
              row={row}
              isStop={row.unit.id === stopId}
              isSought={row.unit.id === sought}
              onFocus={() => setActiveId(row.unit.id)}
              onToggle={() => toggle(row.unit.id)}
            />
          ))}
        </div>
      </Sheet>
      {retry && <FetchFailed text={m.units_failed()} onRetry={retry} />}
    </>
  )
}

interface Move {
  rows: readonly TreeRow[]
  index: number
  row: TreeRow
  focus: (row: TreeRow | undefined) => void
  toggle: () => void
}

const keys: Record<string, (move: Move) => void> = {
  ArrowDown: ({ rows, index, focus }) => focus(rows[index + 1]),
  ArrowUp: ({ rows, index, focus }) => focus(rows[index - 1]),
  Home: ({ rows, focus }) => focus(rows[0]),
  End: ({ rows, focus }) => focus(rows.at(-1)),
  ArrowRight: ({ rows, index, row, focus, toggle }) => {
    if (row.isOpen === false) toggle()
    else if (row.isOpen) focus(rows[index + 1])
  },
  ArrowLeft: ({ rows, index, row, focus, toggle }) => {
    if (row.isOpen) toggle()
    else focus(rows.slice(0, index).findLast(({ level }) => level < row.level))
  },
}

/** How far in a level stands, for the style sheet. */
const indent = (level: number) => ({ '--level': level - 1 }) as CSSProperties

interface UnitRowProps {
  row: TreeRow
  /** The one Tab comes to. */
  isStop: boolean
  isSought: boolean
  onFocus: () => void
  onToggle: () => void
}

function UnitRow({ row, isStop, isSought, onFocus, onToggle }: UnitRowProps) {
  const { unit, level, isOpen, place, siblings } = row
  return (
    <Link
      to={paths.unit(unit.id)}
      role="treeitem"
      aria-level={level}
      aria-expanded={isOpen}
      aria-posinset={place}
      aria-setsize={siblings}
      aria-current={isSought || undefined}
      data-id={unit.id}
      tabIndex={isStop ? 0 : -1}
      className={styles.unit}
      style={indent(level)}
      onFocus={onFocus}
    >
      {isOpen === undefined ? (
        <span className={styles.opener} />
      ) : (
        // For the mouse and the finger; the arrow keys do the same.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
        <span
          className={styles.opener}
          data-open={isOpen || undefined}
          onClick={(event) => {
            event.preventDefault()
            onToggle()
          }}
        >
          <ChevronRightIcon aria-hidden fontSize="1.25rem" />
        </span>
      )}
      <span className={styles.unitName}>{unit.displayName}</span>
      {unit.leader !== null && <span className={styles.leader}>{unit.leader.displayName}</span>}
      <span className={styles.members}>{m.units_members({ count: unit.memberCount })}</span>
    </Link>
  )
}
