import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { ApiContext } from '../http/env.ts'
import { invalidQueryOption } from '../http/errors.ts'
import { filterToSql } from '../odata/filter-to-sql.ts'
import { parseFilter } from '../odata/parse-filter.ts'
import { parseOrderBy } from '../odata/parse-orderby.ts'
import { limits } from '../odata/limits.ts'
import { parseSearch, searchTerms, splitSearch } from '../odata/parse-search.ts'
import { parseSelect } from '../odata/parse-select.ts'
import { parseCount, parseQueryOptions, parseTop } from '../odata/query-options.ts'
import { decodeSkipToken, encodeSkipToken, keysetCondition } from '../odata/skip-token.ts'
import type { Viewer } from '../viewer.ts'
import { expandRows, parseExpand } from './expand.ts'
import { propertyOf, type OrderStep, type RankedSearch, type Resource } from './resource.ts'
import { readRows, selectedShape, toWire, wholeShape, type ReadRow, type Shape } from './read.ts'

/** Rows of a page when the caller says nothing, and at the most. */
const defaultPageSize = 20
const listOptions = ['$select', '$filter', '$orderby', '$top', '$skiptoken', '$count', '$search', '$expand']

/** Narrows a resource to a part of it, such as a person's direct reports. */
export type Scope = (viewer: Viewer) => RawBuilder<SqlBool>

/**
 * Conditions that lift rows above the others: those that meet the first come first, then those that meet the second and
 * not the first, and last the rest; each group in the order of the resource. Every group is read by a statement of its
 * own, so that each keeps its index. Beside the point when the caller names an order or searches.
 */
export type Sections = readonly RawBuilder<unknown>[]

interface ListQuery {
  options: ReadonlyMap<string, string>
  /** `$filter`, `$search` and the scope, without the page. */
  where: RawBuilder<unknown>[]
  /** What a search finds, where it is found by a join, and the order it is best read in. */
  ranked?: RankedSearch
}

async function queryOf(
  c: ApiContext,
  resource: Resource,
  options: ReadonlyMap<string, string>,
  scope?: Scope,
) {
  const { viewer, deps } = c.var
  const query: ListQuery = { options, where: scope ? [scope(viewer)] : [] }
  const filter = options.get('$filter')
  if (filter !== undefined) query.where.push(filterToSql(parseFilter(filter), resource.properties))
  const search = options.get('$search')
  if (search !== undefined) {
    if (!resource.search) throw invalidQueryOption('$search', `${resource.name} cannot be searched.`)
    const node = parseSearch(search, resource.searchable)
    const { plain, others } = resource.rank ? splitSearch(node) : { plain: [], others: [node] }
    if (resource.rank && plain.length > 0) {
      const words = plain.flatMap(searchTerms)
      if (words.length > limits.searchWords) {
        throw invalidQueryOption('$search', `A search has at most ${limits.searchWords} words.`)
      }
      query.ranked = await resource.rank(deps.db, viewer, plain.map(({ text }) => text).join(' '))
    }
    for (const other of others) query.where.push(resource.search(other))
  }
  return query
}

/** Answers `GET /collection`: filter, search, sort, then one page by keyset (graph.md §1.1). */
export async function listCollection(
  c: ApiContext,
  resource: Resource,
  scope?: Scope,
  lifted: Sections = [],
): Promise<Response> {
  const { viewer, deps } = c.var
  const url = new URL(c.req.url)
  const options = parseQueryOptions(url, new Set(listOptions))
  const query = await queryOf(c, resource, options, scope)
  const shape = shapeOf(resource, options.get('$select'), false)
  const expand = parseExpand(resource, options.get('$expand'))
  const order = orderOf(resource, options.get('$orderby'), query.ranked)
  const top = options.has('$top') ? parseTop(options.get('$top') ?? '') : defaultPageSize
  const fingerprint = fingerprintOf(url, options)

  const sections = options.has('$orderby') || options.has('$search') ? [] : lifted
  const token = options.get('$skiptoken')
  const from = token === undefined ? undefined : decodeSkipToken(token)
  if (from && (from.f !== fingerprint || from.k.length !== order.length || (from.s ?? 0) > sections.length)) {
    throw invalidQueryOption('$skiptoken', 'The skip token belongs to another query.')
  }
  const columns = order.map(({ property, descending }) => ({ ...property, descending }))
  const read: (ReadRow & { section: number })[] = []
  for (let section = from?.s ?? 0; section <= sections.length && read.length <= top; section++) {
    const after = from && section === (from.s ?? 0) ? [keysetCondition(columns, from.k)] : []
    const rows = await readRows(deps.db, viewer, resource, {
      shape,
      where: [...query.where, ...sectionCondition(sections, section), ...after],
      join: query.ranked?.join,
      order,
      limit: top + 1 - read.length,
      also: expand.map(({ by }) => by),
    })
    read.push(...rows.map((row) => ({ ...row, section })))
  }
  const page = read.slice(0, top)
  const value = page.map(({ row }) => toWire(resource, shape, row, viewer))
  await expandRows(deps.db, viewer, expand, page, value)

  const last = page.at(-1)
  const body: Record<string, unknown> = { '@odata.context': contextOf(c, resource, options.get('$select')) }
  if (parseCount(options.get('$count') ?? 'false') && token === undefined) {
    body['@odata.count'] = await countRows(c, resource, query)
  }
  if (read.length > top && last) {
    body['@odata.nextLink'] = nextLink(
      c,
      url,
      options,
      encodeSkipToken({ k: last.keys, f: fingerprint, s: last.section }),
    )
  }
  return c.json({ ...body, value })
}

