import { Hono } from 'hono'
import * as z from 'zod/mini'
import { idParam, requireVisible, sendEntity } from '../graph/entity.ts'
import { listCollection } from '../graph/list.ts'
import { allow } from '../http/allow.ts'
import { readJson } from '../http/body.ts'
import type { ApiContext, Env } from '../http/env.ts'
import { invalidQueryOption, notFound } from '../http/errors.ts'
import { parseQueryOptions } from '../odata/query-options.ts'
import { PreviewAs, reachLevels } from './contract.ts'
import { readEmailsAvoided } from './emails-avoided.ts'
import { canEditNewsPost, canReadReach, type NewsPostFacts } from '../news-posts/policy.ts'
import { previewAs } from './preview.ts'
import { readReach } from './reach.ts'
import { newsPosts } from '../news-posts/resource.ts'
import { findFacts } from '../news-posts/store.ts'
import { newsPostVersions, versionNumbered, versionsOf } from '../news-posts/versions.ts'

const Level = z.enum(reachLevels)

/** The post in the path, for who may ask this of it. @throws 404, 403 */
async function requireFacts(c: ApiContext, may: (facts: NewsPostFacts) => boolean): Promise<string> {
  const id = idParam(c)
  const facts = await findFacts(c.var.deps.db, c.var.viewer, id)
  if (!facts) throw notFound()
  allow(may(facts))
  return id
}

async function requirePost(c: ApiContext): Promise<string> {
  const id = idParam(c)
  await requireVisible(c, newsPosts, id)
  return id
}

/** What a post has been, how far it has come, and whom it would reach. */
export const newsInsightRoutes = new Hono<Env>()
  .get('/newsPosts/emailsAvoided', async (c) => {
    parseQueryOptions(new URL(c.req.url), new Set())
    return c.json(await readEmailsAvoided(c.var.deps.db, c.var.viewer.now))
  })
  .get('/newsPosts/:id/versions', async (c) =>
    listCollection(c, newsPostVersions, versionsOf(await requirePost(c))),
  )
  .get('/newsPosts/:id/versions/:version', async (c) => {
    const id = await requirePost(c)
    const version = c.req.param('version')
    if (!/^[1-9]\d{0,8}$/.test(version)) throw notFound()
    return sendEntity(c, newsPostVersions, versionNumbered(id, Number(version)))
  })
  .get('/newsPosts/:id/reach', async (c) => {
    const { deps, viewer } = c.var
    const by = parseQueryOptions(new URL(c.req.url), new Set(['by'])).get('by')
    const level = z.optional(Level).safeParse(by)
    if (!level.success) throw invalidQueryOption('by', `by is ${reachLevels.join(', ')}.`)
    const id = await requireFacts(c, (post) => canReadReach(viewer, post))
    return c.json(await readReach(deps.db, id, level.data, viewer.now))
  })
  .post('/newsPosts/:id/preview', async (c) => {
    const { deps, viewer } = c.var
    const id = await requireFacts(c, (post) => canEditNewsPost(viewer, post))
    const { userId } = await readJson(c, PreviewAs)
    return c.json(await previewAs(deps.db, viewer, id, userId))
  })
