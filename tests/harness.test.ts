import { expect, test } from 'vitest'
import { describeApi, testOrigin } from './call-api.ts'
import { testNow } from './clock.ts'

describeApi('the test harness', (api) => {
  test('a signed-in person is known', async () => {
    const response = await api.as('kari.nilsen').get('/v1.0/me')
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ userPrincipalName: 'kari.nilsen@elvestrand.example' })
  })

  test('signed out, expired and disabled are refused', async () => {
    expect((await api.signedOut.get('/v1.0/me')).status).toBe(401)
    expect((await api.expired('kari.nilsen').get('/v1.0/me')).status).toBe(401)
    expect([401, 403]).toContain((await (await api.disabled('kari.nilsen')).get('/v1.0/me')).status)
  })

  test('what one test writes is gone in the next', async () => {
    expect((await api.as('kari.nilsen').get('/v1.0/me')).status).toBe(200)
  })

  test('the clock stands where the seed left it', () => {
    expect(api.clock.now()).toEqual(testNow)
    expect(process.env.TZ).toBe('Europe/Oslo')
    expect(testNow.getHours()).toBe(10)
  })

  test('notifications arrive', async () => {
    const heard = Promise.withResolvers<string>()
    const stop = await api.listen('harness', heard.resolve)
    const { sql } = await import('kysely')
    await sql`select pg_notify('harness', 'hello')`.execute(api.db)
    expect(await heard.promise).toBe('hello')
    await stop()
    expect(testOrigin).toMatch(/^https:/)
  })
})
