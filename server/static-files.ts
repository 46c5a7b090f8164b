import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, sep } from 'node:path'

/** A file as it is sent. */
export interface StaticFile {
  type: string
  content: Buffer
  /** The same, compressed, where it is worth it. */
  brotli: Buffer | undefined
  etag: string
  cacheControl: string
}

/** The built app, held in memory: no path from outside ever reaches the disk. */
export type StaticFiles = ReadonlyMap<string, StaticFile>

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
}

/** Reads a build, by URL path. Hidden files (the build's manifest) are no part of it. Empty when there is none. */
export function readStaticFiles(folder: string): StaticFiles {
  const files = new Map<string, StaticFile>()
  if (!existsSync(folder)) return files
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = `/${name.split(sep).join('/')}`
    const source = join(folder, name)
    if (path.includes('/.') || path.endsWith('.br') || !statSync(source).isFile()) continue
    const content = readFileSync(source)
    files.set(path, {
      type: types[extname(name)] ?? 'application/octet-stream',
      content,
      brotli: existsSync(`${source}.br`) ? readFileSync(`${source}.br`) : undefined,
      etag: etagOf(content),
      // Names in /assets carry a hash of their content.
      cacheControl: path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    })
  }
  return files
}

/** A strong etag: it changes exactly when the content does. */
export const etagOf = (content: Buffer): string =>
  `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`

/**
 * The file for a request: the one of that path, or the app itself for a page of it, which is a navigation to a
 * path without a file extension.
 */
export function findStaticFile(files: StaticFiles, path: string, accept: string | undefined) {
  if (path === '/') return files.get('/index.html')
  const file = files.get(path)
  if (file) return file
  const isNavigation = Boolean(accept?.includes('text/html')) && extname(path) === ''
  return isNavigation && !path.startsWith('/assets/') ? files.get('/index.html') : undefined
}

/** Sends a file, compressed when the browser takes it, or 304 when it has it. Node leaves the body out for HEAD. */
export function sendStaticFile(file: StaticFile, request: IncomingMessage, response: ServerResponse) {
  response.setHeader('ETag', file.etag)
  response.setHeader('Cache-Control', file.cacheControl)
  if (file.brotli) response.setHeader('Vary', 'Accept-Encoding')
  if (request.headers['if-none-match']?.includes(file.etag)) {
    response.writeHead(304).end()
    return
  }
  const useBrotli =
    file.brotli && /\bbr\b(?!\s*;\s*q=0(\.0*)?(,|$))/.test(request.headers['accept-encoding'] ?? '')
  const content = useBrotli && file.brotli ? file.brotli : file.content
  if (useBrotli) response.setHeader('Content-Encoding', 'br')
  response.setHeader('Content-Type', file.type)
  response.setHeader('Content-Length', content.length)
  response.writeHead(200).end(content)
}
