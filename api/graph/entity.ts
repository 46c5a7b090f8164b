import { sql, type RawBuilder, type SqlBool } from 'kysely'
import * as z from 'zod/mini'
import type { ApiContext } from '../http/env.ts'
import { notFound } from '../http/errors.ts'
import { parseQueryOptions } from '../odata/query-options.ts'
import { expandRows, parseExpand } from './expand.ts'
import { contextOf, shapeOf } from './list.ts'
import type { Resource } from './resource.ts'
import { readRows, toWire } from './read.ts'

const guid = z.guid()

/** The id in the path. A mistyped one is 404 like an unknown one, and never reaches the database. */
export function idParam(c: ApiContext, name = 'id'): string {
  const result = guid.safeParse(c.req.param(name))
  if (!result.success) throw notFound()
  return result.data.toLowerCase()
}

/**
 * One entity on the wire, as the viewer sees it; `$select` and `$expand` of the request apply.
 * @throws 404 when there is none the viewer may know of.
 */
async function readEntity(
  c: ApiContext,
  resource: Resource,
  where: RawBuilder<SqlBool>,
): Promise<Record<string, unknown>> {
  const { viewer, deps } = c.var
  const options = parseQueryOptions(new URL(c.req.url), new Set(['$select', '$expand']))
  const select = options.get('$select')
  const shape = shapeOf(resource, select, true)
  const expand = parseExpand(resource, options.get('$expand'))
  const read = await readRows(deps.db, viewer, resource, {
    shape,
    where: [where],
    limit: 1,
    also: expand.map(({ by }) => by),
  })
  const found = read[0]
  if (!found) throw notFound()
  const wire = toWire(resource, shape, found.row, viewer)
  await expandRows(deps.db, viewer, expand, read, [wire])
  return { '@odata.context': contextOf(c, resource, select, '/$entity'), ...wire }
}

/** The condition that picks one entity. */
export const withId = (resource: Resource, id: string) =>
  sql<SqlBool>`${resource.properties.get('id')?.expression} = ${id}::uuid`

/** Lets a request about something below an entity pass only when the viewer may know of the entity. @throws 404 */
export async function requireVisible(
  c: ApiContext,
  resource: Resource,
  id: string,
  viewer = c.var.viewer,
): Promise<void> {
  const shape = { properties: ['id'], computed: [] }
  const found = await readRows(c.var.deps.db, viewer, resource, {
    shape,
    where: [withId(resource, id)],
    limit: 1,
  })
  if (found.length === 0) throw notFound()
}

/** Answers with one entity, its ETag header set. */
export async function sendEntity(
  c: ApiContext,
  resource: Resource,
  where: RawBuilder<SqlBool>,
  status: 200 | 201 = 200,
  extra: Record<string, unknown> = {},
): Promise<Response> {
  const entity = { ...(await readEntity(c, resource, where)), ...extra }
  const etag = '@odata.etag' in entity ? entity['@odata.etag'] : undefined
  if (typeof etag === 'string') c.header('ETag', etag)
  return c.json(entity, status)
}

/** Answers a create: 201, the entity, and where it is. */
export async function sendCreated(
  c: ApiContext,
  resource: Resource,
  id: string,
  extra: Record<string, unknown> = {},
): Promise<Response> {
  c.header('Location', `${c.var.deps.settings.publicUrl}/v1.0/${resource.name}/${id}`)
  return sendEntity(c, resource, withId(resource, id), 201, extra)
}

/** Answers a PATCH: 204, or the entity when the caller prefers it (graph.md §1.2). */
export async function sendUpdated(c: ApiContext, resource: Resource, id: string): Promise<Response> {
  const prefer = c.req.header('prefer') ?? ''
  if (!/(^|[,;\s])return=representation($|[,;\s])/i.test(prefer)) return c.body(null, 204)
  c.header('Preference-Applied', 'return=representation')
  return sendEntity(c, resource, withId(resource, id))
}
