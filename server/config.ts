import { resolve } from 'node:path'
import * as z from 'zod/mini'
import { StartError } from './start-error.ts'

/** Microsoft Entra ID, or another provider that issues tokens as it does. */
export interface SsoSettings {
  /** Without trailing slash; `/v2.0` included. */
  authority: string
  /** The SPA's application id. */
  clientId: string
  /** `aud` of the access tokens: the API's application id. */
  audience: string
  /** What the SPA asks for, `api://<id>/access_as_user`. */
  scope: string
}

/** Microsoft Graph, as the application itself reads the directory there. */
export interface GraphSettings {
  /** Origin, without `/v1.0`. */
  url: string
  tokenUrl: string
  clientId: string
  /** Never logged. */
  clientSecret: string
}

/** What the database is filled with when it is empty. */
export type Seed = { kind: 'none' } | { kind: 'demo' } | { kind: 'scale'; employees: number }

/** The server's settings, from the environment. */
export interface Config {
  port: number
  /** Address to listen on. Loopback alone unless people sign in through SSO. */
  host: string
  dataDir: string
  /** Undefined: the server runs its own PostgreSQL under `dataDir`. */
  databaseUrl: string | undefined
  seed: Seed
  /** Undefined: the local provider. */
  sso: SsoSettings | undefined
  /** Origin people reach the server at, without trailing slash. */
  publicUrl: string
  /** Mail server e-mails are handed to. Undefined: they are kept as files, or not made (`outlets.ts`). */
  smtpUrl: string | undefined
  /** Who e-mails are from; there is one when there is a mail server. */
  mailFrom: string | undefined
  /** The directory people are read from. Undefined: it is kept here. */
  graph: GraphSettings | undefined
  /** Webhook of a Teams channel's workflow. */
  teamsWebhookUrl: string | undefined
  isProduction: boolean
}

const loopbackHosts = new Set(['localhost', '127.0.0.1', '::1', '[::1]'])
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

const text = z.string().check(z.trim())
const origin = z.pipe(
  text.check(z.refine(isOrigin)),
  z.transform((value: string) => new URL(value).origin),
)
/** Where a secret may be sent: over https, or to this machine. */
const isSafe = (value: string) => value.startsWith('https://') || loopbackHosts.has(new URL(value).hostname)
const safeOrigin = z.pipe(
  text.check(z.refine((value) => isOrigin(value) && isSafe(value))),
  z.transform((value: string) => new URL(value).origin),
)

