import { Hono } from 'hono'
import { hex, sha256 } from '../files/bytes.ts'
import { fileContent } from '../files/chunks.ts'
import { idParam } from '../graph/entity.ts'
import type { ApiContext, Env } from '../http/env.ts'
import { noQueryOptions } from '../http/no-query-options.ts'
import { rateLimit } from '../http/rate-limit.ts'
import { newsAddress } from '../news-posts/post-for-recipient.ts'
import { getScreen, getScreenCover, readScreenNews } from './screen-news.ts'

/**
 * What a screen shows. The address is the right to it, as with uploads, so this stands before sign-in; there is nothing
 * here but what anybody who passes the screen can read. A wrong address is 404, whatever is wrong with it.
 */
export function screenRoutes(): Hono<Env> {
  // A person's bucket is wide enough for a screen, which asks once a minute and for twenty covers at most.
  const limit = rateLimit({ keyOf: (c) => c.req.param('secret') ?? '' })
  return new Hono<Env>()
    .get('/infoScreens/screen/:secret', limit, noQueryOptions, async (c) => {
      const { db, now, settings } = c.var.deps
      const secret = c.req.param('secret')
      const time = now()
      const news = await readScreenNews(db, await getScreen(db, secret), time, {
        coverUrl: (fileId) => `${settings.publicUrl}/v1.0/infoScreens/screen/${secret}/covers/${fileId}`,
        postUrl: (postId) => newsAddress(settings.publicUrl, postId, 'qr'),
      })
      return sendUnlessKnown(c, news)
    })
    .get('/infoScreens/screen/:secret/covers/:id', limit, noQueryOptions, async (c) => {
      const { db, now } = c.var.deps
      const screen = await getScreen(db, c.req.param('secret'))
      const cover = await getScreenCover(db, screen, idParam(c), now())
      // A file never changes; a new cover is another file.
      c.header('Cache-Control', 'private, max-age=86400, immutable')
      c.header('Content-Type', cover.media_type)
      c.header('Content-Length', String(cover.size))
      return c.body(fileContent(db, cover.id, { first: 0, last: cover.size - 1 }))
    })
}

/** Answers 304 when the screen has it already: most of the time nothing is new. */
async function sendUnlessKnown(c: ApiContext, content: object): Promise<Response> {
  const etag = `"${hex(await sha256(new TextEncoder().encode(JSON.stringify(content)))).slice(0, 32)}"`
  c.header('ETag', etag)
  c.header('Cache-Control', 'private, no-cache')
  const known = c.req
    .header('if-none-match')
    ?.split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
  return known?.some((tag) => tag === etag || tag === '*') ? c.body(null, 304) : c.json(content)
}
