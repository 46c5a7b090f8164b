import { sql, type RawBuilder } from 'kysely'

/** Edm primitive types we use (OData 4.0), plus `Edm.Untyped` for rich text. */
export type EdmType =
  | 'Edm.String'
  | 'Edm.Guid'
  | 'Edm.Boolean'
  | 'Edm.Int32'
  | 'Edm.Int64'
  | 'Edm.DateTimeOffset'
  | 'Edm.Date'
  | 'Edm.Untyped'

/**
 * One property of a resource, addressed by its path (`title`, `author/id`, `audience/orgUnitIds`).
 * What is not marked `filter` or `sort` is refused in `$filter` and `$orderby` with 400, so an unreadable
 * property can never be guessed at (graph.md §6.6).
 */
export interface Property {
  type: EdmType
  /** SQL for the value, over the tables of the resource's `from`. */
  expression: RawBuilder<unknown>
  /** A collection (`uuid[]`, `text[]`): only `any`, `$count` apply in `$filter`. */
  collection: boolean
  nullable: boolean
  filter: boolean
  sort: boolean
  /** Left out unless selected, or unless one entity is read. */
  heavy: boolean
}

type Options = Partial<Pick<Property, 'collection' | 'nullable' | 'filter' | 'sort' | 'heavy'>>

const property =
  (type: EdmType) =>
  (column: string | RawBuilder<unknown>, options: Options = {}): Property => ({
    type,
    expression: typeof column === 'string' ? sql.ref(column) : column,
    collection: false,
    nullable: false,
    filter: false,
    sort: false,
    heavy: false,
    ...options,
  })

/** Property constructors, one per type: `text('news_post.title', { filter: true })`. */
export const text = property('Edm.String')
export const guid = property('Edm.Guid')
export const boolean = property('Edm.Boolean')
export const int = property('Edm.Int32')
export const long = property('Edm.Int64')
export const dateTime = property('Edm.DateTimeOffset')
export const date = property('Edm.Date')
/** Anything sent as it is: jsonb. */
export const json = property('Edm.Untyped')
