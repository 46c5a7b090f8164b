// @vitest-environment node
import { describe, expect, test } from 'vitest'
import type { EmailsAvoided, NewsPostPreview, NewsPostReach } from './contract.ts'
import { describeApi } from '#tests/call-api.ts'
import { aDraft, aPost } from '#tests/news-posts.ts'
import { demoUnitId } from '#tests/rights/units.ts'
import { demoPerson } from '#tests/tokens.ts'

describeApi('Insight into news', (api) => {
  const liv = () => api.as('liv.dahl')
  const reachOf = async (id: string, by?: string) => {
    const response = await liv().get(`/v1.0/newsPosts/${id}/reach${by === undefined ? '' : `?by=${by}`}`)
    expect(response.status).toBe(200)
    return (await response.json()) as NewsPostReach
  }
  /** Lets a number of people of a unit open a post. */
  const readBy = async (id: string, unitId: string, count: number, way = {}) => {
    const people = await api.db
      .selectFrom('org_unit_member')
      .innerJoin('user', 'user.id', 'org_unit_member.user_id')
      .select('user.id')
      .distinct()
      .where('unit_id', '=', unitId)
      .where('account_enabled', '=', true)
      .orderBy('user.id')
      .limit(count)
      .execute()
    await api.db
      .insertInto('news_post_reading')
      .values(
        people.map((person) => ({ news_post_id: id, user_id: person.id, read_at: api.clock.now(), ...way })),
      )
      .execute()
  }

  describe('reach', () => {
    test('N30: is of five people or more: fewer readers are not told', async () => {
      const unit = await demoUnitId(api.db, 'Elvestrand sykehjem')
      const { id } = await aPost(liv(), { audience: { everyone: false, orgUnitIds: [unit], roles: [] } })
      await readBy(id, unit, 4)
      expect(await reachOf(id)).toMatchObject({ recipientCount: 141, readCount: null, emailsSpared: 141 })
      await api.db.deleteFrom('news_post_reading').where('news_post_id', '=', id).execute()
      await readBy(id, unit, 40, { channel: 'email', device: 'phone' })
      const reach = await reachOf(id)
      expect(reach).toMatchObject({ recipientCount: 141, readCount: 40, level: 'department' })
      expect(reach.channels).toContainEqual({ channel: 'email', readCount: 40 })
      expect(reach.channels).toContainEqual({ channel: 'portal', readCount: null })
      expect(reach.devices).toContainEqual({ device: 'phone', readCount: 40 })
      expect(reach.units.reduce((sum, { recipientCount }) => sum + recipientCount, 0)).toBe(141)
      expect(reach.days).toEqual([{ date: '2025-03-12', readCount: 40 }])
    })

    test('N30: says of a unit whose number is hidden why it is', async () => {
      const { id } = await aPost(liv())
      await readBy(id, await demoUnitId(api.db, 'Elvestrand sykehjem'), 20)
      await readBy(id, await demoUnitId(api.db, 'Bjørkåsen skole'), 3)
      const { units } = await reachOf(id, 'unit')
      const reasonOf = (name: string) => units.find(({ displayName }) => displayName === name)
      expect(reasonOf('Bjørkåsen skole')).toMatchObject({ readCount: null, hiddenBecause: 'fewReaders' })
      expect(reasonOf('Elvestrand sykehjem')).toMatchObject({ readCount: 20, hiddenBecause: null })
    })

    test('grows day by day, and counts by the level that is asked for', async () => {
      const { id } = await aPost(liv())
      await readBy(id, await demoUnitId(api.db, 'Elvestrand sykehjem'), 6)
      api.clock.advance({ days: 2 })
      await readBy(id, await demoUnitId(api.db, 'Bjørkåsen skole'), 7)
      const reach = await reachOf(id)
      expect(reach.days).toEqual([
        { date: '2025-03-12', readCount: 5 },
        { date: '2025-03-13', readCount: 5 },
        { date: '2025-03-14', readCount: 15 },
      ])
      expect(reach.level).toBe('sector')
      const units = await reachOf(id, 'unit')
      expect(units.units.length).toBeGreaterThan(reach.units.length)
      expect(units.units.find(({ displayName }) => displayName === 'Elvestrand sykehjem')?.readCount).toBe(5)
      expect((await liv().get(`/v1.0/newsPosts/${id}/reach?by=person`)).status).toBe(400)
    })
  })

  describe('reach over levels', () => {
    test('N30: one person is found neither between levels nor between two looks', async () => {
      const { id } = await aPost(liv())
      await readBy(id, await demoUnitId(api.db, 'Elvestrand sykehjem'), 60)
      const shownBy = async () => {
        const views = await Promise.all(['sector', 'unit', 'department'].map((level) => reachOf(id, level)))
        return views.map(({ readCount, units, days, channels, devices }) => ({
          readCount,
          units: units.map((unit) => unit.readCount),
          days,
          channels,
          devices,
        }))
      }
      const before = await shownBy()
      expect(before.flatMap(({ units }) => units).every((count) => count === null || count >= 5)).toBe(true)
      // Two more open it: nothing anybody can look at has changed.
      const more = await api.db
        .selectFrom('user')
        .select('id')
        .where('account_enabled', '=', true)
        .where('id', 'not in', (eb) =>
          eb.selectFrom('news_post_reading').select('user_id').where('news_post_id', '=', id),
        )
        .limit(2)
        .execute()
      const rows = more.map(({ id: user_id }) => ({ news_post_id: id, user_id, read_at: api.clock.now() }))
      await api.db.insertInto('news_post_reading').values(rows).execute()
      expect(await shownBy()).toEqual(before)
    })

    test('of what is no must-read has no number of confirmations', async () => {
      const { id } = await aPost(liv())
      expect((await reachOf(id)).confirmedCount).toBeNull()
      const must = await aPost(liv(), { importance: 'mustRead' })
      await api.as('kari.nilsen').post(`/v1.0/newsPosts/${must.id}/confirm`, { version: 1 })
      expect((await reachOf(must.id)).confirmedCount).toBe(1)
    })
  })

  describe('preview as somebody', () => {
    const preview = async (id: string, person: string) =>
      (await (
        await liv().post(`/v1.0/newsPosts/${id}/preview`, { userId: demoPerson(person).id })
      ).json()) as NewsPostPreview

    test('N28: says whether a person would get the post, and why', async () => {
      const unit = await demoUnitId(api.db, 'Elvestrand sykehjem')
      const { id } = await aDraft(liv(), { audience: { everyone: false, orgUnitIds: [unit], roles: ['HR'] } })
      expect(await preview(id, 'kari.nilsen')).toMatchObject({
        user: { displayName: 'Kari Nilsen' },
        isRecipient: true,
        viaUnits: ['Elvestrand sykehjem'],
        viaRoles: [],
        viaEveryone: false,
      })
      expect(await preview(id, 'hege.moen')).toMatchObject({
        isRecipient: true,
        viaUnits: [],
        viaRoles: ['HR'],
      })
      expect(await preview(id, 'sara.holm')).toMatchObject({ isRecipient: false, viaUnits: [], viaRoles: [] })
    })

    test('of a stranger is refused with the reason', async () => {
      const { id } = await aDraft(liv())
      const userId = '00000000-0000-4000-8000-000000000000'
      expect((await liv().post(`/v1.0/newsPosts/${id}/preview`, { userId })).status).toBe(422)
      await api.disabled('sara.holm')
      const gone = { userId: demoPerson('sara.holm').id }
      expect((await liv().post(`/v1.0/newsPosts/${id}/preview`, gone)).status).toBe(422)
    })
  })

  test('N21: every post counts the e-mails it spared, in the month it came out', async () => {
    const before = (await (await liv().get('/v1.0/newsPosts/emailsAvoided')).json()) as EmailsAvoided
    await aPost(liv(), {
      audience: { everyone: false, orgUnitIds: [await demoUnitId(api.db, 'Elvestrand sykehjem')], roles: [] },
    })
    const after = (await (await liv().get('/v1.0/newsPosts/emailsAvoided')).json()) as EmailsAvoided
    expect(after.months).toHaveLength(12)
    expect(after.months.at(-1)).toEqual({
      month: '2025-03',
      postCount: (before.months.at(-1)?.postCount ?? 0) + 1,
      emailCount: (before.months.at(-1)?.emailCount ?? 0) + 141,
    })
    expect(after.months[0]?.month).toBe('2024-04')
  })
})
