import { defineFilters } from '../../../components/filter-bar/filter-definition.ts'
import { FilterBar } from '../../../components/filter-bar/filter-bar.tsx'
import { useFilters } from '../../../components/filter-bar/use-filters.ts'
import { useLocale } from '../../../lib/locale.ts'
import { m } from '../../../messages/messages.js'

/** What the feed can be narrowed by, beside its tabs and the search. `feed-filter.ts` reads the same names. */
const filters = defineFilters([
  { kind: 'unit', name: 'unit', label: m.newsFeed_filterUnit },
  {
    kind: 'one',
    name: 'importance',
    label: m.newsFeed_filterImportance,
    allLabel: m.newsFeed_filterAnyImportance,
    options: [
      { value: 'important', label: m.news_important },
      { value: 'mustRead', label: m.news_mustRead },
    ],
  },
  { kind: 'switch', name: 'action', label: m.newsFeed_filterAction },
])

interface FeedFiltersProps {
  /** Asked for by pressing a button, and not by the address. */
  isAskedFor: boolean
  /** How many the feed holds; undefined while it is not known. */
  hits: number | undefined
}

/** The feed's filter bar. */
export function FeedFilters({ isAskedFor, hits }: FeedFiltersProps) {
  useLocale()
  const { coming, onChange } = useFilters(filters)
  return (
    <FilterBar
      label={m.newsFeed_filters()}
      filters={filters}
      value={coming}
      onChange={onChange}
      isOpenAtFirst={isAskedFor}
      {...(hits !== undefined && { hits })}
    />
  )
}
