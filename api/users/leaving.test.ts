// @vitest-environment node
import { expect, test } from 'vitest'
import { describeApi } from '#tests/call-api.ts'
import { aDraft, aPost } from '#tests/news-posts.ts'
import { demoUnitId } from '#tests/rights/units.ts'
import { demoPerson } from '#tests/tokens.ts'
import { disableUser } from './leaving.ts'

const hour = 3_600_000
const kari = demoPerson('kari.nilsen').id
const ola = demoPerson('ola.bakken').id
const ingrid = demoPerson('ingrid.solberg').id
const arne = demoPerson('arne.lund').id

describeApi('People who leave', (api) => {
  const disable = (userId: string) =>
    api.db.transaction().execute((trx) => disableUser(trx, userId, { actorId: null, at: api.clock.now() }))
  const after = (hours: number) => new Date(api.clock.now().getTime() + hours * hour)
  const handovers = async (person: string) => {
    const response = await api.as(person).get('/v1.0/me/handovers')
    const { value } = (await response.json()) as {
      value: { leaver: { id: string }; target: { type: string; id: string }; outcome: string }[]
    }
    return value.map(({ leaver, target, outcome }) => [leaver.id, target.type, target.id, outcome])
  }
  const aCall = async (recipientId: string, state: 'open' | 'answered') =>
    (
      await api.db
        .insertInto('call_back_message')
        .values({
          recipient_id: recipientId,
          caller_name: 'Pårørende',
          caller_phone: '99887766',
          subject: 'Besøkstid',
          due_on: '2026-12-01',
          created_by_id: arne,
          created_at: api.clock.now(),
          state,
          ...(state === 'answered' && { answered_at: api.clock.now(), answered_by_id: recipientId }),
        })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id
  const anAbsence = async (userId: string, substituteId: string, from: Date, to: Date) =>
    (
      await api.db
        .insertInto('absence')
        .values({
          user_id: userId,
          starts_at: from,
          ends_at: to,
          kind: 'vacation',
          substitute_id: substituteId,
          substitute_status: 'accepted',
          created_at: from,
          changed_at: from,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id

  test('what waits for a leaver passes to the nearest leader, what was trust in the person ends, and the leader sees the list', async () => {
    const unit = await demoUnitId(api.db, 'Elvestrand sykehjem')
    const draft = await aDraft(api.as('kari.nilsen'))
    const call = await aCall(kari, 'open')
    const answered = await aCall(kari, 'answered')
    const absence = await anAbsence(arne, kari, after(-1), after(24))
    const past = await anAbsence(arne, kari, after(-48), after(-24))
    const named = await api
      .as('liv.dahl')
      .post('/v1.0/newsEditors', { orgUnitId: await demoUnitId(api.db, 'Bjørkåsen skole'), userId: kari })
    const { id: editorship } = (await named.json()) as { id: string }
    const duty = await api.db
      .insertInto('duty')
      .values({ display_name: 'Brannvakt', org_unit_id: unit, phone: null, created_at: api.clock.now() })
      .returning('id')
      .executeTakeFirstOrThrow()
    const [shift, worked] = await api.db
      .insertInto('duty_shift')
      .values([
        { duty_id: duty.id, user_id: kari, starts_at: after(8), ends_at: after(16) },
        { duty_id: duty.id, user_id: kari, starts_at: after(-16), ends_at: after(-8) },
      ])
      .returning('id')
      .execute()
    const shiftHolder = async (id: string | undefined) =>
      (
        await api.db
          .selectFrom('duty_shift')
          .select('user_id')
          .where('id', '=', id ?? '')
          .executeTakeFirst()
      )?.user_id
    const before = await handovers('ola.bakken')

    const things = await disable(kari)
    expect(new Set(things?.map(({ type, outcome }) => `${type} ${outcome}`))).toEqual(
      new Set([
        'newsPost passed',
        'newsEditor ended',
        'callBackMessage passed',
        'absence ended',
        'dutyShift passed',
      ]),
    )
    expect((await api.as('kari.nilsen').get('/v1.0/me')).status).toBe(401)

    const passed = (await handovers('ola.bakken')).slice(0, -before.length || undefined)
    expect(passed).toEqual(
      expect.arrayContaining([
        [kari, 'newsPost', draft.id, 'passed'],
        [kari, 'callBackMessage', call, 'passed'],
        [kari, 'newsEditor', editorship, 'ended'],
      ]),
    )
    expect(passed.flat()).not.toContain(absence)
    const own = (await (await api.as('ola.bakken').get(`/v1.0/newsPosts/${draft.id}`)).json()) as {
      author: { id: string }
      permissions: { canEdit: boolean }
    }
    expect(own).toMatchObject({ author: { id: ola }, permissions: { canEdit: true } })
    // The duty belongs to another unit, whose leader has the role.
    expect(await shiftHolder(shift?.id)).toBe(ingrid)
    expect(await shiftHolder(worked?.id)).toBe(kari)
    expect(await handovers('arne.lund')).toEqual(
      expect.arrayContaining([[kari, 'absence', absence, 'ended']]),
    )
    const rows = await api.db
      .selectFrom('call_back_message')
      .select(['id', 'recipient_id'])
      .where('id', 'in', [call, answered])
      .execute()
    expect(new Map(rows.map((row) => [row.id, row.recipient_id]))).toEqual(
      new Map([
        [call, ola],
        [answered, kari],
      ]),
    )
    const absences = await api.db
      .selectFrom('absence')
      .select(['id', 'substitute_id', 'substitute_status'])
      .where('id', 'in', [absence, past])
      .execute()
    expect(absences).toEqual(
      expect.arrayContaining([
        { id: absence, substitute_id: null, substitute_status: null },
        { id: past, substitute_id: kari, substitute_status: 'accepted' },
      ]),
    )
  })

  test('what is out stays in the name of who wrote it', async () => {
    const post = await aPost(api.as('liv.dahl'))
    const draft = await aDraft(api.as('liv.dahl'))
    await disable(demoPerson('liv.dahl').id)
    const rows = await api.db
      .selectFrom('news_post')
      .select(['id', 'author_id'])
      .where('id', 'in', [post.id, draft.id])
      .execute()
    const authors = new Map(rows.map((row) => [row.id, row.author_id]))
    expect(authors.get(post.id)).toBe(demoPerson('liv.dahl').id)
    expect(authors.get(draft.id)).not.toBe(demoPerson('liv.dahl').id)
  })

  test('a leader who has left is passed over, and with nobody above, things stay and who administers sees them', async () => {
    await disable(ola)
    const call = await aCall(kari, 'open')
    await disable(kari)
    expect(await handovers('ingrid.solberg')).toEqual(
      expect.arrayContaining([[kari, 'callBackMessage', call, 'passed']]),
    )

    const marit = demoPerson('marit.haugen').id
    await api.db.updateTable('org_unit').set({ deputy_leader_id: null }).execute()
    await api.db.updateTable('org_unit').set({ leader_id: marit }).execute()
    const kept = await aCall(marit, 'open')
    const things = await disable(marit)
    expect(things).toContainEqual({ type: 'callBackMessage', id: kept, outcome: 'kept', recipientId: null })
    expect(await handovers('jon.strand')).toContainEqual([marit, 'callBackMessage', kept, 'kept'])
    expect(await handovers('kari.nilsen').catch(() => [])).toEqual([])
  })

  test('every step is in the chain of the log, with ids and no names, and a second time nothing happens', async () => {
    const { seq: before } = await api.db.selectFrom('audit_head').select('seq').executeTakeFirstOrThrow()
    await aDraft(api.as('kari.nilsen'))
    await aCall(kari, 'open')
    expect(await disable(kari)).not.toEqual([])
    expect(await disable(kari)).toBeUndefined()
    const rows = await api.db.selectFrom('audit_entry').selectAll().where('seq', '>', before).execute()
    expect(rows.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['user.disabled', 'newsPost.handedOver', 'callBackMessage.handedOver']),
    )
    expect(JSON.stringify(rows)).not.toMatch(/Kari|Nilsen|Pårørende|99887766/)
    expect(rows.every(({ actor_id, action }) => action === 'newsPost.created' || actor_id === null)).toBe(
      true,
    )
    const verified = await api.as('jon.strand').get('/v1.0/auditEntries/verify')
    expect(await verified.json()).toMatchObject({ isIntact: true })
  })
})
