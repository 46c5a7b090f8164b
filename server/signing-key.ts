import { randomBytes } from 'node:crypto'
import { exportJWK, generateKeyPair, type JWK } from 'jose'
import type { Kysely } from 'kysely'
import type { Database } from '#api/database/schema.ts'

/** The client, resource and scope of the local provider. */
export const localClient = {
  clientId: 'tunet-spa',
  audience: 'api://tunet',
  scope: 'access_as_user',
  /** Of all people of the local provider, as a tenant is in Entra ID. */
  tenantId: '7c2f0f6e-5d0e-4c39-9d5a-3a1c8a6f2b10',
} as const

/** Seconds an access token is good for. */
export const accessTokenLifetime = 3600

/** The key pair the local provider signs with; made at the first start, kept in the database. */
export async function loadSigningKey(db: Kysely<Database>): Promise<JWK & { kid: string }> {
  const stored = await loadOrMake(db, 'signing', async () => {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true })
    const kid = randomBytes(12).toString('base64url')
    return { ...(await exportJWK(privateKey)), kid, use: 'sig', alg: 'RS256' }
  })
  // Written above and nowhere else.
  return stored as JWK & { kid: string }
}

/** The public half of a key, for those who verify. */
export function publicKeyOf({ kty, n, e, kid, use, alg }: JWK): JWK {
  return { kty, n, e, kid, use, alg }
}

/** What the local provider signs its cookies with. */
export async function loadCookieSecret(db: Kysely<Database>): Promise<string> {
  const { secret } = await loadOrMake(db, 'cookies', async () => ({
    secret: randomBytes(32).toString('base64url'),
  }))
  return String(secret)
}

/** Several processes may start at once: the first one's value is everybody's. */
async function loadOrMake(
  db: Kysely<Database>,
  name: string,
  make: () => Promise<Record<string, unknown>>,
): Promise<Record<string, unknown>> {
  const find = () => db.selectFrom('signing_key').select('value').where('name', '=', name).executeTakeFirst()
  const existing = await find()
  if (existing) return existing.value
  await db
    .insertInto('signing_key')
    .values({ name, value: JSON.stringify(await make()) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const made = await find()
  if (!made) throw new Error(`The key ${name} vanished while it was made.`)
  return made.value
}

/** Remembers whom tokens are issued by, so that `npm run token` need not be told the server's address. */
export async function saveIssuer(db: Kysely<Database>, issuer: string): Promise<void> {
  const value = JSON.stringify({ issuer })
  await db
    .insertInto('signing_key')
    .values({ name: 'issuer', value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
}

/** The issuer of the server that started last; undefined when none ever has. */
export async function findIssuer(db: Kysely<Database>): Promise<string | undefined> {
  const row = await db
    .selectFrom('signing_key')
    .select('value')
    .where('name', '=', 'issuer')
    .executeTakeFirst()
  return typeof row?.value['issuer'] === 'string' ? row.value['issuer'] : undefined
}
