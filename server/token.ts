import { importJWK, SignJWT } from 'jose'
import type { Kysely } from 'kysely'
import type { Database } from '#api/database/schema.ts'
import { readConfig } from './config.ts'
import { connect } from './connect.ts'
import { openDatabase } from './database.ts'
import { personClaims } from './local-sso.ts'
import { findPersonByName } from './local-sso-people.ts'
import { hasPostgres } from './postgres.ts'
import { accessTokenLifetime, findIssuer, loadSigningKey, localClient } from './signing-key.ts'
import { exitWith, StartError } from './start-error.ts'

/** Prints an access token of the local provider for the person named, good for an hour; for curl and scripts. */
async function printToken(name: string | undefined) {
  const config = readConfig(process.env)
  if (config.sso) throw new StartError('With SSO_AUTHORITY set only the sign-in provider makes tokens.')
  if (!name) throw new StartError('Say whose token: npm run token -- <userPrincipalName>')
  if (!config.databaseUrl && !(await hasPostgres(config.dataDir))) throw notStarted()
  const { connection, stop } = await connect(config, () => undefined)
  const db = openDatabase(connection, 10_000)
  try {
    console.log(await makeToken(db, name))
  } finally {
    await db.destroy()
    await stop()
  }
}

const notStarted = () =>
  new StartError('The server has not been started with this database yet: run npm start first.')

async function makeToken(db: Kysely<Database>, name: string) {
  const issuer = await findIssuer(db).catch(() => undefined)
  if (!issuer) throw notStarted()
  const person = await findPersonByName(db, name)
  if (!person) throw new StartError(`${name} is not in the directory, or is disabled.`)
  const key = await loadSigningKey(db)
  const { audience, clientId, scope } = localClient
  return new SignJWT({ ...personClaims(person), scp: scope, azp: clientId })
    .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: key.kid })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(person.id)
    .setIssuedAt()
    .setExpirationTime(`${accessTokenLifetime}s`)
    .sign(await importJWK(key, 'RS256'))
}

try {
  await printToken(process.argv[2])
} catch (error) {
  exitWith(error)
}
