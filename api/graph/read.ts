import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Database } from '../database/schema.ts'
import type { Viewer } from '../viewer.ts'
import { etagOf, propertyOf, type OrderStep, type Resource, type Row } from './resource.ts'

/** What of a resource is sent: paths of properties and names of computed ones. */
export interface Shape {
  properties: readonly string[]
  computed: readonly string[]
}

/** Everything, or everything that is not heavy. */
export function wholeShape(resource: Resource, withHeavy: boolean): Shape {
  return {
    properties: [...resource.properties]
      .filter(([, property]) => withHeavy || !property.heavy)
      .map(([path]) => path),
    computed: Object.entries(resource.computed ?? {})
      .filter(([, computed]) => withHeavy || !computed.heavy)
      .map(([name]) => name),
  }
}

/** What `$select` asked for; `id` comes along always. */
export function selectedShape(resource: Resource, selected: ReadonlySet<string>): Shape {
  return {
    properties: [...resource.properties.keys()].filter((path) => path === 'id' || selected.has(path)),
    computed: Object.keys(resource.computed ?? {}).filter((name) => selected.has(name)),
  }
}

/** A row and the text of its sort keys, from which the next page starts. */
export interface ReadRow {
  row: Row
  keys: (string | null)[]
}

/** Reads rows of a resource: one statement, only the columns the shape needs. */
export async function readRows(
  db: Kysely<Database>,
  viewer: Viewer,
  resource: Resource,
  query: {
    shape: Shape
    where: readonly RawBuilder<unknown>[]
    /** Joined after the resource's own `from`. */
    join?: RawBuilder<unknown>
    order?: readonly OrderStep[]
    limit: number
    /** Further properties to read, such as foreign keys of expansions. */
    also?: readonly string[]
  },
): Promise<ReadRow[]> {
  const order = query.order ?? []
  const paths = new Set([
    ...query.shape.properties,
    ...query.shape.computed.flatMap((name) => resource.computed?.[name]?.needs ?? []),
    // What tells that an object is null, also when something else of the object is all that is asked for.
    ...query.shape.properties.flatMap((path) => nullKeyOf(resource, path) ?? []),
    ...(resource.revision ? [resource.revision] : []),
    ...(query.also ?? []),
  ])
  const columns = [...paths].map((path) => sql`${propertyOf(resource, path).expression} as ${sql.ref(path)}`)
  const keys = order.map((step, i) => sql`(${step.property.expression})::text as ${sql.ref(`key:${i}`)}`)
  const orderBy = order.map(
    ({ property, descending }) =>
      sql`${property.expression} ${sql.raw(descending ? 'desc' : 'asc')}${sql.raw(
        property.nullable ? (descending ? ' nulls last' : ' nulls first') : '',
      )}`,
  )
  const statement = sql<Record<string, unknown>>`
    select ${sql.join([...columns, ...keys])}
    from ${resource.from(viewer)} ${query.join ?? sql``}
    where ${sql.join([resource.visible(viewer), ...query.where], sql` and `)}
    ${orderBy.length > 0 ? sql`order by ${sql.join(orderBy)}` : sql``}
    limit ${query.limit}`
  const { rows } = await statement.execute(db)
  return rows.map((row) => ({ row, keys: order.map((_, i) => row[`key:${i}`] as string | null) })) // ::text above
}

/** A row as it goes on the wire: nested by path, dates as ISO text, computed properties filled in. */
export function toWire(resource: Resource, shape: Shape, row: Row, viewer: Viewer): Record<string, unknown> {
  const wire: Record<string, unknown> = {}
  if (resource.revision) wire['@odata.etag'] = etagOf(row[resource.revision])
  const isNull = (path: string) => {
    const key = nullKeyOf(resource, path)
    return key !== undefined && row[key] === null
  }
  for (const path of shape.properties) {
    const value = row[path]
    const [object, member] = path.split('/')
    if (object === undefined || member === undefined) wire[path] = wireValue(value)
    else if (isNull(path)) wire[object] = null
    else Object.assign((wire[object] ??= {}) as object, { [member]: wireValue(value) }) // made in this loop
  }
  for (const name of shape.computed) wire[name] = resource.computed?.[name]?.value(row, viewer)
  return wire
}

/** The property that tells whether the object a path is in is null. */
const nullKeyOf = (resource: Resource, path: string) => resource.nullWhen?.[path.split('/', 1)[0] ?? '']

const wireValue = (value: unknown) => (value instanceof Date ? value.toISOString() : value)
