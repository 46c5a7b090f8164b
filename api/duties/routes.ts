import { Hono } from 'hono'
import { withRightsInTurn } from '../acting.ts'
import { collection } from '../graph/collection.ts'
import { idParam, requireVisible, sendCreated, sendEntity, sendUpdated, withId } from '../graph/entity.ts'
import { countCollection, listCollection } from '../graph/list.ts'
import { etagOf } from '../graph/resource.ts'
import { readJson } from '../http/body.ts'
import type { ApiContext, Env } from '../http/env.ts'
import { requireIfMatch } from '../http/etag.ts'
import { DutyPatch, NewDuty, NewDutyShift } from './contract.ts'
import { duties, shiftsOf } from './resource.ts'
import {
  addShift,
  changeDuty,
  createDuty,
  deleteDuty,
  deleteShift,
  lockDuty,
  type DutyContext,
  type LockedDuty,
} from './write.ts'

/** Runs a write in one transaction, with the rights it takes. */
const write = <T>(c: ApiContext, act: (context: DutyContext) => Promise<T>): Promise<T> =>
  withRightsInTurn(c.var.viewer, (viewer) =>
    c.var.deps.db.transaction().execute((trx) => act({ trx, viewer, now: c.var.deps.now() })),
  )

/** Runs a write on the duty in the path. */
const writeOne = <T>(c: ApiContext, act: (context: DutyContext, duty: LockedDuty) => Promise<T>) =>
  write(c, async (context) => act(context, await lockDuty(context, idParam(c))))

/** The shifts of the duty in the path. @throws 404 */
async function shiftsIn(c: ApiContext) {
  const id = idParam(c)
  await requireVisible(c, duties, id)
  return shiftsOf(id)
}

/** Standing duties, read by all, and who has them when. */
export const dutyRoutes = new Hono<Env>()
  .route('/', collection(duties))
  .post('/duties', async (c) => {
    const input = await readJson(c, NewDuty)
    return sendCreated(c, duties, await write(c, (context) => createDuty(context, input)))
  })
  .patch('/duties/:id', async (c) => {
    const patch = await readJson(c, DutyPatch)
    await writeOne(c, (context, duty) => {
      requireIfMatch(c, etagOf(duty.revision))
      return changeDuty(context, duty, patch)
    })
    return sendUpdated(c, duties, idParam(c))
  })
  .delete('/duties/:id', async (c) => {
    await writeOne(c, deleteDuty)
    return c.body(null, 204)
  })
  .get('/duties/:id/shifts', async (c) => listCollection(c, await shiftsIn(c)))
  .get('/duties/:id/shifts/$count', async (c) => countCollection(c, await shiftsIn(c)))
  .post('/duties/:id/shifts', async (c) => {
    const input = await readJson(c, NewDutyShift)
    const id = await writeOne(c, (context, duty) => addShift(context, duty, input))
    const shifts = await shiftsIn(c)
    return sendEntity(c, shifts, withId(shifts, id), 201)
  })
  .delete('/duties/:id/shifts/:shiftId', async (c) => {
    await writeOne(c, (context, duty) => deleteShift(context, duty, idParam(c, 'shiftId')))
    return c.body(null, 204)
  })
