import type { Kysely } from 'kysely'
import type { Database } from '../database/schema.ts'
import type { Viewer } from '../viewer.ts'
import type { EntityType } from './contract.ts'
import type { SearchTerms } from './search-terms.ts'

/** Most matches of one type that are ranked, counted and paged through: the newest, or the nearest. */
export const maxMatches = 300

/** What a source is asked for. */
export interface SearchAsk {
  db: Kysely<Database>
  /** Who asks: a source finds nothing that this person may not see. */
  viewer: Viewer
  terms: SearchTerms
  /** The page: skip `from`, then at most `size`. */
  from: number
  size: number
}

/** One thing found, in plain text; what matched is marked afterwards, alike for all. */
export interface Found {
  id: string
  displayName: string
  detail: string | null
  /** Texts the search may have matched, the one to show first. The first with a match is shown around it. */
  texts: readonly string[]
  dateTime: Date | null
  isCurrent: boolean
}

/** A page of what was found, best first, and how many there are up to `maxMatches`. */
export interface FoundPage {
  found: Found[]
  total: number
}

/** One kind of thing that can be found. Each area has its own, and `search-sources.ts` names them all. */
export interface SearchSource {
  entityType: EntityType
  /** As `@odata.type`: `#microsoft.graph.user`. */
  odataType: string
  search(ask: SearchAsk): Promise<FoundPage>
}
