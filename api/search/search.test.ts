// @vitest-environment node
import { expect, test } from 'vitest'
import { type TestApi, describeApi } from '#tests/call-api.ts'
import { aDraft, aPost, paragraph } from '#tests/news-posts.ts'
import { demoPerson } from '#tests/tokens.ts'
import { demoUnitId } from '#tests/rights/units.ts'
import { timedDeps } from '#tests/timed-work.ts'
import { entityTypes, type EntityType, SearchResponse } from './contract.ts'
import { gatherSearchWords } from './search-words.ts'

/** What somebody finds, by type. */
async function search(
  api: TestApi,
  person: string,
  queryString: string,
  more: { entityTypes?: readonly EntityType[]; from?: number; size?: number } = {},
) {
  const request = { entityTypes, query: { queryString }, ...more }
  const response = await api.as(person).post('/v1.0/search/query', { requests: [request] })
  expect(response.status).toBe(200)
  const [answer] = SearchResponse.parse(await response.json()).value
  if (!answer) throw new Error('There is no answer.')
  const of = (type: EntityType) => answer.hitsContainers.find(({ entityType }) => entityType === type)
  const names = (type: EntityType) =>
    (of(type)?.hits ?? []).map(({ resource }) => plain(resource.displayName))
  return { ...answer, of, names }
}

const plain = (text: string) => text.replaceAll(/<\/?c0>/g, '')

