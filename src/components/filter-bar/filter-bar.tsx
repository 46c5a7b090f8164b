import '../../styles/forms.css'
import { FunnelIcon } from '@navikt/aksel-icons'
import { useRef, useState } from 'react'
import { useHasRoomBeside } from '../../lib/media.ts'
import { m } from '../../messages/messages.js'
import { ChosenChip, ChosenChips } from '../../ui/chosen-chips.tsx'
import { useActiveFilters } from './active-filters.ts'
import { noFilters } from './filter-address.ts'
import { FilterControl } from './filter-control.tsx'
import type { AnyFilterValues, FilterDefinition } from './filter-definition.ts'
import { FilterDialog } from './filter-dialog.tsx'
import styles from './filter-bar.module.css'

interface FilterBarProps {
  /** What the filters narrow, for those who listen: «Filtrer nyheter». */
  label: string
  filters: readonly FilterDefinition[]
  /** `coming` of `useFilters`, so that a control answers at once. */
  value: AnyFilterValues
  onChange: (value: AnyFilterValues) => void
  /** How many the list holds; undefined while it is not known. */
  hits?: number
  /** On phones the filters are shown at once: somebody has just asked for them. */
  isOpenAtFirst?: boolean
}

/**
 * Narrows a list: in a row on wide screens, behind one button on phones. Says what is set and how many that leaves, and
 * takes it away one by one or all at once.
 */
export function FilterBar({ label, filters, value, onChange, hits, isOpenAtFirst = false }: FilterBarProps) {
  const isWide = useHasRoomBeside()
  const [isOpen, setOpen] = useState(isOpenAtFirst)
  const status = useRef<HTMLOutputElement>(null)
  const active = useActiveFilters(filters, value)
  const hitsText = hits === undefined ? '' : m.filter_hits({ count: hits })

  /** The pressed button goes away, so the focus needs a new place: what has come of it. */
  function clear(next: AnyFilterValues) {
    onChange(next)
    status.current?.focus()
  }
  const reset = () => clear(noFilters(filters))
  const controls = (shown: readonly FilterDefinition[]) =>
    shown.map((filter) => (
      <FilterControl
        key={filter.name}
        filter={filter}
        value={value[filter.name]}
        onChange={(next) => onChange({ ...value, [filter.name]: next })}
      />
    ))
  // Searching is not hidden behind a button.
  const texts = filters.filter(({ kind }) => kind === 'text')
  const others = filters.filter(({ kind }) => kind !== 'text')

  return (
    <section aria-label={label} className={styles.bar}>
      <div className={styles.controls}>
        {controls(isWide ? filters : texts)}
        {!isWide && others.length > 0 && (
          <button
            type="button"
            className="ds-button"
            data-variant="secondary"
            aria-haspopup="dialog"
            onClick={() => setOpen(true)}
          >
            <FunnelIcon aria-hidden />
            {active.length === 0 ? m.filter_open() : m.filter_openCount({ count: active.length })}
          </button>
        )}
      </div>
      <div className={styles.state}>
        <output ref={status} tabIndex={-1} className={styles.hits}>
          {hitsText}
        </output>
        <ChosenChips label={m.filter_activeLabel()}>
          {active.map((filter) => (
            <ChosenChip key={filter.key} label={filter.label} onRemove={() => clear(filter.without)} />
          ))}
        </ChosenChips>
        {active.length > 0 && (
          <button type="button" className="ds-button" data-variant="tertiary" onClick={reset}>
            {m.filter_reset()}
          </button>
        )}
      </div>
      {!isWide && (
        <FilterDialog
          isOpen={isOpen}
          title={label}
          doneLabel={hits === undefined ? m.filter_done() : m.filter_show({ count: hits })}
          onReset={active.length > 0 ? () => onChange(noFilters(filters)) : undefined}
          onClose={() => setOpen(false)}
        >
          {controls(others)}
        </FilterDialog>
      )}
    </section>
  )
}
