import { Hono } from 'hono'
import type { Env } from '../http/env.ts'
import { idParam, sendEntity, withId } from './entity.ts'
import { countCollection, listCollection, type Scope, type Sections } from './list.ts'
import type { Resource } from './resource.ts'

/**
 * The reading half of a resource: `GET /name`, `GET /name/$count`, `GET /name/{id}`.
 * @param scope narrows the list (not the single entity) further than visibility does. @param lifted what comes first.
 */
export function collection(resource: Resource, scope?: Scope, lifted?: Sections): Hono<Env> {
  return new Hono<Env>()
    .get(`/${resource.name}`, (c) => listCollection(c, resource, scope, lifted))
    .get(`/${resource.name}/$count`, (c) => countCollection(c, resource, scope))
    .get(`/${resource.name}/:id`, (c) => sendEntity(c, resource, withId(resource, idParam(c))))
}
