import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { OrgUnit } from '#api/org-units/contract.ts'
import { page, request } from '../../lib/request.ts'

/** How many units the picker offers at a time. */
const maxSuggestions = 8

/** Reads of the organisation tree. */
export const orgUnitQueries = {
  all: ['orgUnits'] as const,
  /** Units whose name begins with the words of `text`; without a text, those highest in the tree. */
  search: (text: string) =>
    queryOptions({
      queryKey: [...orgUnitQueries.all, 'search', text],
      queryFn: async ({ signal }) => {
        const query = { $top: maxSuggestions, $search: text === '' ? undefined : quoted(text) }
        const { value } = await request(page(OrgUnit), '/v1.0/orgUnits', { query, signal })
        return value
      },
      placeholderData: keepPreviousData,
    }),
  detail: (id: string) =>
    queryOptions({
      queryKey: [...orgUnitQueries.all, 'detail', id],
      queryFn: ({ signal }) => request(OrgUnit, `/v1.0/orgUnits/${id}`, { signal }),
    }),
}

/** A `$search` clause: the whole of it in double quotes (graph.md §1.1). */
function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}
