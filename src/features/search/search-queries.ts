import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { entityTypes, SearchMiss, SearchResponse, type EntityType } from '#api/search/contract.ts'
import { page, request, requestNothing } from '../../lib/request.ts'
import { looksSensitive } from './looks-sensitive.ts'

/** Fewest letters that are searched for while one types. */
export const minLength = 2
/** Hits of each type in the dialog, and on the page of them all. */
const hitsInDialog = 4
const hitsInOverview = 5
/** Hits fetched at a time of one type. */
const pageSize = 25
/** Most rows of what was searched for in vain. */
const maxMisses = 50

const MissPage = page(SearchMiss)

/** What one search was answered with. */
export type SearchAnswer = SearchResponse['value'][number]

/** Reads of the one search. Nothing is kept for long: what one may see changes. */
export const searchQueries = {
  all: ['search'] as const,
  /** The best of each type while one types; the answer before stays until the next is there. */
  whileTyping: (text: string) =>
    queryOptions({
      ...overview(text, hitsInDialog),
      placeholderData: keepPreviousData,
    }),
  /** The best of each type, for the page. */
  overview: (text: string) => queryOptions(overview(text, hitsInOverview)),
  /** All hits of one type, a page at a time. */
  ofType: (text: string, type: EntityType) =>
    infiniteQueryOptions({
      queryKey: [...searchQueries.all, 'type', type, text],
      queryFn: ({ pageParam, signal }) =>
        ask(text, { entityTypes: [type], from: pageParam, size: pageSize }, signal),
      initialPageParam: 0,
      getNextPageParam: (last: SearchAnswer | null, pages) =>
        last?.hitsContainers[0]?.moreResultsAvailable ? pages.length * pageSize : undefined,
    }),
  /** What people search for and do not find, the most wanted first. */
  misses: () =>
    queryOptions({
      queryKey: [...searchQueries.all, 'misses'],
      queryFn: async ({ signal }) =>
        (await request(MissPage, '/v1.0/searchMisses', { query: { $top: maxMisses }, signal })).value,
    }),
}

const overview = (text: string, size: number) => ({
  queryKey: [...searchQueries.all, 'overview', size, text],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    ask(text, { entityTypes: [...entityTypes], size }, signal),
  staleTime: 30_000,
})

/** @returns null for what may not be searched for, since it may be somebody's identity number. */
async function ask(
  text: string,
  part: { entityTypes: EntityType[]; from?: number; size: number },
  signal: AbortSignal,
): Promise<SearchAnswer | null> {
  if (await looksSensitive(text)) return null
  const body = { requests: [{ ...part, query: { queryString: text } }] }
  const { value } = await request(SearchResponse, '/v1.0/search/query', { method: 'POST', body, signal })
  return value[0] ?? null
}

const told = new Set<string>()

/** Tells, once for each search in this tab, that somebody finished it and found nothing (features.md W35). */
export function tellMiss(query: string): void {
  if (told.has(query)) return
  told.add(query)
  // The reader is told nothing of it: whether it is counted changes nothing for them.
  void requestNothing('/v1.0/searchMisses', { method: 'POST', body: { query } }).catch(() =>
    told.delete(query),
  )
}

/** How many there are in all, of every type. */
export const totalOf = (answer: SearchAnswer): number =>
  answer.hitsContainers.reduce((sum, { total }) => sum + total, 0)

/** The name of a type as it stands in an address. */
export const typeSchema = z.enum(entityTypes)
