import { Hono } from 'hono'
import type * as z from 'zod/mini'
import { withRightsInTurn } from '../acting.ts'
import { correctiveActions } from '../corrective-actions/resource.ts'
import { lockDeviation, type LockedDeviation } from '../deviations/facts.ts'
import { visibleDeviation } from '../deviations/policy.ts'
import { deviations } from '../deviations/resource.ts'
import type { DeviationContext } from '../deviations/write-context.ts'
import { collection } from '../graph/collection.ts'
import { idParam, requireVisible, sendEntity, withId } from '../graph/entity.ts'
import { listCollection } from '../graph/list.ts'
import { readJson } from '../http/body.ts'
import type { ApiContext, Env } from '../http/env.ts'
import { acceptAction, addAction, completeAction } from './actions.ts'
import * as bodies from './contract.ts'
import { messagesOf, writeMessage } from './messages.ts'
import {
  adviseNotice,
  decideNotice,
  object,
  proposeNotice,
  requestReopening,
  shield,
  unshield,
} from './side-steps.ts'
import {
  accept,
  close,
  evaluate,
  forward,
  merge,
  receive,
  reject,
  reopen,
  sendBack,
  startTreatment,
  submitForReview,
} from './treat.ts'

type Action<T> = (context: DeviationContext, deviation: LockedDeviation, body: T) => Promise<void>

/** Locks the case in the path and does something with it, in one transaction, with the rights it takes. */
async function write<T>(
  c: ApiContext,
  act: (context: DeviationContext, deviation: LockedDeviation) => Promise<T>,
  alsoOwners = false,
): Promise<T> {
  const id = idParam(c)
  const { deps } = c.var
  return withRightsInTurn(c.var.viewer, (viewer) =>
    deps.db.transaction().execute(async (trx) => {
      const deviation = await lockDeviation(trx, viewer, id, alsoOwners)
      return act({ trx, viewer, now: deps.now() }, deviation)
    }),
  )
}

/** Answers with the case as it is now; with 204 when the viewer has lost sight of it by what they did, or never had it. */
async function sendDeviation(c: ApiContext): Promise<Response> {
  const { deps, viewer } = c.var
  const id = idParam(c)
  const visible = await deps.db
    .selectFrom('deviation')
    .select('id')
    .where('id', '=', id)
    .where(visibleDeviation(viewer))
    .executeTakeFirst()
  return visible ? sendEntity(c, deviations, withId(deviations, id)) : c.body(null, 204)
}

/** A route of an action with a body. */
const withBody =
  <T>(schema: z.ZodMiniType<T>, act: Action<T>, alsoOwners = false) =>
  async (c: ApiContext) => {
    const body = await readJson(c, schema)
    await write(c, (context, deviation) => act(context, deviation, body), alsoOwners)
    return sendDeviation(c)
  }

const withoutBody =
  (act: (context: DeviationContext, deviation: LockedDeviation) => Promise<void>) =>
  async (c: ApiContext) => {
    await write(c, act)
    return sendDeviation(c)
  }

/** Reading cases and their actions, and all that is done with them. */
export const deviationRoutes = new Hono<Env>()
  .route('/', collection(deviations))
  .route('/', collection(correctiveActions))
  .post('/deviations/:id/receive', withoutBody(receive))
  .post('/deviations/:id/startTreatment', withoutBody(startTreatment))
  .post('/deviations/:id/accept', withoutBody(accept))
  .post('/deviations/:id/forward', withBody(bodies.Forward, forward))
  .post('/deviations/:id/return', withBody(bodies.WithReason, sendBack))
  .post('/deviations/:id/reject', withBody(bodies.WithReason, reject))
  .post('/deviations/:id/object', withBody(bodies.WithReason, object))
  .post('/deviations/:id/addAction', withBody(bodies.AddAction, addAction))
  .post('/deviations/:id/acceptAction', withBody(bodies.AcceptAction, acceptAction, true))
  .post('/deviations/:id/completeAction', withBody(bodies.CompleteAction, completeAction, true))
  .post('/deviations/:id/submitForReview', withBody(bodies.SubmitForReview, submitForReview))
  .post('/deviations/:id/evaluate', withBody(bodies.Evaluate, evaluate))
  .post('/deviations/:id/close', withBody(bodies.Close, close))
  .post('/deviations/:id/reopen', withBody(bodies.WithReason, reopen))
  .post('/deviations/:id/requestReopening', withBody(bodies.WithReason, requestReopening))
  .post('/deviations/:id/merge', withBody(bodies.Merge, merge))
  .post('/deviations/:id/shield', withBody(bodies.WithReason, shield))
  .post('/deviations/:id/unshield', withBody(bodies.WithReason, unshield))
  .post('/deviations/:id/proposeAuthorityNotice', withBody(bodies.ProposeAuthorityNotice, proposeNotice))
  .post('/deviations/:id/adviseAuthorityNotice', withBody(bodies.AdviseAuthorityNotice, adviseNotice))
  .post('/deviations/:id/decideAuthorityNotice', withBody(bodies.DecideAuthorityNotice, decideNotice))
  .get('/deviations/:id/messages', async (c) => {
    const id = idParam(c)
    await requireVisible(c, deviations, id)
    return listCollection(c, messagesOf(id))
  })
  .post('/deviations/:id/messages', async (c) => {
    const body = await readJson(c, bodies.NewDeviationMessage)
    const messageId = await write(c, (context, deviation) => writeMessage(context, deviation, body))
    const messages = messagesOf(idParam(c))
    return sendEntity(c, messages, withId(messages, messageId), 201)
  })
