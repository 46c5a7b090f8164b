import type { Kysely, RawBuilder, SqlBool } from 'kysely'
import type { Database } from '../database/schema.ts'
import type { Viewer } from '../viewer.ts'
import type { SearchNode } from '../odata/ast.ts'
import type { Property } from './property.ts'

/** A row as read: property path → value as the driver gives it. */
export type Row = Readonly<Record<string, unknown>>

/** A property made in code from others, such as `permissions`. Sent, never filtered or sorted on. */
export interface ComputedProperty {
  /** Paths of the properties the value is made from; they are read even when not selected. */
  needs: readonly string[]
  value(row: Row, viewer: Viewer): unknown
  heavy?: boolean
}

/** One step of a sort order, with the SQL it sorts by. */
export interface OrderStep {
  path: string
  property: Property
  descending: boolean
}

/** A single-valued neighbour that `$expand` may bring along. */
export interface Expansion {
  resource: () => Resource
  /** Internal or public property of this resource that holds the neighbour's id. */
  by: string
}

/** Rows in the order of how well they answer a search. */
export interface RankedSearch {
  /** Joined after `from`: keeps the rows that are found. */
  join: RawBuilder<unknown>
  /** Best first, over the join. `id` is added last, as always. */
  order: readonly OrderStep[]
}

/**
 * Everything the API needs to know to serve a collection: what a caller sees of it, under which names,
 * and how it may be asked for. `list.ts`, `entity.ts` and `metadata.ts` do the rest, alike for every resource.
 */
export interface Resource {
  /** Name in the URL and in `@odata.context`: `newsPosts`. */
  name: string
  /** Name of one: `newsPost`. */
  entity: string
  /** FROM clause with its joins. */
  from(viewer: Viewer): RawBuilder<unknown>
  /** What the viewer may know of. Part of every query; there is no way around it. */
  visible(viewer: Viewer): RawBuilder<SqlBool>
  /** Public properties, by path. `id` is one of them and is always sent. */
  properties: ReadonlyMap<string, Property>
  /** Read for computed properties, sorting and etags; never sent. */
  internal?: ReadonlyMap<string, Property>
  computed?: Readonly<Record<string, ComputedProperty>>
  /** Objects that are null when the property at the path is: `responsibleUnit` → `responsibleUnit/id`. */
  nullWhen?: Readonly<Record<string, string>>
  /** The order of a list when the caller names none. `id` is always added last. */
  order: readonly OrderStep[]
  /** How `$search` becomes SQL; without it the option is refused. */
  search?(node: SearchNode): RawBuilder<SqlBool>
  /**
   * How plain words of a `$search` (those before no colon, which must all be found) are found and ranked, where a search
   * has an order of its own. `$orderby` still wins. Other clauses go to `search`.
   */
  rank?(db: Kysely<Database>, viewer: Viewer, text: string): Promise<RankedSearch>
  /** Names `$search` may put before a colon, as in `"displayName:kari"`. */
  searchable?: ReadonlySet<string>
  expand?: Readonly<Record<string, Expansion>>
  /** Property that grows with every change; gives the etag. */
  revision?: string
  /** Bound actions, for `$metadata`: `publish`, `confirm`. */
  actions?: readonly string[]
}

/** A property of the resource, public or internal. */
export function propertyOf(resource: Resource, path: string): Property {
  const property = resource.properties.get(path) ?? resource.internal?.get(path)
  if (!property) throw new Error(`${resource.name} has no property ${path}`)
  return property
}

/** The weak etag of a revision number. */
export const etagOf = (revision: unknown) => `W/"${String(revision)}"`
