import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Kysely } from 'kysely'
import { errors, type Provider } from 'oidc-provider'
import type { Database } from '#api/database/schema.ts'
import { mountPath } from './local-sso.ts'
import { errorPage, signInPage } from './local-sso-pages.ts'
import { findPersonByName, listDemoPeople, searchPeople } from './local-sso-people.ts'

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** Bytes; a choice of person is far smaller. */
const longestForm = 4096
/** Characters of a search; a longer one is cut. */
const longestQuery = 100

const files: Record<string, string> = {
  'sign-in.css': 'text/css; charset=utf-8',
  'sign-out.js': 'text/javascript; charset=utf-8',
}

/** Answers everything below `/oidc`: the sign-in page and its files here, the protocol by the provider. */
export function createLocalSsoHandler(provider: Provider, db: Kysely<Database>): Handler {
  const protocol = provider.callback()
  return async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const path = url.pathname.slice(mountPath.length + 1)
    const type = Object.hasOwn(files, path) ? files[path] : undefined
    if (hasNul(url.search)) {
      send(response, 400, errorPage('invalid_request', 'the address holds a character that is in no text'))
    } else if (type && !isReading(request)) {
      response.statusCode = 405
      response.setHeader('Allow', 'GET, HEAD').end()
    } else if (type) {
      response.setHeader('Content-Type', type).end(await readFile(new URL(path, import.meta.url)))
    } else if (path.startsWith('interaction/')) {
      await choosePerson(provider, db, url, request, response)
    } else {
      // The provider finds out where it is mounted from the difference between the two.
      Object.assign(request, { originalUrl: request.url })
      request.url = request.url?.slice(mountPath.length) || '/'
      await protocol(request, response)
    }
  }
}

const isReading = ({ method }: IncomingMessage) => method === 'GET' || method === 'HEAD'

/** U+0000, which PostgreSQL stores in no text. */
const hasNul = (encoded: string) => encoded.includes('%00')

async function choosePerson(
  provider: Provider,
  db: Kysely<Database>,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
) {
  if (request.method !== 'POST' && !isReading(request)) {
    response.setHeader('Allow', 'GET, HEAD, POST')
    send(response, 405, errorPage('method_not_allowed', undefined))
    return
  }
  const interaction = await provider.interactionDetails(request, response).catch((error: unknown) => {
    if (error instanceof errors.SessionNotFound) return undefined
    throw error
  })
  if (!interaction || url.pathname !== `${mountPath}/interaction/${interaction.uid}`) {
    send(
      response,
      400,
      errorPage('interaction_not_found', 'the sign-in has expired or belongs to another browser'),
    )
    return
  }
  const isChoice = request.method === 'POST'
  const chosen = isChoice
    ? await findPersonByName(db, (await readForm(request)).get('person') ?? '')
    : undefined
  if (chosen) {
    const result = { login: { accountId: chosen.id } }
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
    return
  }
  const query = url.searchParams.get('query')?.trim().slice(0, longestQuery)
  const { login_hint: hint } = interaction.params
  const page = signInPage({
    action: url.pathname,
    demoPeople: await listDemoPeople(db),
    search: query ? { query, found: await searchPeople(db, query) } : undefined,
    hint: typeof hint === 'string' ? await findPersonByName(db, hint) : undefined,
    refused: isChoice,
  })
  send(response, isChoice ? 403 : 200, page)
}

async function readForm(request: IncomingMessage) {
  let body = ''
  for await (const chunk of request) {
    body += String(chunk)
    if (body.length > longestForm || hasNul(body)) return new URLSearchParams()
  }
  return new URLSearchParams(body)
}

function send(response: ServerResponse, status: number, page: string) {
  response.statusCode = status
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.setHeader('Cache-Control', 'no-store')
  response.end(page)
}
