import type { Kysely } from 'kysely'
import type { Database } from '../database/schema.ts'
import { foldLetters } from '../text/fold-letters.ts'
import { markedSummary, markMatches, wordsFound } from '../text/marked-text.ts'
import type { Viewer } from '../viewer.ts'
import type { EntityType, SearchHit, SearchRequest, SearchResponse } from './contract.ts'
import { meantInstead } from './did-you-mean.ts'
import { maxMatches, type Found, type FoundPage, type SearchSource } from './search-source.ts'
import { searchSources } from './search-sources.ts'
import { readTerms, type SearchTerms } from './search-terms.ts'

type OneRequest = SearchRequest['requests'][number]
type OneAnswer = SearchResponse['value'][number]

/** Hits on a page of each type when the caller says nothing. */
const defaultSize = 25
/** With this many hits or fewer, the reader is asked whether something else was meant. */
const fewHits = 2

/** What one type gave. */
interface SourcePage extends FoundPage {
  source: SearchSource
}

/**
 * Answers one search. Only what the viewer may see is found, and a word is suggested only when the viewer would find
 * something with it.
 */
export async function runSearch(
  db: Kysely<Database>,
  viewer: Viewer,
  request: OneRequest,
): Promise<OneAnswer> {
  const terms = await readTerms(db, request.query.queryString)
  if (!terms) return answer(request, undefined, [], null)
  const pages = await searchAll(db, viewer, request, terms)
  const total = totalOf(pages)
  const asTyped = totalAsTyped(pages, terms)
  if (asTyped > fewHits || (total > 0 && (request.from ?? 0) > 0)) return answer(request, terms, pages, null)
  const instead = await meantInstead(db, terms, async (text) => {
    const other = await readTerms(db, text)
    if (!other) return undefined
    const otherPages = await searchAll(db, viewer, request, other)
    const isBetter = total === 0 ? totalOf(otherPages) > 0 : totalAsTyped(otherPages, other) > asTyped
    return isBetter ? { terms: other, pages: otherPages } : undefined
  })
  if (!instead) return answer(request, terms, pages, null)
  return total === 0
    ? {
        ...answer(request, instead.found.terms, instead.found.pages, instead.text),
        queryAlterationType: 'modification',
      }
    : answer(request, terms, pages, instead.text)
}

/** Whether the viewer finds anything at all with these words, in all there is. */
export async function findsSomething(db: Kysely<Database>, viewer: Viewer, text: string): Promise<boolean> {
  const entityTypes = Object.values(searchSources).map(({ entityType }) => entityType)
  const found = await runSearch(db, viewer, { entityTypes, query: { queryString: text }, size: 1 })
  return found.hitsContainers.some(({ total }) => total > 0)
}

const searchAll = (db: Kysely<Database>, viewer: Viewer, request: OneRequest, terms: SearchTerms) =>
  Promise.all(
    typesOf(request).map(async (type): Promise<SourcePage> => {
      const source = searchSources[type]
      const { from = 0, size = defaultSize } = request
      return { source, ...(await source.search({ db, viewer, terms, from, size })) }
    }),
  )

const typesOf = (request: OneRequest): EntityType[] => [...new Set(request.entityTypes)]

const totalOf = (pages: readonly FoundPage[]) => pages.reduce((sum, { total }) => sum + total, 0)

/** Without the pages where nothing has the words as they were typed: people are found by what was meant, too. */
const totalAsTyped = (pages: readonly SourcePage[], terms: SearchTerms) =>
  totalOf(
    pages.filter(({ found }) =>
      found.some((one) =>
        [one.displayName, one.detail ?? '', ...one.texts].some((text) => wordsFound(text, terms) > 0),
      ),
    ),
  )

function answer(
  request: OneRequest,
  terms: SearchTerms | undefined,
  pages: readonly SourcePage[],
  didYouMean: string | null,
): OneAnswer {
  const { from = 0 } = request
  const ranks = terms ? ranked(pages, terms) : new Map<Found, number>()
  return {
    searchTerms: [...(terms?.words ?? [])],
    didYouMean,
    queryAlterationType: didYouMean === null ? null : 'suggestion',
    hitsContainers: typesOf(request).map((entityType) => {
      const page = pages.find(({ source }) => source.entityType === entityType)
      const { found = [], total = 0 } = page ?? {}
      return {
        entityType,
        hits: page && terms ? found.map((one) => hitOf(one, page.source, terms, ranks.get(one) ?? 1)) : [],
        total: Math.min(total, maxMatches),
        moreResultsAvailable: from + found.length < Math.min(total, maxMatches),
      }
    }),
  }
}

const hitOf = (found: Found, source: SearchSource, terms: SearchTerms, rank: number): SearchHit => ({
  hitId: found.id,
  rank,
  summary: markedSummary(found.texts, terms),
  resource: {
    '@odata.type': source.odataType,
    id: found.id,
    displayName: markMatches(found.displayName, terms),
    detail: found.detail === null ? null : markMatches(found.detail, terms),
    dateTime: found.dateTime?.toISOString() ?? null,
    isCurrent: found.isCurrent,
  },
})

/** Places among all that is sent: how well the name fits, then the place the source gave, then the order of the types. */
function ranked(pages: readonly SourcePage[], terms: SearchTerms): Map<Found, number> {
  const placed = pages.flatMap(({ found }) =>
    found.map((one, place) => ({ one, place, fit: fitOf(one, terms) })),
  )
  placed.sort((a, b) => b.fit - a.fit || a.place - b.place)
  return new Map(placed.map(({ one }, index) => [one, index + 1]))
}

function fitOf({ displayName, isCurrent }: Found, terms: SearchTerms): number {
  const name = foldLetters(displayName)
  const typed = foldLetters(terms.text)
  const share = wordsFound(displayName, terms) / terms.words.length
  return (name === typed ? 3 : name.startsWith(typed) ? 2 : 0) + share - (isCurrent ? 0 : 4)
}
