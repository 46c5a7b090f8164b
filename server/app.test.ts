// @vitest-environment node
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createHttpServer, type AppOptions } from './app.ts'
import { readStaticFiles } from './static-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'tunet-dist-'))
const script = 'export const answer = 42\n'.repeat(50)
const builtPage = '<!doctype html><html><head><title>Tunet</title></head><body></body></html>'
const files: Record<string, string | Buffer> = {
  'index.html': builtPage,
  'index.html.br': brotliCompressSync(builtPage),
  'redirect.html': '<!doctype html><title>Redirect</title>',
  'version.json': '{"version":"abc"}',
  'assets/app-1a2b.js': script,
  'assets/app-1a2b.js.br': brotliCompressSync(script),
  'assets/face-3c4d.woff2': 'font',
  '.vite/manifest.json': '{}',
}

let isHealthy = true
const logged: unknown[] = []

const options: AppOptions = {
  api: {
    fetch: (request) => {
      const { pathname, host } = new URL(request.url)
      if (pathname.endsWith('/crash')) throw new Error('secret cause')
      return Response.json({ pathname, host }, { headers: { 'Referrer-Policy': 'no-referrer' } })
    },
  },
  files: new Map(),
  signIn: {
    client: {
      mode: 'local',
      authority: 'https://localhost:1',
      clientId: 'tunet-spa',
      scopes: ['access_as_user'],
    },
    verifyToken: () => Promise.reject(new Error('not asked')),
    handler: async (request, response) => {
      if (request.url?.includes('crash')) throw new Error('secret cause')
      response.end(JSON.stringify([request.headers['x-forwarded-host'], request.headers['x-forwarded-for']]))
    },
  },
  publicUrl: 'http://localhost:1',
  version: 'abc',
  checkHealth: async () => {
    if (!isHealthy) throw new Error('down')
  },
  log: (...line) => logged.push(line),
}

async function listen(server: Server) {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}

let local: string
let production: string
const servers: Server[] = []

beforeAll(async () => {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  const withFiles = { ...options, files: readStaticFiles(folder) }
  const client = {
    ...options.signIn.client,
    mode: 'entra',
    authority: 'https://login.microsoftonline.com/t/v2.0',
  } as const
  const signIn = { client, verifyToken: options.signIn.verifyToken }
  servers.push(
    createHttpServer(withFiles),
    createHttpServer({ ...withFiles, signIn, publicUrl: 'https://tunet.example' }),
  )
  ;[local = '', production = ''] = await Promise.all(servers.map(listen))
})

afterAll(() => {
  for (const server of servers) {
    server.close()
    server.closeAllConnections()
  }
  rmSync(folder, { recursive: true })
})

const page = { accept: 'text/html,application/xhtml+xml' }

describe('every response has the security headers', () => {
  const routes: [string, number, RequestInit?][] = [
    ['/', 200],
    ['/index.html', 200],
    ['/news/123', 200, { headers: page }],
    ['/redirect.html', 200],
    ['/assets/app-1a2b.js', 200],
    ['/assets/missing.js', 404],
    ['/assets/missing', 404, { headers: page }],
    ['/news/123', 404],
    ['/missing.png', 404, { headers: page }],
    ['/.vite/manifest.json', 404],
    ['/assets/app-1a2b.js.br', 404],
    ['/..%2f..%2fpackage.json', 404],
    ['//evil.example/x', 404],
    ['/', 405, { method: 'POST' }],
    ['/assets/app-1a2b.js', 405, { method: 'DELETE' }],
    ['/healthz', 405, { method: 'PUT' }],
    ['/missing', 405, { method: 'PATCH' }],
    ['/healthz', 200],
    ['/config.json', 200],
    ['/version.json', 200],
    ['/v1.0/me', 200],
    ['/oidc/auth', 200],
    ['/oidc/crash', 500],
    ['/v1.0/crash', 500],
  ]

  test.for(routes)('%s %i', async ([path, status, init]) => {
    const response = await fetch(local + path, init)
    expect(response.status).toBe(status)
    const headers = Object.fromEntries(response.headers)
    const isFramed = path === '/redirect.html' || path.startsWith('/oidc')
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'x-content-type-options': 'nosniff',
      'x-frame-options': isFramed ? 'SAMEORIGIN' : 'DENY',
      'referrer-policy': expect.stringMatching(/^(same-origin|no-referrer)$/),
      'permissions-policy': expect.stringContaining('camera=()'),
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(headers['content-security-policy']).toContain(`frame-ancestors ${isFramed ? "'self'" : "'none'"}`)
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(headers['cross-origin-opener-policy']).toBe(path === '/redirect.html' ? undefined : 'same-origin')
    expect(headers).not.toHaveProperty('strict-transport-security')
    expect(await response.text()).not.toContain('secret cause')
  })

  test('also what was no request at all', async () => {
    const { port } = new URL(local)
    const socket = connect(Number(port), '127.0.0.1')
    socket.end('this is not http\r\n\r\n')
    const answer = Buffer.concat(await socket.toArray()).toString()
    expect(answer).toMatch(/^HTTP\/1.1 400 Bad Request\r\n/)
    expect(answer).toContain('X-Content-Type-Options: nosniff')
  })

  test('headers of 64 KB are 431', async () => {
    const response = await fetch(`${local}/v1.0/me`, { headers: { authorization: 'x'.repeat(65_536) } })
    expect(response.status).toBe(431)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  })
})

