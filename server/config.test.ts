// @vitest-environment node
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

const tenant = '11111111-2222-4333-8444-555555555555'
const api = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee'
const sso = {
  SSO_AUTHORITY: `https://login.microsoftonline.com/${tenant}`,
  SSO_CLIENT_ID: 'spa',
  SSO_AUDIENCE: `api://${api}`,
}

test('without settings the server is a demo for this machine alone', () => {
  expect(readConfig({})).toEqual({
    port: 3000,
    host: '127.0.0.1',
    dataDir: resolve('.data'),
    databaseUrl: undefined,
    seed: { kind: 'demo' },
    sso: undefined,
    publicUrl: 'http://localhost:3000',
    smtpUrl: undefined,
    mailFrom: undefined,
    teamsWebhookUrl: undefined,
    graph: undefined,
    isProduction: false,
  })
})

test('an empty setting counts as missing', () => {
  expect(readConfig({ PORT: '', SEED: ' ', SSO_AUTHORITY: '' })).toEqual(readConfig({}))
})

test('the public address follows the port, unless it is set', () => {
  expect(readConfig({ PORT: '4000' }).publicUrl).toBe('http://localhost:4000')
  expect(readConfig({ PORT: '4000', PUBLIC_URL: 'http://localhost:8080/' }).publicUrl).toBe(
    'http://localhost:8080',
  )
})

test('e-mail goes through a mail server once it has a sender', () => {
  const mail = { SMTP_URL: 'smtp://u:p@mail.example:587', MAIL_FROM: 'Tunet <tunet@kommune.example>' }
  expect(readConfig(mail)).toMatchObject({ smtpUrl: mail.SMTP_URL, mailFrom: mail.MAIL_FROM })
})

test('a benchmark seed names its size', () => {
  expect(readConfig({ SEED: 'scale:50000' }).seed).toEqual({ kind: 'scale', employees: 50_000 })
})

test('Entra ID is asked for v2 tokens, whose audience is the bare id', () => {
  expect(readConfig(sso).sso).toEqual({
    authority: `https://login.microsoftonline.com/${tenant}/v2.0`,
    clientId: 'spa',
    audience: api,
    scope: `api://${api}/access_as_user`,
  })
  expect(readConfig({ ...sso, SSO_AUDIENCE: api }).sso).toEqual(readConfig(sso).sso)
})

test('the directory is read with a token of the tenant people sign in to', () => {
  const graph = { GRAPH_CLIENT_ID: 'reader', GRAPH_CLIENT_SECRET: 'kort' }
  expect(readConfig({ ...sso, ...graph }).graph).toEqual({
    url: 'https://graph.microsoft.com',
    tokenUrl: `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`,
    clientId: 'reader',
    clientSecret: 'kort',
  })
  const elsewhere = { GRAPH_URL: 'http://localhost:4000/', GRAPH_TOKEN_URL: 'http://localhost:4000/token' }
  expect(readConfig({ ...graph, ...elsewhere }).graph).toMatchObject({
    url: 'http://localhost:4000',
    tokenUrl: 'http://localhost:4000/token',
  })
})

test('with SSO the server can be reached from other machines once it is public', () => {
  expect(readConfig(sso).host).toBe('127.0.0.1')
  expect(readConfig({ ...sso, PUBLIC_URL: 'https://tunet.example' }).host).toBe('::')
  expect(readConfig({ ...sso, NODE_ENV: 'production' }).host).toBe('::')
})

