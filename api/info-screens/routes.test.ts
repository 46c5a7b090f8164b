// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { describeApi } from '#tests/call-api.ts'
import { problem } from '#tests/news-posts.ts'
import { demoUnitId } from '#tests/rights/units.ts'
import type { InfoScreen, OpenedInfoScreen } from './contract.ts'

describeApi('Information screens', (api) => {
  const nursingHome = () => demoUnitId(api.db, 'Elvestrand sykehjem')
  const aScreen = async (person = 'ingrid.solberg', name = 'Kantina') => {
    const response = await api.as(person).post('/v1.0/infoScreens', { name, orgUnitId: await nursingHome() })
    expect(response.status).toBe(201)
    return (await response.json()) as OpenedInfoScreen
  }
  const secretOf = ({ screenUrl }: OpenedInfoScreen) => screenUrl.slice('https://tunet.test/screen/'.length)
  const show = (secret: string) => api.signedOut.get(`/v1.0/infoScreens/screen/${secret}`)
  const list = async (person: string) => {
    const response = await api.as(person).get('/v1.0/infoScreens')
    expect(response.status).toBe(200)
    return ((await response.json()) as { value: InfoScreen[] }).value
  }

  describe('POST /infoScreens', () => {
    test('N14: puts up a screen and tells its address once', async () => {
      const screen = await aScreen()
      expect(screen).toMatchObject({
        name: 'Kantina',
        orgUnit: { displayName: 'Elvestrand sykehjem' },
        permissions: { canRenew: true, canDelete: true },
      })
      expect(screen.screenUrl).toMatch(/^https:\/\/tunet\.test\/screen\/[0-9a-hjkmnp-tv-z]{26}$/)
      expect((await show(secretOf(screen))).status).toBe(200)
      const [listed] = await list('ingrid.solberg')
      expect(listed).toMatchObject({ id: screen.id, name: 'Kantina' })
      expect(JSON.stringify(listed)).not.toContain(secretOf(screen))
    })

    test('never has the secret in database or log', async () => {
      const secret = secretOf(await aScreen())
      const row = await api.db.selectFrom('info_screen').selectAll().executeTakeFirstOrThrow()
      expect(row.secret_hash).toHaveLength(32)
      expect(JSON.stringify(row)).not.toContain(secret)
      const entries = await api.db.selectFrom('audit_entry').selectAll().execute()
      expect(entries.at(-1)).toMatchObject({ action: 'infoScreen.created', target_id: row.id })
      expect(JSON.stringify(entries)).not.toContain(secret)
    })

    test.for([
      [{ name: '  ' }, 'malformedValue'],
      [{ name: 'x'.repeat(81) }, 'tooLong'],
      [{ name: 'Rom 15889010069' }, 'sensitiveContent'],
    ] as const)('refuses %j with the reason %s', async ([change]) => {
      const body = { orgUnitId: await nursingHome(), ...change }
      const response = await api.as('liv.dahl').post('/v1.0/infoScreens', body)
      expect(response.status).toBe(422)
      expect((await problem(response)).details?.[0]?.target).toBe('name')
    })

    test('refuses a unit that does not exist', async () => {
      const orgUnitId = '00000000-0000-4000-8000-000000000000'
      const response = await api.as('liv.dahl').post('/v1.0/infoScreens', { name: 'Kantina', orgUnitId })
      expect(response.status).toBe(422)
      expect((await problem(response)).details?.[0]).toMatchObject({
        code: 'unknownOrgUnit',
        target: 'orgUnitId',
      })
    })
  })

  test('are listed by unit and name, for those who manage them only', async () => {
    await aScreen('liv.dahl', 'Vaktrommet')
    await aScreen('liv.dahl', 'Kantina')
    const names = async (person: string) => (await list(person)).map(({ name }) => name)
    expect(await names('liv.dahl')).toEqual(['Kantina', 'Vaktrommet'])
    expect(await names('arne.lund')).toEqual(['Kantina', 'Vaktrommet'])
    expect(await names('ola.bakken')).toEqual([])
    expect(await names('sara.holm')).toEqual([])
  })

  test('a new address closes the old one', async () => {
    const screen = await aScreen()
    const response = await api.as('arne.lund').post(`/v1.0/infoScreens/${screen.id}/renew`)
    expect(response.status).toBe(200)
    const renewed = (await response.json()) as OpenedInfoScreen
    expect(renewed.id).toBe(screen.id)
    expect((await show(secretOf(screen))).status).toBe(404)
    expect((await show(secretOf(renewed))).status).toBe(200)
  })

  test('a screen that is taken down shows nothing more', async () => {
    const screen = await aScreen()
    const remove = () => api.as('ingrid.solberg').delete(`/v1.0/infoScreens/${screen.id}`)
    expect((await remove()).status).toBe(204)
    expect((await show(secretOf(screen))).status).toBe(404)
    expect((await remove()).status).toBe(404)
    expect(await list('ingrid.solberg')).toEqual([])
  })
})
