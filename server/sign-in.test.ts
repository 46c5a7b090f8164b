// @vitest-environment node
import { once } from 'node:events'
import { createServer } from 'node:http'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterEach, expect, test, vi } from 'vitest'
import { testDatabase } from '#tests/databases.ts'
import { readConfig } from './config.ts'
import { createSignIn } from './sign-in.ts'

const tenant = 'https://login.example/11111111-2222-4333-8444-555555555555/v2.0'
const api = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee'
const oid = '5d0f6a4e-2c1b-4f7d-9a36-0b8e71c4d201'
const config = readConfig({ SSO_AUTHORITY: tenant, SSO_CLIENT_ID: 'spa', SSO_AUDIENCE: `api://${api}` })
const { publicKey, privateKey } = await generateKeyPair('RS256')
const keySet = { keys: [{ ...(await exportJWK(publicKey)), kid: 'k', use: 'sig', alg: 'RS256' }] }

const tokenFor = (audience: string) =>
  new SignJWT({ oid, scp: 'access_as_user', preferred_username: 'kari.nilsen@elvestrand.example' })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: 'k' })
    .setIssuer(tenant)
    .setAudience(audience)
    .setSubject('pairwise')
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(privateKey)

/** Answers for the sign-in provider; `undefined` is no answer at all. */
function provide(answers: Record<string, unknown>) {
  return vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    const answer = answers[input instanceof Request ? input.url : input.toString()]
    if (answer === undefined) throw new TypeError('fetch failed')
    return Response.json(answer)
  })
}

const discovery = `${tenant}/.well-known/openid-configuration`
const keysAddress = 'https://login.example/keys'

const open = async () => createSignIn(config, (await testDatabase('PGlite')).db)

afterEach(() => {
  vi.restoreAllMocks()
})

test('with Entra ID the app is sent there, and there is no provider here', async () => {
  const signIn = await open()
  expect(signIn.client).toEqual({
    mode: 'entra',
    authority: tenant,
    clientId: 'spa',
    scopes: [`api://${api}/access_as_user`],
  })
  expect(signIn.handler).toBeUndefined()
})

test('tokens are verified with the issuer and the keys that Entra ID describes', async () => {
  const { verifyToken } = await open()
  const requests = provide({ [discovery]: { issuer: tenant, jwks_uri: keysAddress }, [keysAddress]: keySet })
  expect(await verifyToken(await tokenFor(api))).toMatchObject({
    oid,
    preferredUsername: 'kari.nilsen@elvestrand.example',
  })
  await expect(verifyToken(await tokenFor('spa'))).rejects.toMatchObject({ status: 401 })
  expect(requests).toHaveBeenCalledTimes(2)
})

test('while Entra ID does not answer nobody is told their token is bad, and it is asked again', async () => {
  const { verifyToken } = await open()
  const token = await tokenFor(api)
  provide({})
  await expect(verifyToken(token)).rejects.toMatchObject({ status: 503 })
  provide({ [discovery]: { issuer: tenant, jwks_uri: keysAddress } })
  await expect(verifyToken(token)).rejects.toMatchObject({ status: 503 })
  provide({ [discovery]: { issuer: tenant, jwks_uri: keysAddress }, [keysAddress]: keySet })
  expect(await verifyToken(token)).toMatchObject({ oid })
})

test('keys over plain http are not fetched', async () => {
  const { verifyToken } = await open()
  const insecure = 'http://login.example/keys'
  const requests = provide({ [discovery]: { issuer: tenant, jwks_uri: insecure }, [insecure]: keySet })
  await expect(verifyToken(await tokenFor(api))).rejects.toMatchObject({ status: 503 })
  expect(requests).toHaveBeenCalledTimes(1)
})

test('the local provider is refused in production, whatever else is set', async () => {
  const { db } = await testDatabase('PGlite')
  const local = { ...readConfig({}), isProduction: true }
  await expect(createSignIn(local, db)).rejects.toMatchObject({ name: 'StartError' })
})

test('keys and secret are made once and kept', async () => {
  const { db } = await testDatabase('PGlite')
  const local = readConfig({})
  await Promise.all([createSignIn(local, db), createSignIn(local, db)])
  const keys = () => db.selectFrom('signing_key').selectAll().orderBy('name').execute()
  const first = await keys()
  await createSignIn(local, db)
  expect(first.map((key) => key.name)).toEqual(['cookies', 'issuer', 'signing'])
  expect(await keys()).toEqual(first)
})

test('the app is told of the local provider what the provider says of itself', async () => {
  const local = readConfig({})
  const { client, handler } = await createSignIn(local, (await testDatabase('PGlite')).db)
  const server = createServer((request, response) => void handler?.(request, response))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  try {
    const address = server.address()
    const { host, protocol } = new URL(local.publicUrl)
    const answer = await fetch(
      `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/oidc/.well-known/openid-configuration`,
      { headers: { 'x-forwarded-host': host, 'x-forwarded-proto': protocol.slice(0, -1) } },
    )
    expect(Object.keys(client.metadata ?? {})).toHaveLength(5)
    expect(await answer.json()).toMatchObject({ ...client.metadata })
  } finally {
    server.close()
    server.closeAllConnections()
  }
})
