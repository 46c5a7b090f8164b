// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { describeApi } from '#tests/call-api.ts'
import { demoPerson } from '#tests/tokens.ts'
import type { User } from './contract.ts'

interface Page {
  '@odata.count'?: number
  value: User[]
}

/** A red pixel as PNG, with a text chunk that says where it was taken. */
const png = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC'),
  (char) => char.charCodeAt(0),
)

describeApi('Users', (api) => {
  const names = async (path: string, person = 'kari.nilsen') => {
    const response = await api.as(person).get(path)
    expect(response.status).toBe(200)
    return ((await response.json()) as Page).value.map(({ displayName }) => displayName)
  }

  describe('GET /v1.0/users', () => {
    test('sorts as Norwegians do', async () => {
      const page = (await (
        await api.as('kari.nilsen').get('/v1.0/users?$orderby=surname&$top=999')
      ).json()) as Page
      const surnames = page.value.map(({ surname }) => surname)
      expect(surnames).toEqual(surnames.toSorted(new Intl.Collator('nb').compare))
    })

    test('finds by part of a name, by title, and by one property', async () => {
      expect(await names('/v1.0/users?$search="kari nils"')).toContain('Kari Nilsen')
      expect((await names('/v1.0/users?$search="kommunedirektør"'))[0]).toBe('Marit Haugen')
      expect(await names('/v1.0/users?$search="displayName:kommunedirektør"')).toEqual([])
      expect(await names('/v1.0/users?$search="displayName:nilsen" AND "jobTitle:helsefag"')).toContain(
        'Kari Nilsen',
      )
      expect(await names('/v1.0/users?$search="100%25"')).toEqual([])
    })

    test('leaves those who have left out for everyone but HR and Admin', async () => {
      const count = async (person: string) =>
        Number(await (await api.as(person).get('/v1.0/users/$count')).text())
      const everyone = await count('kari.nilsen')
      expect(await count('jon.strand')).toBeGreaterThan(everyone)
      await api.disabled('ola.bakken')
      expect(await count('kari.nilsen')).toBe(everyone - 1)
      expect(await names("/v1.0/users?$filter=displayName eq 'Ola Bakken'")).toEqual([])
    })
  })

  describe('manager and directReports', () => {
    test('the chain from Kari ends with the kommunedirektør', async () => {
      const chain: string[] = []
      let id = demoPerson('kari.nilsen').id
      for (;;) {
        const response = await api.as('kari.nilsen').get(`/v1.0/users/${id}/manager`)
        if (response.status === 404) break
        const manager = (await response.json()) as User
        chain.push(manager.displayName)
        id = manager.id
      }
      expect(chain).toEqual(['Ola Bakken', 'Ingrid Solberg', 'Arne Lund', 'Marit Haugen'])
    })

    test('Kari is among the reports of Ola', async () => {
      expect(await names('/v1.0/me/directReports?$top=100', 'ola.bakken')).toContain('Kari Nilsen')
      expect(await names(`/v1.0/users/${demoPerson('ola.bakken').id}/directReports?$top=100`)).toContain(
        'Kari Nilsen',
      )
    })
  })

  describe('photo', () => {
    test('a person sets the own photo, and others see it', async () => {
      const { id } = demoPerson('kari.nilsen')
      expect(
        (await api.as('kari.nilsen').put('/v1.0/me/photo/$value', png, { 'content-type': 'image/png' }))
          .status,
      ).toBe(204)
      const photo = await api.as('sara.holm').get(`/v1.0/users/${id}/photo/$value`)
      expect(photo.status).toBe(200)
      expect(photo.headers.get('content-type')).toBe('image/png')
      expect(photo.headers.get('x-content-type-options')).toBe('nosniff')
      const etag = photo.headers.get('etag') ?? ''
      const again = await api.as('sara.holm').get(`/v1.0/users/${id}/photo/$value`, { 'if-none-match': etag })
      expect(again.status).toBe(304)
      const metadata = await api.as('sara.holm').get(`/v1.0/users/${id}/photo`)
      expect(await metadata.json()).toMatchObject({ id: '1x1', width: 1, height: 1 })
    })

    test('refuses what is not a picture', async () => {
      const response = await api
        .as('kari.nilsen')
        .put('/v1.0/me/photo/$value', '<svg onload="alert(1)"/>', { 'content-type': 'image/png' })
      expect(response.status).toBe(422)
      expect((await api.as('kari.nilsen').get('/v1.0/me/photo/$value')).status).toBe(404)
    })
  })

  describe('GET /v1.0/me', () => {
    test('says what the areas offer', async () => {
      const me = async (person: string) => (await (await api.as(person).get('/v1.0/me')).json()) as unknown
      expect(await me('liv.dahl')).toMatchObject({
        appRoles: ['Editor', 'Crisis'],
        permissions: { canCreateNewsPost: true, canPublishNewsPosts: true, canReadAuditEntries: false },
      })
      expect(await me('kari.nilsen')).toMatchObject({
        appRoles: [],
        ledOrgUnitIds: [],
        permissions: { canCreateNewsPost: true, canPublishNewsPosts: false },
      })
      expect(await me('per.eide')).toMatchObject({ permissions: { canReadAuditEntries: true } })
    })
  })
})

describeApi(
  'A person the directory does not have',
  (api) => {
    const stranger = {
      id: '5f0f4d8e-6f0e-4c55-9c0e-1a2b3c4d5e6f',
      userPrincipalName: 'ny.person@elvestrand.example',
      displayName: 'Ny Person',
      appRoles: ['Editor'],
    }

    test('is made an employee at first sign-in, with the roles of the token, which is logged', async () => {
      const me = await api.as(stranger).get('/v1.0/me')
      expect(me.status).toBe(200)
      expect(await me.json()).toMatchObject({
        displayName: 'Ny Person',
        surname: 'Person',
        appRoles: ['Editor'],
      })
      const log = await api.as('per.eide').get(`/v1.0/auditEntries?$filter=target/id eq '${stranger.id}'`)
      expect(await log.json()).toMatchObject({ value: [{ activity: 'user.provisioned' }] })
    })

    test('loses a role with a newer token, and does not get it back with an older', async () => {
      const roles = async () =>
        (await api.db.selectFrom('user').select('app_roles').where('id', '=', stranger.id).executeTakeFirst())
          ?.app_roles
      await api.as(stranger).get('/v1.0/me')
      const iat = Math.floor(api.clock.now().getTime() / 1000)
      await api.as({ ...stranger, appRoles: [] }, { iat: iat + 60 }).get('/v1.0/me')
      expect(await roles()).toEqual([])
      await api.as(stranger, { iat }).get('/v1.0/me')
      expect(await roles()).toEqual([])
    })

    test('is still refused once disabled', async () => {
      await api.as(stranger).get('/v1.0/me')
      await api.db.updateTable('user').set({ account_enabled: false }).where('id', '=', stranger.id).execute()
      expect((await api.as(stranger).get('/v1.0/me')).status).toBe(401)
    })
  },
  { provisionUsers: true },
)

describeApi('Without provisioning', (api) => {
  test('a stranger with a good token is refused', async () => {
    const stranger = {
      id: '5f0f4d8e-6f0e-4c55-9c0e-1a2b3c4d5e6f',
      userPrincipalName: 'x@elvestrand.example',
      displayName: 'X',
      appRoles: ['Admin'],
    }
    expect((await api.as(stranger).get('/v1.0/me')).status).toBe(401)
  })
})
