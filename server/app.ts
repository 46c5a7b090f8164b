import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Deps } from '#api/deps.ts'
import { withSignInConfig } from './app-page.ts'
import { mountPath } from './local-sso.ts'
import { refuseMalformed } from './malformed-request.ts'
import { createSecurityHeaders, type ResponseKind } from './security-headers.ts'
import type { SignIn } from './sign-in.ts'
import { messageOf } from './start-error.ts'
import { findStaticFile, sendStaticFile, type StaticFiles } from './static-files.ts'

/** What the HTTP server serves. */
export interface AppOptions {
  /** The API, below `/v1.0`. */
  api: { fetch(request: Request): Response | Promise<Response> }
  files: StaticFiles
  signIn: SignIn
  publicUrl: string
  /** Of the built app; changes exactly when the app does. */
  version: string
  /** Rejects while requests cannot be served. */
  checkHealth(): Promise<unknown>
  log: Deps['log']
}

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown

/**
 * All of Tunet on one origin: the API, the sign-in and the app. What a request says about the way to us (`Host`,
 * `X-Forwarded-*`) is replaced by PUBLIC_URL before anything reads it (ASVS 4.1.3).
 */
export function createHttpServer(options: AppOptions): Server {
  const { log, signIn } = options
  const files = withSignInConfig(options.files, configOf(options))
  const publicUrl = new URL(options.publicUrl)
  const ssoOrigin = signIn.handler ? undefined : new URL(signIn.client.authority).origin
  const headersFor = createSecurityHeaders({ publicUrl: publicUrl.origin, ssoOrigin })
  const api = getRequestListener((request) => options.api.fetch(request))

  const findRoute = (request: IncomingMessage, path: string): [ResponseKind, Handler] => {
    if (path === '/v1.0' || path.startsWith('/v1.0/')) return ['data', api]
    if (signIn.handler && path.startsWith(`${mountPath}/`)) return ['provider', signIn.handler]
    if (path === '/healthz')
      return ['data', forReading(request, (_, response) => sendHealth(options, response))]
    if (path === '/config.json')
      return ['data', forReading(request, (_, response) => sendJson(response, 200, configOf(options)))]
    const file = findStaticFile(files, path, request.headers.accept)
    if (!file) return ['data', forReading(request, sendNotFound)]
    if (!file.type.startsWith('text/html')) {
      return ['data', forReading(request, (_, response) => sendStaticFile(file, request, response))]
    }
    const detour = signIn.handler && otherName(request, publicUrl)
    const kind = path === '/redirect.html' ? 'bridge' : 'document'
    return [
      kind,
      forReading(request, (_, response) =>
        detour
          ? response.writeHead(307, { Location: detour }).end()
          : sendStaticFile(file, request, response),
      ),
    ]
  }

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url?.split('?', 1)[0] ?? '/'
    const [kind, handle] = findRoute(request, path)
    for (const [name, value] of Object.entries(headersFor(kind))) response.setHeader(name, value)
    setOrigin(request, publicUrl)
    try {
      await handle(request, response)
    } catch (error) {
      log('error', 'a request failed in the server', {
        method: request.method,
        // What follows these is itself the right to what is there.
        path: path.replace(/(\/(?:screen|uploadSessions)\/).*/, '$1…'),
        error: messageOf(error),
      })
      sendError(response)
    }
  }

  // The host a request names is not used, so it may as well be missing.
  const server = createServer(
    { requireHostHeader: false },
    (request, response) => void serve(request, response),
  )
  server.on('clientError', (error, socket) => refuseMalformed(error, socket, headersFor('data')))
  return server
}

/** Reading is all one can do outside API and sign-in. */
function forReading(request: IncomingMessage, handle: Handler): Handler {
  return request.method === 'GET' || request.method === 'HEAD' ? handle : refuseMethod
}

/**
 * The same page under the name people sign in at, for someone who came by the address of the loopback: sign-in
 * would end in an error there, since its way back is registered for one name.
 */
function otherName(request: IncomingMessage, publicUrl: URL) {
  const port = publicUrl.port && `:${publicUrl.port}`
  const isOther = ['127.0.0.1', '[::1]'].some((name) => request.headers.host === name + port)
  return isOther && publicUrl.hostname === 'localhost' ? publicUrl.origin + (request.url ?? '/') : undefined
}

function setOrigin(request: IncomingMessage, publicUrl: URL) {
  for (const name of Object.keys(request.headers)) {
    if (name === 'forwarded' || name.startsWith('x-forwarded-')) delete request.headers[name]
  }
  request.headers.host = publicUrl.host
  request.headers['x-forwarded-host'] = publicUrl.host
  request.headers['x-forwarded-proto'] = publicUrl.protocol.slice(0, -1)
}

async function sendHealth(options: AppOptions, response: ServerResponse) {
  const isHealthy = await options.checkHealth().then(
    () => true,
    () => false,
  )
  sendJson(response, isHealthy ? 200 : 503, { status: isHealthy ? 'ok' : 'unavailable' })
}

const configOf = ({ signIn, version }: AppOptions) => ({ ...signIn.client, version })

function sendJson(response: ServerResponse, status: number, body: unknown) {
  response.setHeader('Cache-Control', 'no-store')
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
}

const sendNotFound: Handler = (_, response) => sendText(response, 404, 'Not found')

const refuseMethod: Handler = (_, response) => {
  response.setHeader('Allow', 'GET, HEAD')
  sendText(response, 405, 'Method not allowed')
}

/** Says nothing about the cause; that is in the log. */
function sendError(response: ServerResponse) {
  if (response.headersSent) response.destroy()
  else sendText(response, 500, 'Internal server error')
}

function sendText(response: ServerResponse, status: number, text: string) {
  response.setHeader('Cache-Control', 'no-store')
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(text)
}
