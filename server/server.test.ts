// @vitest-environment node
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decodeJwt } from 'jose'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPostgres } from './postgres.ts'
import {
  addressOf,
  HandBrowser,
  requestTokens,
  signIn,
  SignInByHand,
  type Tokens,
} from './testing/hand-browser.ts'
import { freePort, runToEnd, type ServerProcess, startServer } from './testing/server-process.ts'

const kari = 'kari.nilsen@elvestrand.example'
const sara = 'sara.holm@elvestrand.example'

let dataDir: string
let origin: string
let settings: { PORT: string; DATA_DIR: string }
let server: ServerProcess
let tokens: Tokens
const browser = () => new HandBrowser(origin)
let karisBrowser: HandBrowser

const callApi = (path: string, token: string) =>
  fetch(origin + path, { headers: { authorization: `Bearer ${token}` } })

/** Joins the server's own database, as another process does. */
async function queryDatabase(statement: string, values: unknown[]) {
  const { connection } = await startPostgres(dataDir, () => undefined)
  const client = new pg.Client(connection)
  await client.connect()
  await client.query(statement, values)
  await client.end()
}

beforeAll(async () => {
  dataDir = join(await mkdtemp(join(tmpdir(), 'tunet-server-')), 'data')
  await chmod(join(dataDir, '..'), 0o711)
  settings = { PORT: await freePort(), DATA_DIR: dataDir }
  origin = `http://localhost:${settings.PORT}`
  server = await startServer(settings)
  karisBrowser = browser()
  tokens = await signIn(origin, karisBrowser, kari)
}, 120_000)

afterAll(async () => {
  server.signal('SIGTERM')
  await server.ended
  await rm(join(dataDir, '..'), { recursive: true, force: true })
}, 60_000)

test('a fresh start says where it is and who may sign in', () => {
  expect(server.output()).toContain(`Tunet is ready at ${origin}`)
  expect(server.output()).toContain(kari)
})

test('signing in with code and PKCE gives a token the API takes', async () => {
  const me = await callApi('/v1.0/me', tokens.access_token)
  expect(me.status).toBe(200)
  expect(await me.json()).toMatchObject({ userPrincipalName: kari, displayName: 'Kari Nilsen' })
  expect(decodeJwt(tokens.access_token)).toMatchObject({
    aud: 'api://tunet',
    scp: 'access_as_user',
    ver: '2.0',
  })
  expect(decodeJwt(tokens.id_token)).toMatchObject({
    aud: 'tunet-spa',
    preferred_username: kari,
    nonce: 'nonce',
  })
})

test('the ID token is no access token', async () => {
  expect((await callApi('/v1.0/me', tokens.id_token)).status).toBe(401)
})

test('the sign-in page shows the demo people, finds others, and puts the one remembered first', async () => {
  const jar = browser()
  const page = await new SignInByHand(origin, jar).start({ login_hint: sara })
  if (page instanceof URL) throw new Error('nobody was asked')
  const html = await page.text()
  expect(html.match(/name="person"/g)).toHaveLength(13)
  expect(html).toMatch(/Fortsett som[^]*?Sara Holm[^]*?Velg en person[^]*?Kari Nilsen/)
  const found = await (await jar.open(`${new URL(page.url).pathname}?query=solberg+ingrid`)).text()
  expect(found).toMatch(/Treff på «solberg ingrid»[^]*?Ingrid Solberg[^]*?Velg en person/)
})

test('someone signed in is not asked again, and two tabs can sign in at the same time', async () => {
  const jar = browser()
  const first = new SignInByHand(origin, jar)
  const second = new SignInByHand(origin, jar)
  const firstPage = await first.start()
  const secondPage = await second.start()
  expect(await first.redeem(await first.choose(firstPage, kari))).toHaveProperty('access_token')
  expect(await second.redeem(await second.choose(secondPage, kari))).toHaveProperty('access_token')
  const third = new SignInByHand(origin, jar)
  expect(await third.redeem(await third.start({ prompt: 'none' }))).toHaveProperty('access_token')
})

