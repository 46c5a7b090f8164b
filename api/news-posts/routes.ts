import { Hono } from 'hono'
import * as z from 'zod/mini'
import { idParam, requireVisible, sendCreated, sendEntity, sendUpdated, withId } from '../graph/entity.ts'
import { collection } from '../graph/collection.ts'
import { countCollection, listCollection } from '../graph/list.ts'
import { allow } from '../http/allow.ts'
import { readJson } from '../http/body.ts'
import type { ApiContext, Env } from '../http/env.ts'
import { requireIfMatch } from '../http/etag.ts'
import { notFound } from '../http/errors.ts'
import { confirmations, confirmationsOf } from './confirmations.ts'
import { Audience, NewNewsPost, NewsPostPatch } from './contract.ts'
import { importNewsPost } from './import-news-post.ts'
import { canCreateNewsPost, canChangeNewsPost, canListConfirmations, inFeed, managed } from './policy.ts'
import { newsPosts } from './resource.ts'
import { countRecipients, findFacts, lockNewsPost, markRead, type LockedNewsPost } from './store.ts'
import {
  archiveNewsPost,
  changeNewsPost,
  confirmNewsPost,
  createNewsPost,
  publishNewsPost,
  removeNewsPost,
  type WriteContext,
} from './write.ts'

/** Body of `POST …/confirm`: the version the reader has seen. */
const Confirm = z.strictObject({ version: z.optional(z.int()) })

/** Runs a write on the post in the path: locked, in one transaction. */
async function write(c: ApiContext, act: (context: WriteContext, post: LockedNewsPost) => Promise<void>) {
  const id = idParam(c)
  const { deps, viewer } = c.var
  await deps.db.transaction().execute(async (trx) => {
    const post = await lockNewsPost(trx, viewer, id)
    await act({ trx, viewer, now: deps.now() }, post)
  })
  return id
}

/** Answers an action with the post as it is now. */
const sendPost = (c: ApiContext, id: string) => sendEntity(c, newsPosts, withId(newsPosts, id))

async function requireConfirmations(c: ApiContext): Promise<string> {
  const id = idParam(c)
  const facts = await findFacts(c.var.deps.db, c.var.viewer, id)
  if (!facts) throw notFound()
  allow(canListConfirmations(c.var.viewer, facts))
  return id
}

/**
 * News. `GET /newsPosts` is the viewer's feed; `GET /me/newsPosts` is what the viewer wrote or answers for, in
 * every state. One post is read at `/newsPosts/{id}` either way.
 */
export const newsPostRoutes = new Hono<Env>()
  .get('/me/newsPosts', (c) => listCollection(c, newsPosts, managed))
  .get('/me/newsPosts/$count', (c) => countCollection(c, newsPosts, managed))
  .post('/newsPosts/importMessage', importNewsPost)
  .post('/newsPosts/countRecipients', async (c) => {
    allow(canCreateNewsPost(c.var.viewer))
    return c.json({ value: await countRecipients(c.var.deps.db, await readJson(c, Audience)) })
  })
  .route('/', collection(newsPosts, inFeed))
  .post('/newsPosts', async (c) => {
    const { deps, viewer } = c.var
    allow(canCreateNewsPost(viewer))
    const input = await readJson(c, NewNewsPost)
    const id = await deps.db
      .transaction()
      .execute((trx) => createNewsPost({ trx, viewer, now: deps.now() }, input))
    return sendCreated(c, newsPosts, id)
  })
  .patch('/newsPosts/:id', async (c) => {
    const patch = await readJson(c, NewsPostPatch)
    const id = await write(c, async (context, post) => {
      allow(canChangeNewsPost(context.viewer, post))
      requireIfMatch(c, post.etag)
      await changeNewsPost(context, post, patch)
    })
    return sendUpdated(c, newsPosts, id)
  })
  .delete('/newsPosts/:id', async (c) => {
    await write(c, removeNewsPost)
    return c.body(null, 204)
  })
  .post('/newsPosts/:id/publish', async (c) => sendPost(c, await write(c, publishNewsPost)))
  .post('/newsPosts/:id/archive', async (c) => sendPost(c, await write(c, archiveNewsPost)))
  .post('/newsPosts/:id/markRead', async (c) => {
    const id = idParam(c)
    const { deps, viewer } = c.var
    await requireVisible(c, newsPosts, id)
    await markRead(deps.db, id, viewer.id, deps.now())
    return c.body(null, 204)
  })
  .post('/newsPosts/:id/confirm', async (c) => {
    const hasBody = (c.req.header('content-type') ?? '') !== ''
    const { version } = hasBody ? await readJson(c, Confirm) : {}
    return sendPost(c, await write(c, (context, post) => confirmNewsPost(context, post, version)))
  })
  .get('/newsPosts/:id/confirmations', async (c) =>
    listCollection(c, confirmations, confirmationsOf(await requireConfirmations(c))),
  )
  .get('/newsPosts/:id/confirmations/$count', async (c) =>
    countCollection(c, confirmations, confirmationsOf(await requireConfirmations(c))),
  )