test.for<[Record<string, string>, string]>([
  [{ PORT: 'many' }, 'PORT must be a whole number from 1 to 65535.'],
  [{ PORT: '70000' }, 'PORT must be a whole number from 1 to 65535.'],
  [{ DATABASE_URL: 'mysql://u:secret@h/d' }, 'DATABASE_URL must begin with postgres:// or postgresql://.'],
  [{ SEED: 'everything' }, 'SEED must be demo, none or scale:<employees>.'],
  [{ SEED: 'scale:0' }, 'SEED must be demo, none or scale:<employees>.'],
  [
    { PUBLIC_URL: 'tunet.example' },
    'PUBLIC_URL must be an origin without a path, such as https://tunet.example.',
  ],
  [
    { PUBLIC_URL: 'https://a.example/b' },
    'PUBLIC_URL must be an origin without a path, such as https://tunet.example.',
  ],
  [
    { PUBLIC_URL: 'file:///etc' },
    'PUBLIC_URL must be an origin without a path, such as https://tunet.example.',
  ],
  [
    { ...sso, SSO_AUTHORITY: 'http://login.example' },
    'SSO_AUTHORITY must be an https address, such as https://login.microsoftonline.com/<tenant id>.',
  ],
  [
    { ...sso, SSO_AUTHORITY: 'https://login.microsoftonline.com/common' },
    'SSO_AUTHORITY must name the tenant: with common, organizations or consumers anyone could sign in.',
  ],
  [
    { SSO_CLIENT_ID: 'spa' },
    'SSO_AUTHORITY, SSO_CLIENT_ID and SSO_AUDIENCE belong together: set all three, or none.',
  ],
  [
    { SMTP_URL: 'mail.example' },
    'SMTP_URL must be the address of a mail server, such as smtp://user:password@mail.example:587.',
  ],
  [{ SMTP_URL: 'smtp://mail.example' }, 'SMTP_URL needs MAIL_FROM: who e-mails are from.'],
  [{ MAIL_FROM: 'Tunet' }, 'MAIL_FROM must be an e-mail address, such as Tunet <tunet@kommune.example>.'],
  [
    { TEAMS_WEBHOOK_URL: 'http://teams.example/hook' },
    'TEAMS_WEBHOOK_URL must be the https address of a workflow in Teams.',
  ],
  [
    { GRAPH_CLIENT_ID: 'a' },
    'GRAPH_CLIENT_ID and GRAPH_CLIENT_SECRET belong together: set both, or neither.',
  ],
  [
    { GRAPH_CLIENT_ID: 'a', GRAPH_CLIENT_SECRET: 'b' },
    'GRAPH_CLIENT_ID needs GRAPH_TOKEN_URL, or SSO_AUTHORITY to know the tenant by.',
  ],
  [
    { GRAPH_URL: 'http://graph.example' },
    'GRAPH_URL must be the https origin of Microsoft Graph, such as https://graph.microsoft.com.',
  ],
  [
    { GRAPH_TOKEN_URL: 'http://login.example/token' },
    'GRAPH_TOKEN_URL must be the https address tokens are asked for at, such as https://login.microsoftonline.com/<tenant id>/oauth2/v2.0/token.',
  ],
  [
    { NODE_ENV: 'production' },
    'With NODE_ENV=production people sign in through SSO: set SSO_AUTHORITY, SSO_CLIENT_ID and SSO_AUDIENCE.',
  ],
  [
    { HOST: '0.0.0.0' },
    'HOST=0.0.0.0 needs SSO_AUTHORITY, SSO_CLIENT_ID and SSO_AUDIENCE: without them anyone may sign in as anyone.',
  ],
  [
    { PUBLIC_URL: 'https://localhost.evil.example' },
    'PUBLIC_URL=https://localhost.evil.example needs SSO_AUTHORITY, SSO_CLIENT_ID and SSO_AUDIENCE: without them anyone may sign in as anyone.',
  ],
])('a bad setting is one sentence: %j', ([env, sentence]) => {
  expect(() => readConfig(env)).toThrow(expect.objectContaining({ name: 'StartError', message: sentence }))
})

test('the sentence never repeats a password', () => {
  expect(() => readConfig({ DATABASE_URL: 'mysql://u:secret@h/d' })).toThrow(/^(?!.*secret)/)
})
