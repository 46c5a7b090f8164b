// @vitest-environment node
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { describeApi, type TestApi } from '#tests/call-api.ts'
import { makeFixtures } from '#tests/rights/fixtures.ts'
import { demoPerson } from '#tests/tokens.ts'
import { exportSources, notExported } from './export-sources.ts'

type Rows = Record<string, unknown>[]

async function exportOf(api: TestApi, person: string): Promise<Record<string, Rows>> {
  const response = await api.as(person).get('/v1.0/me/export')
  expect(response.status).toBe(200)
  return (await response.json()) as Record<string, Rows>
}

/** Columns that look as if they held a person, whether or not the database knows. */
const looksLikePerson =
  /(^|_)(user|actor|author|recipient|leader|manager|leaver|substitute|person|owner|reviewer|asker)_id$|_by_id$|on_behalf_of_id$/

describeApi('GET /v1.0/me/export', (api) => {
  test('every column that holds a person is in the file, or has a reason not to be', async () => {
    const references = await sql<{ name: string }>`
      select rel.relname || '.' || att.attname as name from pg_constraint con
        join pg_class rel on rel.oid = con.conrelid
        join pg_attribute att on att.attrelid = con.conrelid and att.attnum = any(con.conkey)
      where con.contype = 'f' and con.confrelid = '"user"'::regclass`.execute(api.db)
    const columns = await sql<{ name: string }>`
      select rel.relname || '.' || att.attname as name from pg_attribute att join pg_class rel on rel.oid = att.attrelid
      where rel.relkind = 'r' and rel.relnamespace = 'public'::regnamespace and att.attnum > 0 and not att.attisdropped
        and att.atttypid = 'uuid'::regtype`.execute(api.db)
    const known = new Set([...exportSources.flatMap(({ covers }) => covers), ...Object.keys(notExported)])
    const holding = [
      ...references.rows.map(({ name }) => name),
      ...columns.rows.map(({ name }) => name).filter((name) => looksLikePerson.test(name)),
    ]
    expect(references.rows.length).toBeGreaterThan(25)
    expect(holding.filter((name) => !known.has(name))).toEqual([])
    const there = new Set(columns.rows.map(({ name }) => name))
    expect([...known].filter((name) => !there.has(name))).toEqual([])
  })

  test('no column is in the file and on the list of what is not', () => {
    const covered = exportSources.flatMap(({ covers }) => covers)
    expect(covered.filter((column) => column in notExported)).toEqual([])
    expect(new Set(covered).size).toBe(covered.length)
    expect(new Set(exportSources.map(({ name }) => name)).size).toBe(exportSources.length)
  })

  test('has what a person wrote, read, confirmed and did, and says when it was made', async () => {
    const { post, comment } = await makeFixtures(api)
    await api.as('kari.nilsen').post(`/v1.0/newsPosts/${post.id}/markRead`)
    await api.as('kari.nilsen').post(`/v1.0/newsPosts/${post.id}/confirm`)
    const response = await api.as('kari.nilsen').get('/v1.0/me/export')
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="tunet-2025-03-12.json"')
    expect(response.headers.get('cache-control')).toBe('no-store')
    const file = (await response.json()) as Record<string, Rows>
    expect(file).toMatchObject({ exportedDateTime: '2025-03-12T09:00:00.000Z' })
    expect(file['profile']).toEqual([
      expect.objectContaining({ id: demoPerson('kari.nilsen').id, displayName: 'Kari Nilsen' }),
    ])
    expect(file['comments']).toContainEqual(
      expect.objectContaining({ id: comment.id, text: 'Gjelder det oss?' }),
    )
    expect(file['newsReadings']).toContainEqual(
      expect.objectContaining({ newsPostId: post.id, confirmedVersion: 1 }),
    )
    expect(file['newsPosts']).toContainEqual(
      expect.objectContaining({ isAuthor: true, text: 'Til godkjenning', state: 'inReview' }),
    )
    expect(file['auditEntries']).toContainEqual(expect.objectContaining({ activity: 'user.dataExported' }))
    expect(Object.keys(file)).toEqual([
      'personId',
      'exportedDateTime',
      ...exportSources.map(({ name }) => name),
    ])
  })

  test('of others it has no more than the person sees: why somebody is away stays out', async () => {
    const now = api.clock.now()
    const absence = {
      starts_at: now,
      ends_at: null,
      kind: 'sick' as const,
      note: 'Kneet opereres',
      substitute_id: demoPerson('kari.nilsen').id,
      substitute_status: 'accepted' as const,
      created_at: now,
      changed_at: now,
    }
    await api.db
      .insertInto('absence')
      .values({ ...absence, user_id: demoPerson('ola.bakken').id })
      .execute()
    const standsIn = await exportOf(api, 'kari.nilsen')
    expect(standsIn['absencesOfOthers']).toContainEqual(
      expect.objectContaining({ person: 'Ola Bakken', isSubstitute: true }),
    )
    expect(JSON.stringify(standsIn)).not.toContain('Kneet opereres')
    expect(JSON.stringify(standsIn['absencesOfOthers'])).not.toContain('sick')
    const own = await exportOf(api, 'ola.bakken')
    expect(own['absences']).toContainEqual(expect.objectContaining({ kind: 'sick', note: 'Kneet opereres' }))
  })

  test('the reason of a protection is for HR alone', async () => {
    const kari = demoPerson('kari.nilsen').id
    await api.db.deleteFrom('person_protection').execute()
    await api.db
      .insertInto('person_protection')
      .values({
        user_id: kari,
        hides: ['phone'],
        reason: 'Besøksforbud',
        decided_by_id: demoPerson('hege.moen').id,
        decided_at: api.clock.now(),
      })
      .execute()
    const file = await exportOf(api, 'kari.nilsen')
    expect(file['protection']).toMatchObject([{ hides: ['phone'], decidedByMe: false }])
    expect(JSON.stringify(file)).not.toContain('Besøksforbud')
  })

  test('is read in pieces, and comes whole when there is much', async () => {
    const { id } = demoPerson('kari.nilsen')
    await sql`insert into file (name, media_type, size, sha256, created_by_id, created_at)
      select 'fil ' || n || '.txt', 'text/plain', 1, '\\x00', ${id}::uuid, now() from generate_series(1, 4500) n`.execute(
      api.db,
    )
    const file = await exportOf(api, 'kari.nilsen')
    expect(new Set(file['files']?.map((row) => row['id'])).size).toBeGreaterThanOrEqual(4500)
  })

  test('is given a few times an hour, to each person by themselves', async () => {
    for (let i = 0; i < 3; i++) await exportOf(api, 'kari.nilsen')
    const refused = await api.as('kari.nilsen').get('/v1.0/me/export')
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(60)
    await exportOf(api, 'sara.holm')
    api.clock.advance({ minutes: 21 })
    await exportOf(api, 'kari.nilsen')
  })
})
