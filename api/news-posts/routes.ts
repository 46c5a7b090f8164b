import { Hono } from 'hono'
import type * as z from 'zod/mini'
import { withRightsInTurn } from '../acting.ts'
import { idParam, requireVisible, sendCreated, sendEntity, sendUpdated, withId } from '../graph/entity.ts'
import { collection } from '../graph/collection.ts'
import { countCollection, listCollection } from '../graph/list.ts'
import { allow } from '../http/allow.ts'
import { readJson } from '../http/body.ts'
import type { ApiContext, Env } from '../http/env.ts'
import { requireIfMatch } from '../http/etag.ts'
import { notFound } from '../http/errors.ts'
import { confirmForPrincipal } from './confirm-for-principal.ts'
import { confirmationsOf } from './confirmations.ts'
import {
  Audience,
  Confirm,
  MarkRead,
  NewNewsPost,
  NewsPostPatch,
  Rejection,
  ReviewRemark,
} from './contract.ts'
import { importNewsPost } from './import-news-post.ts'
import {
  approveNewsPost,
  archiveNewsPost,
  publishNewsPost,
  rejectNewsPost,
  restoreNewsPost,
  submitNewsPost,
  withdrawNewsPost,
} from './lifecycle.ts'
import {
  canApproveNewsPost,
  canCreateNewsPost,
  canChangeNewsPost,
  canListConfirmations,
  inArchive,
  inFeed,
  managed,
} from './policy.ts'
import { markRead } from './readings.ts'
import { countRecipients } from './recipients.ts'
import { feedSections, newsPosts } from './resource.ts'
import { findFacts, lockNewsPost, type LockedNewsPost } from './store.ts'
import { changeNewsPost, completeAction, confirmNewsPost, createNewsPost, removeNewsPost } from './write.ts'
import type { WriteContext } from './write-context.ts'

/** Reads the body of an action; without one it is the empty object. */
const optionalJson = async <T>(c: ApiContext, schema: z.ZodMiniType<T>): Promise<T> =>
  (c.req.header('content-type') ?? '') === '' ? schema.parse({}) : readJson(c, schema)

/** Runs a write on the post in the path: locked, in one transaction, with the rights it takes. */
async function write(c: ApiContext, act: (context: WriteContext, post: LockedNewsPost) => Promise<void>) {
  const id = idParam(c)
  const { deps } = c.var
  await withRightsInTurn(c.var.viewer, (viewer) =>
    deps.db.transaction().execute(async (trx) => {
      const post = await lockNewsPost(trx, viewer, id)
      await act({ trx, viewer, now: deps.now() }, post)
    }),
  )
  return id
}

/** Answers an action with the post as it is now. */
const sendPost = (c: ApiContext, id: string) => sendEntity(c, newsPosts, withId(newsPosts, id))

/** The same for a reviewer, who may have lost sight of the post by deciding on it: then there is nothing to send. */
async function sendReviewed(c: ApiContext, id: string): Promise<Response> {
  const facts = await findFacts(c.var.deps.db, c.var.viewer, id)
  return facts ? sendPost(c, id) : c.body(null, 204)
}

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
    allow(canCreateNewsPost())
    return c.json({ value: await countRecipients(c.var.deps.db, await readJson(c, Audience)) })
  })
  .get('/newsPosts/archived', (c) => listCollection(c, newsPosts, inArchive))
  .get('/newsPosts/archived/$count', (c) => countCollection(c, newsPosts, inArchive))
  .route('/', collection(newsPosts, inFeed, feedSections))
  .post('/newsPosts', async (c) => {
    const { deps, viewer } = c.var
    allow(canCreateNewsPost())
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
  .post('/newsPosts/:id/submit', async (c) => {
    const { comment = '' } = await optionalJson(c, ReviewRemark)
    return sendPost(c, await write(c, (context, post) => submitNewsPost(context, post, comment)))
  })
  .post('/newsPosts/:id/withdraw', async (c) => sendPost(c, await write(c, withdrawNewsPost)))
  .post('/newsPosts/:id/approve', async (c) => {
    const { comment = '' } = await optionalJson(c, ReviewRemark)
    const id = await write(c, async (context, post) => {
      // What is approved is what the reviewer has seen.
      if (canApproveNewsPost(context.viewer, post)) requireIfMatch(c, post.etag)
      await approveNewsPost(context, post, comment)
    })
    return sendReviewed(c, id)
  })
  .post('/newsPosts/:id/reject', async (c) => {
    const { comment } = await readJson(c, Rejection)
    return sendReviewed(c, await write(c, (context, post) => rejectNewsPost(context, post, comment)))
  })
  .post('/newsPosts/:id/publish', async (c) => sendPost(c, await write(c, publishNewsPost)))
  .post('/newsPosts/:id/archive', async (c) => sendPost(c, await write(c, archiveNewsPost)))
  .post('/newsPosts/:id/restore', async (c) => sendPost(c, await write(c, restoreNewsPost)))
  .post('/newsPosts/:id/markRead', async (c) => {
    const id = idParam(c)
    const { deps, viewer } = c.var
    const way = await optionalJson(c, MarkRead)
    await requireVisible(c, newsPosts, id)
    await markRead(deps.db, id, viewer.id, deps.now(), way)
    return c.body(null, 204)
  })
  .post('/newsPosts/:id/confirm', async (c) => {
    const { version, onBehalfOfId } = await optionalJson(c, Confirm)
    const id = await write(c, (context, post) =>
      onBehalfOfId === undefined
        ? confirmNewsPost(context, post, version)
        : confirmForPrincipal(context, post, onBehalfOfId, version),
    )
    return sendPost(c, id)
  })
  .post('/newsPosts/:id/completeAction', async (c) =>
    sendPost(c, await write(c, (context, post) => completeAction(context, post, true))),
  )
  .post('/newsPosts/:id/reopenAction', async (c) =>
    sendPost(c, await write(c, (context, post) => completeAction(context, post, false))),
  )
  .get('/newsPosts/:id/confirmations', async (c) =>
    listCollection(c, confirmationsOf(await requireConfirmations(c))),
  )
  .get('/newsPosts/:id/confirmations/$count', async (c) =>
    countCollection(c, confirmationsOf(await requireConfirmations(c))),
  )
