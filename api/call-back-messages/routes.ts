import { Hono } from 'hono'
import { withRightsInTurn } from '../acting.ts'
import { collection } from '../graph/collection.ts'
import { idParam, sendCreated, sendEntity, withId } from '../graph/entity.ts'
import { readJson } from '../http/body.ts'
import type { ApiContext, Env } from '../http/env.ts'
import { NewCallBackMessage } from './contract.ts'
import { callBackMessages } from './resource.ts'
import { answerMessage, reopenMessage, takeMessage, type CallBackContext } from './write.ts'

/** Runs a write in one transaction, with the rights it takes. */
const write = <T>(c: ApiContext, act: (context: CallBackContext) => Promise<T>): Promise<T> =>
  withRightsInTurn(c.var.viewer, (viewer) =>
    c.var.deps.db.transaction().execute((trx) => act({ trx, viewer, now: c.var.deps.now() })),
  )

/** Does something with the message in the path, and answers with it as it is now. */
async function actOnOne(
  c: ApiContext,
  act: (context: CallBackContext, id: string) => Promise<void>,
): Promise<Response> {
  const id = idParam(c)
  await write(c, (context) => act(context, id))
  return sendEntity(c, callBackMessages, withId(callBackMessages, id))
}

/** Messages about who is to be rung back (features.md K23). */
export const callBackMessageRoutes = new Hono<Env>()
  .route('/', collection(callBackMessages))
  .post('/callBackMessages', async (c) => {
    const input = await readJson(c, NewCallBackMessage)
    return sendCreated(c, callBackMessages, await write(c, (context) => takeMessage(context, input)))
  })
  .post('/callBackMessages/:id/answer', (c) => actOnOne(c, answerMessage))
  .post('/callBackMessages/:id/reopen', (c) => actOnOne(c, reopenMessage))