test('a sign-in belongs to the browser that began it', async () => {
  const page = await new SignInByHand(origin, browser()).start()
  const answer = await browser().open(addressOf(page), { person: kari })
  expect(answer.status).toBe(400)
  expect(await answer.text()).toContain('Innloggingen stoppet')
})

test('a token is renewed once; a renewal used twice is refused', async () => {
  const { refresh_token } = await signIn(origin, browser(), sara)
  const renewal = { grant_type: 'refresh_token', refresh_token, scope: 'openid profile email access_as_user' }
  const renewed = await requestTokens(origin, renewal)
  expect(renewed.status).toBe(200)
  const { access_token } = await renewed.json()
  expect((await callApi('/v1.0/me', access_token)).status).toBe(200)
  expect((await requestTokens(origin, renewal)).status).toBe(400)
})

test('another address to come back to is refused', async () => {
  const answer = await new SignInByHand(origin, browser()).start({
    redirect_uri: `${origin}.evil.example/redirect.html`,
  })
  if (answer instanceof URL) throw new Error(`sent to ${answer.href}`)
  expect(answer.status).toBe(400)
  expect(await answer.text()).toContain('invalid_redirect_uri')
})

test.for(['state', 'nonce', 'login_hint'])(
  'a sign-in with U+0000 in %s is refused, not a fault',
  async (name) => {
    const answer = await new SignInByHand(origin, browser()).start({ [name]: 'a\u0000' })
    expect(answer).toMatchObject({ status: 400 })
  },
)

test('hostile text chooses and finds nobody, and is shown as text', async () => {
  const jar = browser()
  const page = addressOf(await new SignInByHand(origin, jar).start())
  expect((await jar.open(page, { person: `${kari}\u0000` })).status).toBe(403)
  expect((await jar.open(`${page}?query=%00`)).status).toBe(400)
  const found = await (
    await jar.open(`${page}?query=${encodeURIComponent('"><script>alert(1)</script>')}`)
  ).text()
  expect(found).toContain('&lt;script&gt;alert(1)')
  expect(found).not.toContain('<script>')
})

test('no code or token with U+0000 is known', async () => {
  const code = { code: '\u0000', code_verifier: 'v'.repeat(43), redirect_uri: `${origin}/redirect.html` }
  expect((await requestTokens(origin, { grant_type: 'authorization_code', ...code })).status).toBe(400)
  const renewal = { grant_type: 'refresh_token', refresh_token: '\u0000' }
  expect((await requestTokens(origin, renewal)).status).toBe(400)
})

test.for(['.well-known/openid-configuration', 'jwks'])(
  'other origins may not read /oidc/%s',
  async (path) => {
    const answer = await fetch(`${origin}/oidc/${path}`, { headers: { origin: 'https://evil.example' } })
    expect(answer.status).toBe(200)
    expect(answer.headers.has('access-control-allow-origin')).toBe(false)
  },
)

test.for([
  ['sign-in.css', 'GET, HEAD'],
  ['interaction/x', 'GET, HEAD, POST'],
] as const)('/oidc/%s takes %s alone', async ([path, allow]) => {
  const answer = await fetch(`${origin}/oidc/${path}`, { method: 'PUT' })
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, allow])
})

test('signing out ends the session and comes back to the app', async () => {
  const jar = browser()
  const { id_token } = await signIn(origin, jar, sara)
  const parameters = new URLSearchParams({ id_token_hint: id_token, post_logout_redirect_uri: `${origin}/` })
  const page = await (await jar.open(`/oidc/session/end?${parameters}`)).text()
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const back = await jar.follow(await jar.open('/oidc/session/end/confirm', { xsrf, logout: 'yes' }))
  expect(addressOf(back)).toBe(`${origin}/`)
  const silent = await new SignInByHand(origin, jar).start({ prompt: 'none' })
  expect(addressOf(silent)).toContain('error=login_required')
})

