// @vitest-environment node
import { expect, test } from 'vitest'
import { describeApi } from '#tests/call-api.ts'
import { problem } from '#tests/news-posts.ts'
import { timedDeps } from '#tests/timed-work.ts'
import { SearchMiss } from './contract.ts'
import { forgetSearchMisses } from './forget-search-misses.ts'

describeApi('Searches without hits', (api) => {
  const miss = async (query: string, person = 'kari.nilsen') =>
    expect((await api.as(person).post('/v1.0/searchMisses', { query })).status).toBe(204)
  const list = async () => {
    const response = await api.as('liv.dahl').get('/v1.0/searchMisses?$top=100')
    expect(response.status).toBe(200)
    return ((await response.json()) as { value: unknown[] }).value.map((row) => SearchMiss.parse(row))
  }
  const counted = async (query: string) => (await list()).find((row) => row.query === query)?.count

  test('are summed up over days, whatever letters, and shown from the third on', async () => {
    await miss('Tjenestesykkel  AVTALE')
    await miss('tjenestesykkel avtale', 'sara.holm')
    expect(await counted('tjenestesykkel avtale')).toBeUndefined()
    api.clock.advance({ hours: 24 })
    await miss('tjenestesykkel avtale', 'ola.bakken')
    expect(await counted('tjenestesykkel avtale')).toBe(3)
  })

  test('are counted only when there is nothing to find for who searched', async () => {
    for (const person of ['kari.nilsen', 'sara.holm', 'ola.bakken']) await miss('elvestrand sykehjem', person)
    expect(await counted('elvestrand sykehjem')).toBeUndefined()
  })

  test('say nothing of who searched', async () => {
    const before = await api.db.selectFrom('audit_entry').select('seq').execute()
    await miss('tjenestesykkel')
    const row = await api.db
      .selectFrom('search_miss')
      .selectAll()
      .where('query', '=', 'tjenestesykkel')
      .executeTakeFirstOrThrow()
    expect(Object.keys(row).sort()).toEqual(['count', 'query', 'searched_on'])
    expect(await api.db.selectFrom('audit_entry').select('seq').execute()).toHaveLength(before.length)
  })

  test.for([
    'telefon 912 34 567',
    'noen@example.org',
    'Gunn Dahle sykmelding',
    'dahle gunn',
    'x',
    '???',
    '018101 12345 vedtak',
  ])('never hold «%s», which may be about somebody', async (query) => {
    const rows = () => api.db.selectFrom('search_miss').selectAll().execute()
    const before = await rows()
    await miss(query)
    expect(await rows()).toHaveLength(before.length)
  })

  test('are for editors alone', async () => {
    const response = await api.as('kari.nilsen').get('/v1.0/searchMisses')
    expect(response.status).toBe(403)
    expect((await problem(response)).code).toBe('forbidden')
  })

  test('are forgotten after 90 days', async () => {
    for (const person of ['kari.nilsen', 'sara.holm', 'ola.bakken']) await miss('tjenestesykkel', person)
    api.clock.advance({ hours: 24 * 90 })
    expect(await counted('tjenestesykkel')).toBeUndefined()
    expect(await forgetSearchMisses.run(timedDeps(api))).toBeGreaterThan(0)
    expect(await api.db.selectFrom('search_miss').selectAll().execute()).toEqual([])
    expect(await forgetSearchMisses.run(timedDeps(api))).toBe(0)
  })
})