describeApi('POST /v1.0/search/query', (api) => {
  const liv = () => api.as('liv.dahl')

  test('finds people, units and news in one request, and marks what matched', async () => {
    await aPost(liv(), { title: 'Sykehjemmet får ny heis', lead: 'Heisen kommer i uke 50.' })
    const found = await search(api, 'kari.nilsen', 'sykehjem')
    expect(found.of('orgUnit')?.hits[0]?.resource.displayName).toBe('Elvestrand <c0>sykehjem</c0>')
    expect(found.of('newsPost')?.hits.map(({ resource }) => resource.displayName)).toContain(
      '<c0>Sykehjem</c0>met får ny heis',
    )
    const people = await search(api, 'kari.nilsen', 'kari nil')
    expect(people.of('user')?.hits[0]).toMatchObject({
      rank: 1,
      resource: {
        '@odata.type': '#microsoft.graph.user',
        id: demoPerson('kari.nilsen').id,
        displayName: '<c0>Kari</c0> <c0>Nil</c0>sen',
        isCurrent: true,
      },
    })
  })

  test('knows the forms of a Norwegian word, and shows the place in the text', async () => {
    await aPost(liv(), {
      title: 'Nytt på lager',
      lead: 'Les hva som er nytt.',
      body: paragraph(`${'Vi har ryddet. '.repeat(30)}Bestill gravemaskinene hos driften.`),
    })
    const found = await search(api, 'kari.nilsen', 'gravemaskin')
    expect(found.of('newsPost')?.hits[0]?.summary).toMatch(
      /^… .*Bestill <c0>gravemaskin<\/c0>ene hos driften\.$/,
    )
    expect((await search(api, 'kari.nilsen', 'gravemaskiner')).names('newsPost')).toContain('Nytt på lager')
  })

  test('audience is access: what is not for somebody is not found, counted or suggested', async () => {
    const unit = await demoUnitId(api.db, 'Elvestrand sykehjem')
    const audience = { everyone: false, orgUnitIds: [unit], roles: [] }
    await aPost(liv(), { title: 'Kvikksølvtermometer', audience })
    await gatherSearchWords.run(timedDeps(api))
    expect((await search(api, 'kari.nilsen', 'kvikksølvtermometer')).names('newsPost')).toHaveLength(1)
    for (const query of ['kvikksølvtermometer', 'kviksølvtermometer', 'kvikks']) {
      const sara = await search(api, 'sara.holm', query)
      expect(sara.hitsContainers.map(({ total }) => total)).toEqual([0, 0, 0])
      expect(sara.didYouMean).toBeNull()
    }
  })

  test('a draft is not found, and what is archived comes last, marked', async () => {
    await aDraft(liv(), { title: 'Vindmølleutredning i utkast' })
    const old = await aPost(liv(), { title: 'Vindmølleutredning den første' })
    expect((await liv().post(`/v1.0/newsPosts/${old.id}/archive`)).status).toBe(200)
    await aPost(liv(), { title: 'Om været', body: paragraph('Litt om vindmølleutredning til slutt.') })
    const found = await search(api, 'liv.dahl', 'vindmølleutredning')
    expect(found.of('newsPost')?.hits.map(({ resource }) => resource.isCurrent)).toEqual([true, false])
    expect(found.names('newsPost')).toEqual(['Om været', 'Vindmølleutredning den første'])
  })

  test('a word written wrong finds what was meant, and says so', async () => {
    await aPost(liv(), { title: 'Lønnsslippen kommer i Altinn', lead: 'Hent lønnsslippen der.' })
    await gatherSearchWords.run(timedDeps(api))
    const found = await search(api, 'sara.holm', 'lønnslippen')
    expect(found).toMatchObject({ didYouMean: 'lønnsslippen', queryAlterationType: 'modification' })
    expect(found.names('newsPost')).toContain('Lønnsslippen kommer i Altinn')
    expect(await search(api, 'sara.holm', 'lonnsslippen')).toMatchObject({ didYouMean: 'lønnsslippen' })
    expect((await search(api, 'sara.holm', 'xqzwvk')).didYouMean).toBeNull()
  })

  test('who has left is neither found nor suggested by their name', async () => {
    await api.db
      .updateTable('user')
      .set({ display_name: 'Ola Stormkaståsen', surname: 'Stormkaståsen' })
      .where('id', '=', demoPerson('ola.bakken').id)
      .execute()
    await api.as('jon.strand').patch(`/v1.0/organization/${await organizationId(api)}`, { branding: {} })
    await gatherSearchWords.run(timedDeps(api))
    expect((await search(api, 'kari.nilsen', 'stormkastasen')).names('user')).toEqual(['Ola Stormkaståsen'])
    expect(await search(api, 'kari.nilsen', 'stormkaståsne')).toMatchObject({ didYouMean: 'stormkaståsen' })
    await api.disabled('ola.bakken')
    // Also before the words are gathered again.
    for (const query of ['stormkastasen', 'stormkaståsne']) {
      const found = await search(api, 'kari.nilsen', query)
      expect(found).toMatchObject({ didYouMean: null })
      expect(found.names('user')).toEqual([])
    }
    expect((await search(api, 'kari.nilsen', 'stormkaståsen')).names('user')).toEqual([])
    const seenByHr = await search(api, 'hege.moen', 'stormkaståsen')
    expect(seenByHr.of('user')?.hits[0]?.resource.isCurrent).toBe(false)
  })

  test('who is protected is found by HR, and neither found nor suggested to others', async () => {
    const { id } = demoPerson('tor.berg')
    const renamed = { display_name: 'Zilla Qvarnby', given_name: 'Zilla', surname: 'Qvarnby' }
    await api.db.updateTable('user').set(renamed).where('id', '=', id).execute()
    await gatherSearchWords.run(timedDeps(api))
    await api.db.deleteFrom('person_protection').where('user_id', '=', id).execute()
    await api.db
      .insertInto('person_protection')
      .values({
        user_id: id,
        hides: ['person'],
        reason: 'Trussel',
        decided_by_id: demoPerson('hege.moen').id,
        decided_at: api.clock.now(),
      })
      .execute()
    const names = async (person: string, query: string) => (await search(api, person, query)).names('user')
    for (const query of ['zilla qvarnby', 'zilla qvranby', 'Zilla Q']) {
      expect(await names('sara.holm', query)).not.toContain('Zilla Qvarnby')
      expect((await search(api, 'sara.holm', query)).didYouMean ?? '').not.toContain('qvarnby')
    }
    expect(await names('hege.moen', 'zilla qvarnby')).toContain('Zilla Qvarnby')
  })

  test('pages are cut by from and size, and say whether there is more', async () => {
    const first = await search(api, 'kari.nilsen', 'elvestrand', { entityTypes: ['orgUnit'], size: 2 })
    expect(first.of('orgUnit')).toMatchObject({ moreResultsAvailable: true })
    expect(first.names('orgUnit')).toHaveLength(2)
    const second = await search(api, 'kari.nilsen', 'elvestrand', {
      entityTypes: ['orgUnit'],
      from: 2,
      size: 50,
    })
    expect(first.of('orgUnit')?.total).toBe(second.of('orgUnit')?.total)
    expect(second.names('orgUnit')).not.toEqual(expect.arrayContaining(first.names('orgUnit')))
    const last = await search(api, 'kari.nilsen', 'elvestrand', { entityTypes: ['orgUnit'], from: 299 })
    expect(last.of('orgUnit')).toMatchObject({ hits: [], moreResultsAvailable: false })
  })

  test.for(['', '   ', '!?*', '<c0>', '"', "' & | !", 'a.b.c.d.e.f.g.h.i.j.k.l.m.n', 'ø'.repeat(200)])(
    'answers «%s» without an error',
    async (query) => {
      expect((await search(api, 'kari.nilsen', query)).hitsContainers).toHaveLength(3)
    },
  )

  test('marks that stand in a text itself are taken out', async () => {
    await aPost(liv(), { title: 'Bruk <c0> og </c0> i Kornmagasinet' })
    const found = await search(api, 'liv.dahl', 'kornmagasinet')
    expect(found.of('newsPost')?.hits[0]?.resource.displayName).toBe('Bruk  og  i <c0>Kornmagasinet</c0>')
  })

  test('is answered in a batch', async () => {
    const body = { requests: [{ entityTypes: ['user'], query: { queryString: 'kari nilsen' } }] }
    const headers = { 'Content-Type': 'application/json' }
    const batch = await api.as('sara.holm').post('/v1.0/$batch', {
      requests: [{ id: '1', method: 'POST', url: '/search/query', headers, body }],
    })
    const { responses } = (await batch.json()) as { responses: { status: number; body: unknown }[] }
    expect(responses[0]?.status).toBe(200)
    expect(SearchResponse.parse(responses[0]?.body).value[0]?.hitsContainers[0]?.total).toBeGreaterThan(0)
  })

  test.for([
    ['no request', { requests: [] }],
    ['six requests', { requests: Array.from({ length: 6 }, () => one({})) }],
    ['a type that is not there', { requests: [one({ entityTypes: ['deviation'] })] }],
    ['too long a query', { requests: [one({ query: { queryString: 'a'.repeat(201) } })] }],
    ['too large a page', { requests: [one({ size: 51 })] }],
  ] as const)('refuses %s', async ([, body]) => {
    const response = await api.as('kari.nilsen').post('/v1.0/search/query', body)
    expect(response.status).toBe(422)
  })

  test('an identity number is neither logged nor stored', async () => {
    const number = '01810112345'
    await search(api, 'kari.nilsen', number)
    await api.as('kari.nilsen').post('/v1.0/search/query', { requests: [one({ size: number })] })
    await api.as('kari.nilsen').post('/v1.0/searchMisses', { query: number })
    expect(JSON.stringify(api.logged)).not.toContain(number)
    const stored = await api.db.selectFrom('search_miss').select('query').execute()
    expect(stored.map(({ query }) => query)).not.toContain(number)
    const entries = await api.db.selectFrom('audit_entry').select('data').execute()
    expect(JSON.stringify(entries)).not.toContain(number)
  })
})

const one = (more: Record<string, unknown>) => ({
  entityTypes: ['user'],
  query: { queryString: 'kari' },
  ...more,
})

const organizationId = async (api: TestApi) =>
  (await api.db.selectFrom('organization').select('id').executeTakeFirstOrThrow()).id