test('a disabled person can neither sign in nor go on', async () => {
  const jar = browser()
  const theirs = await signIn(origin, jar, sara)
  await queryDatabase('update "user" set account_enabled = false where user_principal_name = $1', [sara])
  try {
    const attempt = new SignInByHand(origin, browser())
    const page = await attempt.start()
    if (page instanceof URL) throw new Error('nobody was asked')
    expect(await page.text()).not.toContain(sara)
    const answer = await attempt.choose(page, sara)
    expect(answer).toMatchObject({ status: 403 })
    expect([401, 403]).toContain((await callApi('/v1.0/me', theirs.access_token)).status)
    const renewal = { grant_type: 'refresh_token', refresh_token: theirs.refresh_token }
    expect((await requestTokens(origin, renewal)).status).toBe(400)
    const silent = await new SignInByHand(origin, jar).start({ prompt: 'none' })
    expect(addressOf(silent)).toContain('error=login_required')
    expect((await runToEnd('token.ts', settings, [sara])).code).toBe(1)
  } finally {
    await queryDatabase('update "user" set account_enabled = true where user_principal_name = $1', [sara])
  }
})

test('npm run token prints a token while the server runs', async () => {
  const { code, output } = await runToEnd('token.ts', settings, ['LIV.DAHL@elvestrand.example'])
  expect(code).toBe(0)
  expect(await (await callApi('/v1.0/me', output)).json()).toMatchObject({ appRoles: ['Editor', 'Crisis'] })
})

test.for<[string, Record<string, string>, string[], string]>([
  [
    'an unknown person',
    {},
    ['no.one@elvestrand.example'],
    'no.one@elvestrand.example is not in the directory',
  ],
  ['nobody named', {}, [], 'Say whose token'],
  ['a folder no server has used', { DATA_DIR: '/nowhere/at/all' }, [kari], 'has not been started'],
  [
    'with Entra ID',
    { SSO_AUTHORITY: 'https://login.example/t', SSO_CLIENT_ID: 'spa', SSO_AUDIENCE: 'api' },
    [kari],
    'only the sign-in provider makes tokens',
  ],
])('npm run token refuses %s in one sentence', async ([, extra, args, sentence]) => {
  const { code, output } = await runToEnd('token.ts', { ...settings, ...extra }, args)
  expect(code).toBe(1)
  expect(output).toContain(sentence)
  expect(output.split('\n')).toHaveLength(1)
})

test.for<[Record<string, string>, RegExp]>([
  [{}, /^Port \d+ is in use: stop what uses it, or set PORT to another\.$/],
  [
    { DATABASE_URL: 'postgres://tunet:secret@127.0.0.1:9/tunet' },
    /^The database of DATABASE_URL \(127\.0\.0\.1:9\/tunet\) cannot be reached: connect ECONNREFUSED 127\.0\.0\.1:9\.$/,
  ],
  [{ SEED: 'much' }, /^SEED must be demo, none or scale:<employees>\.$/],
])('a start that cannot go on is one sentence and exit code 1: %j', async ([extra, sentence]) => {
  const { code, output } = await runToEnd('main.ts', { ...settings, ...extra })
  expect(code).toBe(1)
  expect(output.split('\n').at(-1)).toMatch(sentence)
  expect(output).not.toMatch(/secret|at .*\.ts:/)
})

test('Ctrl-C, which npm sends twice, ends cleanly; the next start keeps data, tokens and sessions', async () => {
  server.signal('SIGINT')
  server.signal('SIGINT')
  expect(await server.ended).toBe(0)
  expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false)
  server = await startServer(settings)
  expect(server.output()).not.toContain('Filling the database')
  expect((await callApi('/v1.0/me', tokens.access_token)).status).toBe(200)
  const silent = new SignInByHand(origin, karisBrowser)
  expect(await silent.redeem(await silent.start({ prompt: 'none' }))).toHaveProperty('access_token')
})

test('after a kill nothing has to be cleaned up by hand', async () => {
  server.signal('SIGKILL')
  expect(await server.ended).toBe('SIGKILL')
  expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(true)
  server = await startServer(settings)
  expect((await callApi('/v1.0/me', tokens.access_token)).status).toBe(200)
})

test('SIGTERM ends it with code 0, and npm run token starts the database for a moment', async () => {
  server.signal('SIGTERM')
  expect(await server.ended).toBe(0)
  const { code, output } = await runToEnd('token.ts', settings, [kari])
  expect(code).toBe(0)
  expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false)
  server = await startServer(settings)
  expect((await callApi('/v1.0/me', output)).status).toBe(200)
})
