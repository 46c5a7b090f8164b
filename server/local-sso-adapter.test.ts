// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { databaseKinds, testDatabase } from '#tests/databases.ts'
import { createAdapter, deleteExpired } from './local-sso-adapter.ts'

describe.for(databaseKinds)('on %s', (kind) => {
  const open = async () => {
    const { db } = await testDatabase(kind)
    const clock = { now: new Date('2026-11-22T08:00:00Z') }
    const adapter = createAdapter(db, () => clock.now)
    return { db, clock, adapter, sessions: adapter('Session'), refreshTokens: adapter('RefreshToken') }
  }

  test('what is kept is found by its id, and by the uid of a session', async () => {
    const { sessions, refreshTokens } = await open()
    await sessions.upsert('s1', { uid: 'u1', accountId: 'kari' }, 60)
    expect(await sessions.find('s1')).toEqual({ uid: 'u1', accountId: 'kari' })
    expect(await sessions.findByUid('u1')).toEqual({ uid: 'u1', accountId: 'kari' })
    expect(await refreshTokens.find('s1')).toBeUndefined()
    expect(await sessions.find('s1\u0000')).toBeUndefined()
  })

  test('keeping again replaces', async () => {
    const { sessions } = await open()
    await sessions.upsert('s1', { uid: 'u1' }, 60)
    await sessions.upsert('s1', { uid: 'u2' }, 60)
    expect(await sessions.findByUid('u1')).toBeUndefined()
    expect(await sessions.find('s1')).toEqual({ uid: 'u2' })
  })

  test('what has expired is not found, and is deleted in time', async () => {
    const { db, clock, sessions } = await open()
    await sessions.upsert('short', { uid: 'u1' }, 60)
    await sessions.upsert('endless', { uid: 'u2' })
    clock.now = new Date('2026-11-22T08:01:00Z')
    expect(await sessions.find('short')).toBeUndefined()
    expect(await sessions.find('endless')).toEqual({ uid: 'u2' })
    expect(await deleteExpired(db, clock.now)).toBe(1)
  })

  test('a used token says when it was used, in seconds', async () => {
    const { refreshTokens } = await open()
    await refreshTokens.upsert('t1', { grantId: 'g1' }, 60)
    await refreshTokens.consume('t1')
    expect(await refreshTokens.find('t1')).toEqual({ grantId: 'g1', consumed: 1795334400 })
  })

  test('revoking a grant takes its tokens of that model, and no others', async () => {
    const { adapter, refreshTokens } = await open()
    const codes = adapter('AuthorizationCode')
    await refreshTokens.upsert('t1', { grantId: 'g1' }, 60)
    await refreshTokens.upsert('t2', { grantId: 'g2' }, 60)
    await codes.upsert('c1', { grantId: 'g1' }, 60)
    await refreshTokens.revokeByGrantId('g1')
    expect(await refreshTokens.find('t1')).toBeUndefined()
    expect(await refreshTokens.find('t2')).toBeDefined()
    expect(await codes.find('c1')).toBeDefined()
  })

  test('destroying what is not there is no fault', async () => {
    const { sessions } = await open()
    await sessions.upsert('s1', { uid: 'u1' }, 60)
    await sessions.destroy('s1')
    await sessions.destroy('s1')
    expect(await sessions.find('s1')).toBeUndefined()
  })
})
