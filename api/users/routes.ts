import { sql } from 'kysely'
import { Hono } from 'hono'
import { collection } from '../graph/collection.ts'
import { idParam, requireVisible, sendEntity, withId } from '../graph/entity.ts'
import { countCollection, listCollection, type Scope } from '../graph/list.ts'
import type { ApiContext, Env } from '../http/env.ts'
import { noQueryOptions } from '../http/no-query-options.ts'
import { me } from './me.ts'
import { putPhoto, sendPhoto, sendPhotoMetadata } from './photo.ts'
import { users } from './resource.ts'

const managerOf = (userId: string) =>
  sql<boolean>`"user".id = (select report.manager_id from "user" report where report.id = ${userId}::uuid)`

const reportsTo =
  (userId: string): Scope =>
  () =>
    sql`"user".manager_id = ${userId}::uuid`

/** The person in the path, who must be one the viewer may see. @throws 404 */
async function visibleUserId(c: ApiContext): Promise<string> {
  const id = idParam(c)
  if (id !== c.var.viewer.id) await requireVisible(c, users, id)
  return id
}

/** What hangs on a person, the same below `/users/{id}` and `/me`. */
function personRoutes(path: string, userId: (c: ApiContext) => Promise<string>) {
  return new Hono<Env>()
    .get(`${path}/manager`, async (c) => sendEntity(c, users, managerOf(await userId(c))))
    .get(`${path}/directReports`, async (c) => listCollection(c, users, reportsTo(await userId(c))))
    .get(`${path}/directReports/$count`, async (c) => countCollection(c, users, reportsTo(await userId(c))))
    .get(`${path}/photo`, noQueryOptions, async (c) => sendPhotoMetadata(c, await userId(c)))
    .get(`${path}/photo/$value`, noQueryOptions, async (c) => sendPhoto(c, await userId(c)))
    .put(`${path}/photo/$value`, async (c) => putPhoto(c, await userId(c)))
}

/** The directory: people, who leads them, whom they lead, and their photos. */
export const userRoutes = new Hono<Env>()
  .get('/me', (c) => sendEntity(c, me, withId(me, c.var.viewer.id)))
  .route(
    '/',
    personRoutes('/me', async (c) => c.var.viewer.id),
  )
  .route('/', collection(users))
  .route('/', personRoutes('/users/:id', visibleUserId))
