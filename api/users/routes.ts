import { sql } from 'kysely'
import { Hono } from 'hono'
import { collection } from '../graph/collection.ts'
import { idParam, requireVisible, sendEntity, withId } from '../graph/entity.ts'
import { countCollection, listCollection, type Scope } from '../graph/list.ts'
import type { ApiContext, Env } from '../http/env.ts'
import { noQueryOptions } from '../http/no-query-options.ts'
import type { Viewer } from '../viewer.ts'
import { me } from './me.ts'
import { patchUser } from './patch-user.ts'
import { deletePhoto, putPhoto, putPhotoSize, sendPhoto, sendPhotoMetadata, sizeParam } from './photo.ts'
import { hiddenFrom, shows } from './protection.ts'
import { protectionRoutes } from './protection-routes.ts'
import { users } from './resource.ts'
import { sendVcard } from './vcard.ts'

/** Who leads somebody tells where they work, and is hidden with that. */
const managerOf = (viewer: Viewer, userId: string) =>
  sql<boolean>`"user".id = (select report.manager_id from "user" report where report.id = ${userId}::uuid
    and report.id not in ${hiddenFrom(viewer, 'place')})`

const reportsTo =
  (userId: string): Scope =>
  () =>
    sql`("user".manager_id = ${userId}::uuid and ${shows('place')})`

/** The person in the path, who must be one the viewer may see. @throws 404 */
async function visibleUserId(c: ApiContext): Promise<string> {
  const id = idParam(c)
  if (id !== c.var.viewer.id) await requireVisible(c, users, id)
  return id
}

/** What hangs on a person, the same below `/users/{id}` and `/me`. */
function personRoutes(path: string, userId: (c: ApiContext) => Promise<string>) {
  return new Hono<Env>()
    .patch(path, async (c) => patchUser(c, await userId(c)))
    .get(`${path}/manager`, async (c) => sendEntity(c, users, managerOf(c.var.viewer, await userId(c))))
    .get(`${path}/directReports`, async (c) => listCollection(c, users, reportsTo(await userId(c))))
    .get(`${path}/directReports/$count`, async (c) => countCollection(c, users, reportsTo(await userId(c))))
    .get(`${path}/photo`, noQueryOptions, async (c) => sendPhotoMetadata(c, await userId(c)))
    .get(`${path}/photo/$value`, noQueryOptions, async (c) => sendPhoto(c, await userId(c)))
    .put(`${path}/photo/$value`, async (c) => putPhoto(c, await userId(c)))
    .delete(`${path}/photo/$value`, async (c) => deletePhoto(c, await userId(c)))
    .get(`${path}/photos/:size/$value`, noQueryOptions, async (c) =>
      sendPhoto(c, await userId(c), sizeParam(c)),
    )
    .put(`${path}/photos/:size/$value`, async (c) => putPhotoSize(c, await userId(c), sizeParam(c)))
    .get(`${path}/vCard`, noQueryOptions, async (c) => sendVcard(c, await userId(c)))
}

/** The directory: people, what they tell of themselves, who leads them, whom they lead, and their photos. */
export const userRoutes = new Hono<Env>()
  .get('/me', (c) => sendEntity(c, me, withId(me, c.var.viewer.id)))
  .route(
    '/',
    personRoutes('/me', async (c) => c.var.viewer.id),
  )
  .route('/', collection(users))
  .route('/', personRoutes('/users/:id', visibleUserId))
  .route('/', protectionRoutes)
