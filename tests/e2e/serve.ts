import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { createSecurityHeaders, type ResponseKind } from '#server/security-headers.ts'
import { findStaticFile, readStaticFiles, sendStaticFile } from '#server/static-files.ts'
import { startServer } from '#server/testing/server-process.ts'
import { findPlaces } from './places.ts'

// What the journeys visit: the real server with the built app and a new database, and the build with mocks, which is
// files alone. Started and stopped by Playwright.

const { serverPort, mocksPort, dataDir } = await findPlaces()

/** The pages with a part in signing in, which happens in a hidden frame too; the others are the app. */
function kindOf(path: string): ResponseKind {
  if (path === '/redirect.html') return 'bridge'
  return path === '/mocks/sign-in.html' ? 'provider' : 'document'
}

/** Serves the build with mocks under the product's own security headers, so that it is held to the same rules. */
async function serveMocks(): Promise<() => void> {
  const files = readStaticFiles('mocks/dist')
  if (files.size === 0) throw new Error('mocks/dist is empty: npm run build -- --mode mocks makes it.')
  const headersFor = createSecurityHeaders({ publicUrl: `http://localhost:${mocksPort}` })
  const server = createServer((request, response) => {
    const path = request.url?.split('?', 1)[0] ?? '/'
    const file = findStaticFile(files, path, request.headers.accept)
    const isPage = file?.type.startsWith('text/html')
    for (const [name, value] of Object.entries(headersFor(kindOf(path)))) response.setHeader(name, value)
    if (!isPage) {
      // The worker that runs the API gets its policy with its own file; its database is WebAssembly.
      response.setHeader(
        'Content-Security-Policy',
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
      )
    }
    // The server has no WebAssembly of its own to serve.
    const type = path.endsWith('.wasm') ? 'application/wasm' : undefined
    if (file) sendStaticFile({ ...file, ...(type && { type }) }, request, response)
    else response.writeHead(404).end()
  })
  server.listen(Number(mocksPort), '127.0.0.1')
  await once(server, 'listening')
  return () => {
    server.close()
    server.closeAllConnections()
  }
}

const stopMocks = await serveMocks()
const server = await startServer({ PORT: serverPort, DATA_DIR: dataDir, SEED: 'demo' })

async function stop() {
  stopMocks()
  server.signal('SIGTERM')
  await server.ended
  await rm(dataDir, { recursive: true, force: true })
  process.exit()
}
let isStopping = false
function stopOnce() {
  if (!isStopping) void stop()
  isStopping = true
}
process.on('SIGTERM', stopOnce)
process.on('SIGINT', stopOnce)
// Playwright holds the other end, so that nothing is left running even when it is killed.
process.stdin.resume().once('close', stopOnce)