/** One row per setting: its form, and the sentence for a value that has another. */
const settings = {
  PORT: [
    z.coerce.number().check(z.int(), z.minimum(1), z.maximum(65535)),
    'must be a whole number from 1 to 65535',
  ],
  HOST: [text, 'must be an address to listen on'],
  DATA_DIR: [text, 'must be a folder'],
  DATABASE_URL: [text.check(z.regex(/^postgres(ql)?:\/\//)), 'must begin with postgres:// or postgresql://'],
  SEED: [text.check(z.regex(/^(demo|none|scale:[1-9]\d{0,5})$/)), 'must be demo, none or scale:<employees>'],
  SSO_AUTHORITY: [
    text.check(z.refine((value) => value.startsWith('https://') && URL.canParse(value))),
    'must be an https address, such as https://login.microsoftonline.com/<tenant id>',
  ],
  SSO_CLIENT_ID: [text, 'must be the application id of the SPA'],
  SSO_AUDIENCE: [text, 'must be the application id of the API'],
  PUBLIC_URL: [origin, 'must be an origin without a path, such as https://tunet.example'],
  SMTP_URL: [
    text.check(
      z.regex(/^smtps?:\/\//),
      z.refine((value) => URL.canParse(value) && new URL(value).hostname !== ''),
    ),
    'must be the address of a mail server, such as smtp://user:password@mail.example:587',
  ],
  MAIL_FROM: [
    text.check(z.regex(/^([^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/)),
    'must be an e-mail address, such as Tunet <tunet@kommune.example>',
  ],
  TEAMS_WEBHOOK_URL: [
    text.check(z.refine((value) => value.startsWith('https://') && URL.canParse(value))),
    'must be the https address of a workflow in Teams',
  ],
  GRAPH_URL: [safeOrigin, 'must be the https origin of Microsoft Graph, such as https://graph.microsoft.com'],
  GRAPH_TOKEN_URL: [
    text.check(z.refine((value) => URL.canParse(value) && isSafe(value))),
    'must be the https address tokens are asked for at, such as https://login.microsoftonline.com/<tenant id>/oauth2/v2.0/token',
  ],
  GRAPH_CLIENT_ID: [text, 'must be the id of the application that reads the directory'],
  GRAPH_CLIENT_SECRET: [text, 'must be the secret of that application'],
  NODE_ENV: [text, 'must be text'],
} as const satisfies Record<string, readonly [z.ZodMiniType, string]>

type Environment = { [Name in keyof typeof settings]?: z.infer<(typeof settings)[Name][0]> }

/**
 * Reads the settings once. An empty setting counts as missing.
 * @throws StartError with one sentence that names the setting.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const values = parseEnvironment(env)
  const sso = readSso(values)
  const isProduction = values.NODE_ENV === 'production'
  if (!sso && isProduction) {
    throw new StartError(
      'With NODE_ENV=production people sign in through SSO: set SSO_AUTHORITY, SSO_CLIENT_ID and SSO_AUDIENCE.',
    )
  }
  const port = values.PORT ?? 3000
  const host = values.HOST ?? (sso && (values.PUBLIC_URL || isProduction) ? '::' : '127.0.0.1')
  const publicUrl = values.PUBLIC_URL ?? `http://localhost:${port}`
  if (!sso) refuseBeyondLoopback(host, publicUrl)
  if (values.SMTP_URL && !values.MAIL_FROM) {
    throw new StartError('SMTP_URL needs MAIL_FROM: who e-mails are from.')
  }
  return {
    port,
    host,
    dataDir: resolve(values.DATA_DIR ?? '.data'),
    databaseUrl: values.DATABASE_URL,
    seed: readSeed(values.SEED ?? 'demo'),
    sso,
    publicUrl,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    teamsWebhookUrl: values.TEAMS_WEBHOOK_URL,
    graph: readGraph(values, sso),
    isProduction,
  }
}

function parseEnvironment(env: Record<string, string | undefined>): Environment {
  const values: Record<string, unknown> = {}
  for (const [name, [schema, sentence]] of Object.entries(settings)) {
    const value = env[name]?.trim()
    if (!value) continue
    const parsed = z.safeParse<z.ZodMiniType>(schema, value)
    // The value of an address may hold a password; the sentence never repeats it.
    if (!parsed.success) throw new StartError(`${name} ${sentence}.`)
    values[name] = parsed.data
  }
  // Each value was parsed by the schema its type is inferred from.
  return values as Environment
}

/** Signing in without a password is for the machine it runs on alone. */
function refuseBeyondLoopback(host: string, publicUrl: string) {
  const needed =
    'needs SSO_AUTHORITY, SSO_CLIENT_ID and SSO_AUDIENCE: without them anyone may sign in as anyone'
  if (!loopbackHosts.has(host)) throw new StartError(`HOST=${host} ${needed}.`)
  if (!loopbackHosts.has(new URL(publicUrl).hostname))
    throw new StartError(`PUBLIC_URL=${publicUrl} ${needed}.`)
}

function readSso(values: Environment): SsoSettings | undefined {
  const { SSO_AUTHORITY: address, SSO_CLIENT_ID: clientId, SSO_AUDIENCE: audience } = values
  if (!address && !clientId && !audience) return undefined
  if (!address || !clientId || !audience) {
    throw new StartError(
      'SSO_AUTHORITY, SSO_CLIENT_ID and SSO_AUDIENCE belong together: set all three, or none.',
    )
  }
  const base = address.replace(/\/+$/, '')
  if (/\/(common|organizations|consumers)(\/|$)/.test(base)) {
    throw new StartError(
      'SSO_AUTHORITY must name the tenant: with common, organizations or consumers anyone could sign in.',
    )
  }
  const isEntra = new URL(base).hostname === 'login.microsoftonline.com'
  const id = audience.replace(/^api:\/\//, '')
  return {
    authority: isEntra && !base.endsWith('/v2.0') ? `${base}/v2.0` : base,
    clientId,
    // Entra's v2 tokens carry the bare id; the scope is asked for by its address.
    audience: uuid.test(id) ? id : audience,
    scope: `${uuid.test(id) ? `api://${id}` : audience}/access_as_user`,
  }
}

function readGraph(values: Environment, sso: SsoSettings | undefined): GraphSettings | undefined {
  const { GRAPH_CLIENT_ID: clientId, GRAPH_CLIENT_SECRET: clientSecret } = values
  if (!clientId && !clientSecret) return undefined
  if (!clientId || !clientSecret) {
    throw new StartError('GRAPH_CLIENT_ID and GRAPH_CLIENT_SECRET belong together: set both, or neither.')
  }
  const tokenUrl =
    values.GRAPH_TOKEN_URL ?? (sso && `${sso.authority.replace(/\/v2\.0$/, '')}/oauth2/v2.0/token`)
  if (!tokenUrl) {
    throw new StartError('GRAPH_CLIENT_ID needs GRAPH_TOKEN_URL, or SSO_AUTHORITY to know the tenant by.')
  }
  return { url: values.GRAPH_URL ?? 'https://graph.microsoft.com', tokenUrl, clientId, clientSecret }
}

function readSeed(value: string): Seed {
  if (value === 'demo' || value === 'none') return { kind: value }
  return { kind: 'scale', employees: Number(value.slice('scale:'.length)) }
}

function isOrigin(value: string) {
  if (!URL.canParse(value)) return false
  const url = new URL(value)
  return /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username
}
