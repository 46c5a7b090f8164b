import { Hono } from 'hono'
import * as z from 'zod/mini'
import { idParam, sendEntity, withId } from '../graph/entity.ts'
import { readBytes, readJson } from '../http/body.ts'
import type { ApiContext, Env } from '../http/env.ts'
import { badRequest, contentTooLarge, rangeNotSatisfiable } from '../http/errors.ts'
import { noQueryOptions } from '../http/no-query-options.ts'
import { parseContentRange, parseRange } from './byte-range.ts'
import { hex } from './bytes.ts'
import { checkFor } from './check-content.ts'
import { fileContent } from './chunks.ts'
import { maxFileSize } from './contract.ts'
import { contentDisposition, safeFileName } from './file-name.ts'
import { files } from './resource.ts'
import { deleteFile, getFile, toFile, type FileRow } from './store.ts'
import {
  checkFragment,
  deleteExpiredSessions,
  deleteUploadSession,
  getUploadSession,
  openUploadSession,
  receiveFragment,
  toUploadSession,
} from './upload-session.ts'

/** Body of `createUploadSession`, as Graph's own clients send it. */
const NewUpload = z.strictObject({
  item: z.strictObject({
    name: z.string().check(z.minLength(1), z.maxLength(1024)),
    /** Bytes. */
    fileSize: z.int().check(z.minimum(1)),
    /** Names need not be unique here, so every answer to a clash is the same. */
    '@microsoft.graph.conflictBehavior': z.optional(z.enum(['fail', 'replace', 'rename'])),
  }),
})

/**
 * The upload URL: whoever has it may fill that one file, without a token, as in Graph (graph.md §1.5). It is
 * bound to a size and a person, who must be enabled at every fragment, and ends an hour after the last one.
 */
export const uploadRoutes = new Hono<Env>()
  .get('/files/uploadSessions/:token', async (c) => {
    const { deps } = c.var
    return c.json(toUploadSession(await getUploadSession(deps.db, c.req.param('token'), deps.now())))
  })
  .put('/files/uploadSessions/:token', async (c) => {
    const { deps } = c.var
    const token = c.req.param('token')
    const fragment = parseContentRange(c.req.header('content-range'))
    // Before the body is read: strangers cannot make the server take in bytes.
    const waiting = await getUploadSession(deps.db, token, deps.now())
    if (!fragment) throw badRequest('malformedValue', 'Send Content-Range: bytes first-last/total.')
    checkFragment(waiting, fragment)
    const length = fragment.last - fragment.first + 1
    const bytes = await readBytes(c, length)
    if (bytes.length !== length) throw badRequest('malformedValue', 'The body is shorter than its range.')
    const received = await deps.db
      .transaction()
      .execute((trx) => receiveFragment(trx, token, fragment, bytes, deps.now()))
    if ('refusal' in received) throw received.refusal
    if ('session' in received) return c.json(toUploadSession(received.session), 202)
    const { file } = received
    return c.json(toFile(file), 201, { Location: `${deps.settings.publicUrl}/v1.0/files/${file.id}` })
  })
  .delete('/files/uploadSessions/:token', async (c) => {
    const { deps } = c.var
    await deps.db.transaction().execute(async (trx) => {
      const session = await getUploadSession(trx, c.req.param('token'), deps.now(), { lock: true })
      await deleteUploadSession(trx, session)
    })
    return c.body(null, 204)
  })

/** Files, for signed-in people. Whoever may not read a file is told that there is none. */
export const fileRoutes = new Hono<Env>()
  .post('/files/createUploadSession', async (c) => {
    const { deps } = c.var
    const { item } = await readJson(c, NewUpload)
    const name = safeFileName(item.name)
    checkFor(name)
    if (item.fileSize > maxFileSize) throw contentTooLarge(maxFileSize)
    const now = deps.now()
    await deleteExpiredSessions(deps.db, now)
    const { session, token } = await deps.db
      .transaction()
      .execute((trx) => openUploadSession(trx, { name, size: item.fileSize, userId: c.var.viewer.id, now }))
    const uploadUrl = `${deps.settings.publicUrl}/v1.0/files/uploadSessions/${token}`
    return c.json({ uploadUrl, ...toUploadSession(session) })
  })
  .get('/files/:id', (c) => sendEntity(c, files, withId(files, idParam(c))))
  .get('/files/:id/content', noQueryOptions, async (c) => {
    const file = await getFile(c.var.deps.db, c.var.viewer, idParam(c))
    return sendContent(c, file)
  })
  .delete('/files/:id', async (c) => {
    const { deps } = c.var
    const id = idParam(c)
    await deps.db.transaction().execute((trx) => deleteFile(trx, c.var.viewer, id, deps.now()))
    return c.body(null, 204)
  })

/** Answers with the bytes, or the part the caller asked for. Always as a download: nothing renders here. */
function sendContent(c: ApiContext, file: FileRow): Response {
  const etag = `"${hex(file.sha256)}"`
  c.header('ETag', etag)
  // Kept by the browser, but asked for again each time: access may have ended since.
  c.header('Cache-Control', 'private, no-cache')
  c.header('Vary', 'Authorization')
  if (matches(c.req.header('if-none-match'), etag)) return c.body(null, 304)
  const isSame = (c.req.header('if-range') ?? etag) === etag
  const range = isSame ? parseRange(c.req.header('range'), file.size) : undefined
  if (range === 'unsatisfiable') {
    throw rangeNotSatisfiable('invalidRange', `The file has ${file.size} bytes.`, {
      'Content-Range': `bytes */${file.size}`,
    })
  }
  c.header('Accept-Ranges', 'bytes')
  c.header('Content-Disposition', contentDisposition(file.name))
  c.header('Content-Type', withCharset(file.media_type))
  const { first, last } = range ?? { first: 0, last: file.size - 1 }
  c.header('Content-Length', String(last - first + 1))
  if (range) c.header('Content-Range', `bytes ${first}-${last}/${file.size}`)
  return c.body(fileContent(c.var.deps.db, file.id, { first, last }), range ? 206 : 200)
}

/** Text is UTF-8 unless its media type says otherwise. */
const withCharset = (mediaType: string) =>
  mediaType.startsWith('text/') && !mediaType.includes(';') ? `${mediaType}; charset=utf-8` : mediaType

/** Whether `If-None-Match` names this etag (RFC 9110 §13.1.2). */
const matches = (header: string | undefined, etag: string) =>
  header?.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, ''))) ?? false
