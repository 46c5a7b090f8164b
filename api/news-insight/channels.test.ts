// @vitest-environment node
import { expect, test } from 'vitest'
import { describeApi } from '#tests/call-api.ts'
import { aPost } from '#tests/news-posts.ts'
import { demoUnitId } from '#tests/rights/units.ts'
import { demoPerson } from '#tests/tokens.ts'
import type { EmailsAvoided, NewsPostReach } from './contract.ts'

describeApi('News and other channels', (api) => {
  const liv = () => api.as('liv.dahl')

  test('N9: one report counts each reader once, by the channel the reader came by first', async () => {
    const unit = await demoUnitId(api.db, 'Elvestrand sykehjem')
    const { id } = await aPost(liv(), { audience: { everyone: false, orgUnitIds: [unit], roles: [] } })
    const people = await api.db
      .selectFrom('org_unit_member')
      .innerJoin('user', 'user.id', 'org_unit_member.user_id')
      .select('user.id')
      .distinct()
      .where('unit_id', '=', unit)
      .where('account_enabled', '=', true)
      .orderBy('user.id')
      .limit(15)
      .execute()
    const open = async (readers: typeof people, way: { channel: string; device: string }) => {
      for (const person of readers) {
        const as = api.as({ ...demoPerson('kari.nilsen'), id: person.id })
        expect((await as.post(`/v1.0/newsPosts/${id}/markRead`, way)).status).toBe(204)
      }
    }
    await open(people.slice(0, 10), { channel: 'email', device: 'phone' })
    await open(people.slice(10), { channel: 'portal', device: 'computer' })
    // Coming again by another way makes nobody two readers.
    await open(people.slice(0, 5), { channel: 'qr', device: 'computer' })
    const response = await liv().get(`/v1.0/newsPosts/${id}/reach`)
    const reach = (await response.json()) as NewsPostReach
    expect(reach.readCount).toBe(15)
    expect(reach.channels).toContainEqual({ channel: 'email', readCount: 10 })
    expect(reach.channels).toContainEqual({ channel: 'portal', readCount: 5 })
    expect(reach.channels.find(({ channel }) => channel === 'qr')?.readCount ?? 0).toBe(0)
    expect(reach.devices).toContainEqual({ device: 'phone', readCount: 10 })
    expect(reach.devices).toContainEqual({ device: 'computer', readCount: 5 })
  })

  test('N21: an imported e-mail to everybody shows which unit sends it, and is spared once it is news', async () => {
    const read = async () => {
      const response = await liv().get('/v1.0/newsPosts/emailsAvoided')
      return (await response.json()) as EmailsAvoided
    }
    const importMessage = async (to: string) => {
      const lines = [
        'From: Liv Dahl <liv.dahl@elvestrand.example>',
        `To: ${to}`,
        'Subject: Kantina stenger fredag',
        'MIME-Version: 1.0',
        'Content-Type: text/plain; charset=utf-8',
        '',
        'Kantina stenger klokka 12 på fredag.',
      ]
      const response = await liv().post('/v1.0/newsPosts/importMessage', lines.join('\r\n'), {
        'content-type': 'message/rfc822',
      })
      expect(response.status).toBe(201)
      return ((await response.json()) as { id: string }).id
    }
    const unit = await api.db
      .selectFrom('user')
      .innerJoin('org_unit', 'org_unit.id', 'user.org_unit_id')
      .select(['org_unit.id', 'org_unit.display_name as displayName'])
      .where('user.id', '=', demoPerson('liv.dahl').id)
      .executeTakeFirstOrThrow()
    const employees = await api.db
      .selectFrom('user')
      .select('id')
      .where('account_enabled', '=', true)
      .execute()

    const before = await read()
    const id = await importMessage('Alle ansatte <alle@elvestrand.example>')
    await importMessage('Hege Moen <hege.moen@elvestrand.example>, Tor Berg <tor.berg@elvestrand.example>')
    const imported = await read()
    const earlier = before.unitsStillMailing.find((one) => one.id === unit.id)
    expect(imported.unitsStillMailing).toContainEqual({
      ...unit,
      messageCount: (earlier?.messageCount ?? 0) + 2,
      emailCount: (earlier?.emailCount ?? 0) + employees.length + 2,
    })
    expect(imported.months).toEqual(before.months)

    expect((await liv().post(`/v1.0/newsPosts/${id}/publish`)).status).toBe(200)
    const spared = (await read()).months.at(-1)?.emailCount
    expect(spared).toBe((before.months.at(-1)?.emailCount ?? 0) + employees.length)
  })
})
