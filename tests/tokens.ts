import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { accessScope, createTokenVerifier } from '#api/sign-in/verify-token.ts'
import { demoPeople } from '#mocks/people.ts'

/** A person a token can be made for: a demo person or one a test has made. */
export interface TokenSubject {
  id: string
  userPrincipalName: string
  displayName: string
  appRoles: readonly string[]
}

const issuer = 'https://sign-in.test/v2.0'
const audience = 'api://tunet'

const makeKey = async () => {
  const pair = await generateKeyPair('RS256')
  return { pair, publicJwk: { ...(await exportJWK(pair.publicKey)), kid: 'test', alg: 'RS256', use: 'sig' } }
}
// A key takes a tenth of a second to make; one is enough for all files of a worker.
const key = ((globalThis as { testKey?: ReturnType<typeof makeKey> }).testKey ??= makeKey())

/** The demo person of a short name such as `kari.nilsen`. @throws when there is none. */
export function demoPerson(name: string) {
  const person = demoPeople.find((candidate) => candidate.key === name)
  if (!person) throw new Error(`There is no demo person ${name}.`)
  return person
}

/** The verifier of production, trusting the tests' key. */
export async function testVerifier() {
  return createTokenVerifier({ issuer, audience, keys: createLocalJWKSet({ keys: [(await key).publicJwk] }) })
}

/**
 * A real, signed access token.
 * @param issuedAt of the test's clock; `expires` is compared with the real one, as the verifier does.
 * @param claims added to the token, or put in the place of its own.
 */
export async function tokenFor(
  subject: TokenSubject,
  issuedAt: Date,
  { expires = new Date(Date.now() + 3_600_000), claims = {} }: { expires?: Date; claims?: JWTPayload } = {},
): Promise<string> {
  const payload = {
    iss: issuer,
    aud: audience,
    sub: subject.id,
    oid: subject.id,
    name: subject.displayName,
    preferred_username: subject.userPrincipalName,
    roles: subject.appRoles,
    scp: accessScope,
    iat: Math.floor(issuedAt.getTime() / 1000),
    exp: Math.floor(expires.getTime() / 1000),
    ...claims,
  }
  return new SignJWT(payload)
    .setProtectedHeader({ alg: 'RS256', kid: 'test' })
    .sign((await key).pair.privateKey)
}
