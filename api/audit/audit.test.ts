// @vitest-environment node
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { describeApi } from '#tests/call-api.ts'
import { canonicalJson } from './entry-hash.ts'
import { record } from './record.ts'
import { verifyAuditLog } from './verify.ts'

test('canonical JSON does not depend on the order of keys', () => {
  expect(canonicalJson({ b: [1, { d: null, c: 'æ' }], a: true })).toBe(
    canonicalJson({ a: true, b: [1, { c: 'æ', d: null }] }),
  )
  expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}')
})

describeApi('The audit log', (api) => {
  const write = (count: number) =>
    Promise.all(
      Array.from({ length: count }, (_, i) =>
        api.db.transaction().execute((trx) =>
          record(trx, {
            actorId: null,
            action: 'test.done',
            targetType: 'test',
            targetId: String(i),
            data: { i, nested: { b: 1, a: 'å' } },
            at: api.clock.now(),
          }),
        ),
      ),
    )
  /** Changes the log as someone with the database's own password could. */
  const tamper = async (statement: string) => {
    await sql.raw('alter table audit_entry disable trigger user').execute(api.db)
    await sql.raw(statement).execute(api.db)
    await sql.raw('alter table audit_entry enable trigger user').execute(api.db)
  }
  const lastSeq = async () => (await verifyAuditLog(api.db)).head.sequence

  test('50 writers at once make one gapless chain', async () => {
    const before = await lastSeq()
    const seqs = await write(50)
    expect(seqs.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => before + 1 + i))
    expect(await verifyAuditLog(api.db)).toMatchObject({ isIntact: true, entryCount: before + 50 })
  })

  test('a write that fails leaves neither change nor entry', async () => {
    const before = await lastSeq()
    const failing = api.db.transaction().execute(async (trx) => {
      await record(trx, { actorId: null, action: 'a.b', targetType: 'a', targetId: '1', at: api.clock.now() })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await verifyAuditLog(api.db)).toMatchObject({ isIntact: true, head: { sequence: before } })
  })

  test.for([
    ['an edited fact', 'update audit_entry set data = \'{"i":99}\' where seq = $', 0],
    [
      'another actor',
      "update audit_entry set actor_id = '00000000-0000-4000-8000-000000000000' where seq = $",
      0,
    ],
    [
      'another time',
      "update audit_entry set occurred_at = occurred_at + interval '1 second' where seq = $",
      0,
    ],
    ['a changed hash', "update audit_entry set hash = decode(repeat('ab', 32), 'hex') where seq = $", 0],
    ['a removed entry', 'delete from audit_entry where seq = $', 0],
    ['a tail cut off', 'delete from audit_entry where seq >= $', 0],
    [
      'two entries that changed places',
      'update audit_entry set seq = case seq when $ then -1 else $ end where seq in ($, $ + 1)',
      0,
    ],
  ] as const)('%s is found where it is', async ([, statement]) => {
    const seq = (await lastSeq()) + 3
    await write(6)
    if (statement.includes('-1')) {
      await tamper(`update audit_entry set seq = -1 where seq = ${seq}`)
      await tamper(`update audit_entry set seq = ${seq} where seq = ${seq + 1}`)
      await tamper(`update audit_entry set seq = ${seq + 1} where seq = -1`)
    } else await tamper(statement.replaceAll('$', String(seq)))
    expect(await verifyAuditLog(api.db)).toMatchObject({ isIntact: false, firstBadSequence: seq })
  })

  test('a head moved along with a cut tail is found by an anchor kept elsewhere', async () => {
    await write(4)
    const { head } = await verifyAuditLog(api.db)
    await tamper(`delete from audit_entry where seq = ${head.sequence}`)
    await sql`update audit_head set seq = seq - 1,
      hash = (select hash from audit_entry order by seq desc limit 1)`.execute(api.db)
    expect(await verifyAuditLog(api.db)).toMatchObject({ isIntact: true })
    expect(await verifyAuditLog(api.db, head)).toMatchObject({
      isIntact: false,
      firstBadSequence: head.sequence,
    })
  })

  test('the database itself refuses to change or remove entries', async () => {
    await write(1)
    for (const statement of [
      'update audit_entry set action = action',
      'delete from audit_entry',
      'truncate audit_entry',
    ]) {
      await expect(sql.raw(statement).execute(api.db)).rejects.toThrow('may only be added to')
    }
  })

  test('every write of the loop is logged with who and what, and never with content', async () => {
    const editor = api.as('liv.dahl')
    const created = await editor.post('/v1.0/newsPosts', {
      title: 'Hemmelig tittel',
      lead: 'Kort',
      audience: { everyone: true, orgUnitIds: [], roles: [] },
    })
    const { id } = (await created.json()) as { id: string }
    await editor.post(`/v1.0/newsPosts/${id}/publish`)
    await editor.post(`/v1.0/newsPosts/${id}/archive`)
    const log = await api
      .as('per.eide')
      .get(`/v1.0/auditEntries?$filter=target/id eq '${id}'&$orderby=sequence`)
    const text = await log.text()
    const { value } = JSON.parse(text) as {
      value: { activity: string; initiatedBy: { displayName: string } }[]
    }
    expect(value.map(({ activity }) => activity)).toEqual([
      'newsPost.created',
      'newsPost.published',
      'newsPost.archived',
    ])
    expect(value.every(({ initiatedBy }) => initiatedBy.displayName === 'Liv Dahl')).toBe(true)
    expect(text).not.toContain('Hemmelig')
  })
})