/** What a row of a section meets: its own condition, and none of those before. The last section is the rest. */
function sectionCondition(sections: Sections, index: number): RawBuilder<unknown>[] {
  const own = sections[index]
  const before = sections.slice(0, index).map((condition) => sql`not coalesce(${condition}, false)`)
  return own ? [own, ...before] : before
}

/** Answers `GET /collection/$count` with a plain number. */
export async function countCollection(c: ApiContext, resource: Resource, scope?: Scope): Promise<Response> {
  const options = parseQueryOptions(new URL(c.req.url), new Set(['$filter', '$search']))
  const count = await countRows(c, resource, await queryOf(c, resource, options, scope))
  return c.text(String(count))
}

async function countRows(c: ApiContext, resource: Resource, { where, ranked }: ListQuery): Promise<number> {
  const { viewer, deps } = c.var
  const { rows } = await sql<{
    count: number
  }>`select count(*)::int as count from ${resource.from(viewer)} ${ranked?.join ?? sql``}
    where ${sql.join([resource.visible(viewer), ...where], sql` and `)}`.execute(deps.db)
  return rows[0]?.count ?? 0
}

/** What to send: `$select`, or the default. @throws 400 for unknown names. */
export function shapeOf(resource: Resource, select: string | undefined, withHeavy: boolean): Shape {
  if (select === undefined) return wholeShape(resource, withHeavy)
  const computed = Object.keys(resource.computed ?? {})
  const names = select.split(',').map((name) => name.trim())
  const rest = names.filter((name) => !computed.includes(name)).join(',')
  const selected = rest === '' ? new Set<string>() : parseSelect(rest, resource.properties)
  return selectedShape(resource, new Set([...selected, ...names.filter((name) => computed.includes(name))]))
}

function orderOf(
  resource: Resource,
  orderBy: string | undefined,
  ranked: RankedSearch | undefined,
): OrderStep[] {
  const steps: OrderStep[] =
    orderBy === undefined
      ? [...(ranked?.order ?? resource.order)]
      : parseOrderBy(orderBy, resource.properties)
  if (steps.some(({ path }) => path === 'id')) return steps
  return [
    ...steps,
    { path: 'id', property: propertyOf(resource, 'id'), descending: steps.at(-1)?.descending ?? false },
  ]
}

/** `@odata.context` of a collection, with the selection when there is one. */
export function contextOf(
  c: ApiContext,
  resource: Resource,
  select: string | undefined,
  suffix = '',
): string {
  const selection = select === undefined ? '' : `(${select.replaceAll(' ', '')})`
  return `${c.var.deps.settings.publicUrl}/v1.0/$metadata#${resource.name}${selection}${suffix}`
}

/** Ties a token to the query it was made for: the collection, and what decides its rows and their order. */
function fingerprintOf(url: URL, options: ReadonlyMap<string, string>): string {
  const parts = ['$filter', '$search', '$orderby'].map((name) => options.get(name) ?? '')
  const text = [url.pathname, ...parts].join('\u0001')
  let hash = 5381
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 33) ^ text.charCodeAt(i)) >>> 0
  return hash.toString(36)
}

function nextLink(c: ApiContext, url: URL, options: ReadonlyMap<string, string>, token: string): string {
  const pairs = [...options].filter(([name]) => name !== '$skiptoken')
  const query = [...pairs, ['$skiptoken', token] as const]
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')
  return `${c.var.deps.settings.publicUrl}${url.pathname}?${query}`
}
