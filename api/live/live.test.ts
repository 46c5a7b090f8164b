// @vitest-environment node
import { expect, test } from 'vitest'
import { describeApi, type TestApi } from '#tests/call-api.ts'
import { demoUnitId } from '#tests/rights/units.ts'

interface StreamEvent {
  id: number
  event: string
  data: string
}

/** Reads events of an open stream until `count` have come, or half a second is quiet. */
async function readEvents(response: Response, count: number): Promise<StreamEvent[]> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (!reader) throw new Error('The stream has no body.')
  let text = ''
  const events = () => [...text.matchAll(/event: (.*)\n(?:data: (.*)\n)?(?:id: (\d+)\n)?/g)]
  while (events().length < count) {
    const quiet = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), 500))
    const chunk = await Promise.race([reader.read(), quiet])
    if (!chunk?.value) break
    text += chunk.value
  }
  await reader.cancel()
  return text
    .split('\n\n')
    .filter((block) => block.includes('event:'))
    .map((block) => {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? ''
      return { id: Number(field('id')), event: field('event'), data: field('data') }
    })
}

async function publish(api: TestApi, unitName: string | undefined): Promise<string> {
  const orgUnitIds = unitName === undefined ? [] : [await demoUnitId(api.db, unitName)]
  const editor = api.as('liv.dahl')
  const created = await editor.post('/v1.0/newsPosts', {
    title: 'Nytt',
    lead: 'Kort sagt',
    audience: { everyone: unitName === undefined, orgUnitIds, roles: [] },
  })
  const { id } = (await created.json()) as { id: string }
  expect((await editor.post(`/v1.0/newsPosts/${id}/publish`)).status).toBe(200)
  return id
}

describeApi('GET /v1.0/live', (api) => {
  test('tells those a post reaches, and nobody else', async () => {
    const kari = await api.as('kari.nilsen').get('/v1.0/live')
    const sara = await api.as('sara.holm').get('/v1.0/live')
    expect(kari.headers.get('content-type')).toContain('text/event-stream')
    const [heard, unheard, id] = await Promise.all([
      readEvents(kari, 2),
      readEvents(sara, 2),
      new Promise<string>((resolve) => setTimeout(() => resolve(publish(api, 'Elvestrand sykehjem')), 100)),
    ])
    expect(heard.map(({ event }) => event)).toEqual(['ready', 'newsPost.published'])
    expect(JSON.parse(heard[1]?.data ?? '')).toEqual({ topic: 'newsPost.published', resourceId: id })
    expect(unheard.map(({ event }) => event)).toEqual(['ready'])
  })

  test('catches up after a break, with what reaches the person only', async () => {
    const first = await publish(api, undefined)
    const [ready] = await readEvents(await api.as('kari.nilsen').get('/v1.0/live'), 1)
    const missed = await publish(api, 'Elvestrand sykehjem')
    await publish(api, 'Bjørkåsen skole')
    const again = await api.as('kari.nilsen').get('/v1.0/live', { 'last-event-id': String(ready?.id) })
    const events = (await readEvents(again, 3)).filter(({ event }) => event !== 'ready')
    expect(events.map(({ data }) => (JSON.parse(data) as { resourceId: string }).resourceId)).toEqual([
      missed,
    ])
    expect(events.every(({ id }) => id > (ready?.id ?? 0))).toBe(true)
    expect(first).not.toBe(missed)
  })

  test('tells those a post no longer reaches that it has changed', async () => {
    const id = await publish(api, 'Elvestrand sykehjem')
    const [ready] = await readEvents(await api.as('kari.nilsen').get('/v1.0/live'), 1)
    const school = await demoUnitId(api.db, 'Bjørkåsen skole')
    const change = { audience: { everyone: false, orgUnitIds: [school], roles: [] } }
    const changed = await api.as('liv.dahl').patch(`/v1.0/newsPosts/${id}`, change, { 'if-match': '*' })
    expect(changed.status).toBe(204)
    const again = await api.as('kari.nilsen').get('/v1.0/live', { 'last-event-id': String(ready?.id) })
    expect((await readEvents(again, 2)).map(({ event }) => event)).toEqual(['ready', 'newsPost.changed'])
    expect((await api.as('kari.nilsen').get(`/v1.0/newsPosts/${id}`)).status).toBe(404)
  })

  test.for(['abc', '-1', '1e99', ''])('takes the hostile position %j as none', async (position) => {
    const response = await api.as('kari.nilsen').get('/v1.0/live', { 'last-event-id': position })
    expect((await readEvents(response, 1)).map(({ event }) => event)).toEqual(['ready'])
  })

  test('lets a person open twenty streams, and says when to try again after that', async () => {
    const open = await Promise.all(Array.from({ length: 20 }, () => api.as('kari.nilsen').get('/v1.0/live')))
    expect(open.map(({ status }) => status)).toEqual(open.map(() => 200))
    const oneMore = await api.as('kari.nilsen').get('/v1.0/live')
    expect([oneMore.status, oneMore.headers.get('retry-after')]).toEqual([429, '60'])
    expect((await readEvents(await api.as('ola.bakken').get('/v1.0/live'), 1)).length).toBe(1)
    for (const stream of open) await stream.body?.cancel()
  })

  test('refuses the signed out', async () => {
    expect((await api.signedOut.get('/v1.0/live')).status).toBe(401)
  })
})
