import { useLocation, useNavigation, useSearchParams } from 'react-router'
import { parseFilters, writeFilters } from './filter-address.ts'
import type { AnyFilterValues, FilterDefinition, FilterValues } from './filter-definition.ts'

/** Filters as they stand in the address of the page. */
export interface Filters<Definitions extends readonly FilterDefinition[]> {
  /** What the page shows: read data with these. */
  value: FilterValues<Definitions>
  /** What has been asked for, also while the page is still fetching it: for the controls. */
  coming: FilterValues<Definitions>
  onChange: (values: AnyFilterValues) => void
}

/**
 * Keeps filters in the address, so that they can be shared and survive a reload and the way back. `definitions` must be
 * the same object each time. Each choice is a step in the browser's history; what one types is one step.
 */
export function useFilters<const Definitions extends readonly FilterDefinition[]>(
  definitions: Definitions,
): Filters<Definitions> {
  const [query, setQuery] = useSearchParams()
  const { pathname } = useLocation()
  const next = useNavigation().location
  const comingQuery = next?.pathname === pathname ? new URLSearchParams(next.search) : query
  const coming = parseFilters(definitions, comingQuery)

  return {
    value: parseFilters(definitions, query),
    coming,
    onChange: (values) => {
      const before: AnyFilterValues = coming
      const isTyping = definitions.some(
        ({ kind, name }) => kind === 'text' && before[name] !== '' && before[name] !== values[name],
      )
      setQuery(writeFilters(definitions, values, comingQuery), {
        replace: isTyping,
        preventScrollReset: true,
      })
    },
  }
}
