import { Hono } from 'hono'
import { withRightsInTurn } from '../acting.ts'
import { idParam, requireVisible, sendEntity, withId } from '../graph/entity.ts'
import { countCollection, listCollection } from '../graph/list.ts'
import { readRows } from '../graph/read.ts'
import { etagOf } from '../graph/resource.ts'
import { readJson } from '../http/body.ts'
import type { ApiContext, Env } from '../http/env.ts'
import { requireIfMatch } from '../http/etag.ts'
import { users } from '../users/resource.ts'
import { AbsencePatch, NewAbsence } from './contract.ts'
import { calendarIn, importCalendar, previewCalendar } from './import-calendar.ts'
import { absencesOf, substitutions } from './resource.ts'
import { lockAbsence, lockPerson, type AbsenceRow } from './store.ts'
import {
  answerSubstitution,
  changeAbsence,
  createAbsence,
  removeAbsence,
  type AbsenceContext,
} from './write.ts'

/** Runs a write about a person in one transaction, with the rights it takes. */
const write = <T>(c: ApiContext, userId: string, act: (context: AbsenceContext) => Promise<T>): Promise<T> =>
  withRightsInTurn(c.var.viewer, (viewer) =>
    c.var.deps.db.transaction().execute(async (trx) => {
      const facts = await lockPerson(trx, viewer, userId)
      return act({ trx, viewer, now: c.var.deps.now(), facts })
    }),
  )

/** The same about one absence, held as well. */
const writeOne = (
  c: ApiContext,
  userId: string,
  act: (context: AbsenceContext, row: AbsenceRow) => Promise<void>,
) =>
  write(c, userId, async (context) => {
    const row = await lockAbsence(context.trx, context.viewer, userId, idParam(c, 'absenceId'))
    await act(context, row)
    return row.id
  })

/** Answers with an absence as it is now; with nothing when it is over, and no longer the viewer's business. */
async function sendAbsence(c: ApiContext, userId: string, id: string): Promise<Response> {
  const absences = absencesOf(userId)
  const shape = { properties: ['id'], computed: [] }
  const where = [withId(absences, id)]
  const found = await readRows(c.var.deps.db, c.var.viewer, absences, { shape, where, limit: 1 })
  return found.length > 0 ? sendEntity(c, absences, withId(absences, id)) : c.body(null, 204)
}

async function answer(c: ApiContext, userId: string, said: 'accepted' | 'declined'): Promise<Response> {
  const { deps, viewer } = c.var
  const id = idParam(c, 'absenceId')
  await deps.db.transaction().execute((trx) =>
    answerSubstitution({ trx, viewer, now: deps.now() }, { userId, id }, said, (row) => {
      // From a list of tasks it is answered without having been read whole.
      if (c.req.header('if-match') !== undefined) requireIfMatch(c, etagOf(row.revision))
    }),
  )
  return sendAbsence(c, userId, id)
}

/** What hangs on a person, the same below `/users/{id}` and `/me`. */
function absencesBelow(path: string, personId: (c: ApiContext) => string) {
  /** @throws 404 for one the viewer may not know of. */
  const visiblePersonId = async (c: ApiContext) => {
    const userId = personId(c)
    if (userId !== c.var.viewer.id) await requireVisible(c, users, userId)
    return userId
  }
  return new Hono<Env>()
    .get(`${path}/absences`, async (c) => listCollection(c, absencesOf(await visiblePersonId(c))))
    .get(`${path}/absences/$count`, async (c) => countCollection(c, absencesOf(await visiblePersonId(c))))
    .get(`${path}/absences/:absenceId`, async (c) => {
      const absences = absencesOf(personId(c))
      return sendEntity(c, absences, withId(absences, idParam(c, 'absenceId')))
    })
    .post(`${path}/absences`, async (c) => {
      const input = await readJson(c, NewAbsence)
      const userId = personId(c)
      const id = await write(c, userId, (context) => createAbsence(context, input))
      c.header('Location', `${c.var.deps.settings.publicUrl}/v1.0/users/${userId}/absences/${id}`)
      const absences = absencesOf(userId)
      return sendEntity(c, absences, withId(absences, id), 201)
    })
    .post(`${path}/absences/previewCalendar`, async (c) => {
      const calendar = await calendarIn(c, c.var.deps.now())
      return c.json(await write(c, personId(c), async (context) => previewCalendar(context, calendar)))
    })
    .post(`${path}/absences/importCalendar`, async (c) => {
      const calendar = await calendarIn(c, c.var.deps.now())
      return c.json(await write(c, personId(c), (context) => importCalendar(context, calendar)))
    })
    .patch(`${path}/absences/:absenceId`, async (c) => {
      const patch = await readJson(c, AbsencePatch)
      const userId = personId(c)
      const id = await writeOne(c, userId, async (context, row) => {
        requireIfMatch(c, etagOf(row.revision))
        await changeAbsence(context, row, patch)
      })
      return sendAbsence(c, userId, id)
    })
    .delete(`${path}/absences/:absenceId`, async (c) => {
      await writeOne(c, personId(c), removeAbsence)
      return c.body(null, 204)
    })
    .post(`${path}/absences/:absenceId/acceptSubstitution`, (c) => answer(c, personId(c), 'accepted'))
    .post(`${path}/absences/:absenceId/declineSubstitution`, (c) => answer(c, personId(c), 'declined'))
}

/** When people are away, who stands in for them, and whom the viewer stands in for. */
export const absenceRoutes = new Hono<Env>()
  .get('/me/substitutions', (c) => listCollection(c, substitutions))
  .get('/me/substitutions/$count', (c) => countCollection(c, substitutions))
  .route(
    '/',
    absencesBelow('/me', (c) => c.var.viewer.id),
  )
  .route(
    '/',
    absencesBelow('/users/:id', (c) => idParam(c)),
  )
