import { useQueries } from '@tanstack/react-query'
import { m } from '../../messages/messages.js'
import { formatDay } from '../../lib/dates.ts'
import { orgUnitQueries } from '../audience-picker/org-unit-queries.ts'
import {
  isChoices,
  isPeriod,
  type AnyFilterValues,
  type FilterDefinition,
  type Period,
} from './filter-definition.ts'

/** One thing the list is narrowed by. */
export interface ActiveFilter {
  key: string
  /** «Viktighet: Må leses» */
  label: string
  /** All values without this one. */
  without: AnyFilterValues
}

/** What is set, in the order of the definitions; of several choices each by itself. */
export function useActiveFilters(
  definitions: readonly FilterDefinition[],
  values: AnyFilterValues,
): ActiveFilter[] {
  const unitIds = definitions
    .filter(({ kind }) => kind === 'unit')
    .map(({ name }) => values[name])
    .filter((value) => typeof value === 'string')
  const units = useQueries({ queries: unitIds.map(orgUnitQueries.detail) })
  const unitName = (id: string) => units[unitIds.indexOf(id)]?.data?.displayName ?? '…'

  return definitions.flatMap((filter) => {
    const { name } = filter
    const value = values[name]
    const named = (text: string) => m.filter_active({ label: filter.label(), value: text })
    const cleared = (empty: AnyFilterValues[string]) => ({ ...values, [name]: empty })
    switch (filter.kind) {
      case 'one':
        return filter.options
          .filter((option) => option.value === value)
          .map((option) => ({ key: name, label: named(option.label()), without: cleared(undefined) }))
      case 'many': {
        const chosen = isChoices(value) ? value : []
        return filter.options
          .filter((option) => chosen.includes(option.value))
          .map((option) => ({
            key: `${name}-${option.value}`,
            label: named(option.label()),
            without: cleared(chosen.filter((other) => other !== option.value)),
          }))
      }
      case 'switch':
        return value === true ? [{ key: name, label: filter.label(), without: cleared(false) }] : []
      case 'text':
        return typeof value === 'string' && value !== ''
          ? [{ key: name, label: named(`«${value}»`), without: cleared('') }]
          : []
      case 'unit':
        return typeof value === 'string'
          ? [{ key: name, label: named(unitName(value)), without: cleared(undefined) }]
          : []
      case 'period': {
        const text = isPeriod(value) ? periodText(value) : ''
        return text === '' ? [] : [{ key: name, label: named(text), without: cleared({}) }]
      }
    }
  })
}

/** «fra 1. november til i dag». Empty without any day. */
function periodText({ from, to }: Period): string {
  if (from !== undefined && to !== undefined) {
    return m.filter_periodBetween({ from: formatDay(from), to: formatDay(to) })
  }
  if (from !== undefined) return m.filter_periodFrom({ from: formatDay(from) })
  return to === undefined ? '' : m.filter_periodTo({ to: formatDay(to) })
}
