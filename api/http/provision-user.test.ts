// @vitest-environment node
import { expect, test } from 'vitest'
import { describeApi } from '#tests/call-api.ts'
import { demoPerson } from '#tests/tokens.ts'

describeApi(
  'Provisioning at sign-in',
  (api) => {
    test('lets someone in under the user name of a person who has left', async () => {
      const sara = demoPerson('sara.holm')
      await api.disabled('sara.holm')
      const newcomer = {
        id: '00000000-0000-4000-8000-00000000abcd',
        userPrincipalName: sara.userPrincipalName.toUpperCase(),
        displayName: 'Sara Holm',
        appRoles: [],
      }
      const me = await api.as(newcomer).get('/v1.0/me')
      expect(me.status).toBe(200)
      expect(await me.json()).toMatchObject({
        id: newcomer.id,
        userPrincipalName: newcomer.userPrincipalName,
      })
      expect((await api.as('sara.holm').get('/v1.0/me')).status).toBe(401)
    })

    test('makes one person of several first requests at once', async () => {
      const newcomer = {
        id: '00000000-0000-4000-8000-00000000abce',
        userPrincipalName: 'ny@elvestrand.example',
        displayName: 'Ny Ansatt',
        appRoles: [],
      }
      const answers = await Promise.all(Array.from({ length: 5 }, () => api.as(newcomer).get('/v1.0/me')))
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    })

    test('an old token brings no role back that a newer one no longer had', async () => {
      const person = {
        id: '00000000-0000-4000-8000-00000000abcf',
        userPrincipalName: 'roller@elvestrand.example',
        displayName: 'Rolle Prøve',
        appRoles: [],
      }
      const seconds = Math.floor(api.clock.now().getTime() / 1000)
      const meet = async (iat: number, roles: string[]) => {
        expect((await api.as(person, { iat, roles }).get('/v1.0/me')).status).toBe(200)
        const row = await api.db
          .selectFrom('user')
          .select('app_roles')
          .where('id', '=', person.id)
          .executeTakeFirstOrThrow()
        return row.app_roles
      }
      expect(await meet(seconds - 300, [])).toEqual([])
      expect(await meet(seconds - 100, [])).toEqual([])
      expect(await meet(seconds - 200, ['Editor'])).toEqual([])
      expect(await meet(seconds - 50, ['Editor'])).toEqual(['Editor'])
    })
  },
  { provisionUsers: true },
)
