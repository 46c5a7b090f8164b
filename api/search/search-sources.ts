import { newsSearchSource } from '../news-posts/search-source.ts'
import { orgUnitSearchSource } from '../org-units/search-source.ts'
import { userSearchSource } from '../users/search-source.ts'
import type { EntityType } from './contract.ts'
import type { SearchSource } from './search-source.ts'

/** Everything that can be found. A new area adds its source here, and its type to `entityTypes` of the contract. */
export const searchSources: Readonly<Record<EntityType, SearchSource>> = {
  user: userSearchSource,
  orgUnit: orgUnitSearchSource,
  newsPost: newsSearchSource,
}