test('behind https the browser keeps to it, and Entra ID may be talked to', async () => {
  const { headers } = await fetch(`${production}/`)
  expect(headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains')
  const policy = headers.get('content-security-policy')
  expect(policy).toContain("connect-src 'self' https://login.microsoftonline.com;")
  expect(policy).toContain("frame-src 'self' https://login.microsoftonline.com;")
})

test('with Entra ID there is no local provider', async () => {
  expect((await fetch(`${production}/oidc/auth`)).status).toBe(404)
})

test('the API may tighten a header, not loosen by leaving it out', async () => {
  const { headers } = await fetch(`${local}/v1.0/me`)
  expect(headers.get('referrer-policy')).toBe('no-referrer')
})

test('hashed files are kept for ever, pages are asked for again', async () => {
  const cacheOf = async (path: string) => (await fetch(local + path)).headers.get('cache-control')
  expect(await cacheOf('/assets/app-1a2b.js')).toBe('public, max-age=31536000, immutable')
  expect(await cacheOf('/')).toBe('no-cache')
  expect(await cacheOf('/version.json')).toBe('no-cache')
  expect(await cacheOf('/config.json')).toBe('no-store')
})

test.for<[string, string | null]>([
  ['br', 'br'],
  ['gzip, deflate, br;q=0.8', 'br'],
  ['gzip, br;q=0', null],
  ['identity', null],
])('a browser that takes %j gets encoding %s', async ([accept, encoding]) => {
  const response = await fetch(`${local}/assets/app-1a2b.js`, { headers: { 'accept-encoding': accept } })
  expect(response.headers.get('content-encoding')).toBe(encoding)
  expect(response.headers.get('vary')).toBe('Accept-Encoding')
  expect(await response.text()).toBe(script)
})

test('a page the browser has already is not sent again', async () => {
  const etag = (await fetch(`${local}/`)).headers.get('etag') ?? ''
  const again = await fetch(`${local}/`, { headers: { 'if-none-match': etag } })
  expect([again.status, await again.text()]).toEqual([304, ''])
})

describe('the page of the app holds what signing in needs', () => {
  const pageWith = async (encoding: string) => {
    const response = await fetch(`${local}/news/1`, { headers: { ...page, 'accept-encoding': encoding } })
    return { headers: Object.fromEntries(response.headers), html: await response.text() }
  }

  test('the same as /config.json, as data that is not run', async () => {
    const { html } = await pageWith('identity')
    const data = /<script type="application\/json" id="sign-in-config">(.*?)<\/script>/s.exec(html)?.[1]
    expect(JSON.parse(data ?? '')).toEqual(await (await fetch(`${local}/config.json`)).json())
    expect(html.match(/<script/g)).toHaveLength(1)
  })

  test('plain and compressed alike, and asked for again when it changes', async () => {
    const [plain, compressed] = [await pageWith('identity'), await pageWith('br')]
    expect(compressed.html).toBe(plain.html)
    expect(compressed.headers).toMatchObject({
      'content-encoding': 'br',
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      vary: 'Accept-Encoding',
      etag: plain.headers.etag,
    })
    const ofProduction = await fetch(`${production}/`)
    expect(ofProduction.headers.get('etag')).not.toBe(plain.headers.etag)
    expect(await ofProduction.text()).toContain('https://login.microsoftonline.com/t/v2.0')
  })
})

test('HEAD has the headers and no body', async () => {
  const response = await fetch(`${local}/assets/app-1a2b.js`, {
    method: 'HEAD',
    headers: { 'accept-encoding': 'identity' },
  })
  expect(response.headers.get('content-length')).toBe(String(script.length))
  expect(await response.text()).toBe('')
})

test('what a request claims about the way to us is not believed', async () => {
  const headers = {
    'x-forwarded-host': 'evil.example',
    'x-forwarded-for': '10.0.0.1',
    forwarded: 'host=evil.example',
  }
  expect(await (await fetch(`${local}/v1.0/me`, { headers })).json()).toEqual({
    pathname: '/v1.0/me',
    host: 'localhost:1',
  })
  expect(await (await fetch(`${local}/oidc/auth`, { headers })).json()).toEqual(['localhost:1', null])
})

test('someone who came by the loopback address is sent to the name sign-in is registered for', async () => {
  const server = createHttpServer({ ...options, files: readStaticFiles(folder) })
  servers.push(server)
  const { port } = new URL(await listen(server))
  const named = createHttpServer({
    ...options,
    files: readStaticFiles(folder),
    publicUrl: `http://localhost:${port}`,
  })
  server.removeAllListeners('request')
  server.on('request', (request, response) => named.emit('request', request, response))
  const answer = await fetch(`http://127.0.0.1:${port}/news/1?a=b`, { headers: page, redirect: 'manual' })
  expect([answer.status, answer.headers.get('location')]).toEqual([
    307,
    `http://localhost:${port}/news/1?a=b`,
  ])
  expect((await fetch(`http://localhost:${port}/news/1`, { headers: page, redirect: 'manual' })).status).toBe(
    200,
  )
})

test('health follows the database', async () => {
  const health = async () => {
    const response = await fetch(`${local}/healthz`)
    return [response.status, await response.json()]
  }
  expect(await health()).toEqual([200, { status: 'ok' }])
  isHealthy = false
  expect(await health()).toEqual([503, { status: 'unavailable' }])
  isHealthy = true
})

test('a fault in the server is logged, without the query', async () => {
  logged.length = 0
  await fetch(`${local}/oidc/crash?code=secret`)
  expect(logged).toEqual([
    [
      'error',
      'a request failed in the server',
      { method: 'GET', path: '/oidc/crash', error: 'secret cause' },
    ],
  ])
})
