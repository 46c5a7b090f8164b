import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { User } from '#api/users/contract.ts'
import { page, request } from '../../lib/request.ts'

/** How many people are suggested at a time. */
const maxSuggestions = 8
/** Most people asked for at once: suggestions, and those of them that may not be chosen. */
const maxAsked = 100

/** What is shown of a person in a list to choose from. */
const Suggestion = z.pick(User, { id: true, displayName: true, jobTitle: true, department: true })
const Reference = z.pick(User, { id: true, displayName: true, jobTitle: true })
export type PersonSuggestion = z.infer<typeof Suggestion>

/** Reads of people to choose from. */
export const personQueries = {
  all: ['users'] as const,
  /** One employee, as named inside other things. */
  reference: (id: string) =>
    queryOptions({
      queryKey: [...personQueries.all, 'reference', id],
      queryFn: ({ signal }) =>
        request(Reference, `/v1.0/users/${encodeURIComponent(id)}`, {
          query: { $select: 'id,displayName,jobTitle' },
          signal,
        }),
    }),
  /** Employees with every word of `text` in name, title, unit or address, without those in `exclude`. */
  search: (text: string, exclude: readonly string[]) =>
    queryOptions({
      queryKey: [...personQueries.all, 'search', text, exclude],
      queryFn: async ({ signal }) => {
        const query = {
          $search: `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`,
          // Those who have left can be seen by some, and chosen by nobody.
          $filter: 'accountEnabled eq true',
          $select: 'id,displayName,jobTitle,department',
          $top: Math.min(maxSuggestions + exclude.length, maxAsked),
        }
        const { value } = await request(page(Suggestion), '/v1.0/users', { query, signal })
        return value.filter((person) => !exclude.includes(person.id)).slice(0, maxSuggestions)
      },
      placeholderData: keepPreviousData,
    }),
}
