// @vitest-environment node
import { expect, test } from 'vitest'
import { describeApi, type TestApi } from '#tests/call-api.ts'
import { aComment } from '#tests/comments.ts'
import { demoUnitId } from '#tests/rights/units.ts'

interface StreamEvent {
  id: number
  event: string
  data: string
}

/** Reads the events of an open stream, one by one. */
function eventsOf(response: Response) {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (!reader) throw new Error('The stream has no body.')
  let text = ''
  let pending: ReturnType<typeof reader.read> | undefined
  /** The next event, or undefined when none comes within so many milliseconds. */
  const next = async (patience = 10_000): Promise<StreamEvent | undefined> => {
    const deadline = Date.now() + patience
    for (;;) {
      const end = text.indexOf('\n\n')
      if (end >= 0) {
        const block = text.slice(0, end)
        text = text.slice(end + 2)
        if (!block.includes('event:')) continue
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? ''
        return { id: Number(field('id')), event: field('event'), data: field('data') }
      }
      const late = new Promise<'late'>((resolve) =>
        setTimeout(() => resolve('late'), Math.max(0, deadline - Date.now())),
      )
      pending ??= reader.read()
      const chunk = await Promise.race([pending, late])
      if (chunk === 'late') return undefined
      pending = undefined
      if (chunk.done) return undefined
      text += chunk.value
    }
  }
  return { next, close: () => reader.cancel() }
}

/** Milliseconds of silence that mean nothing will come. */
const silence = 300

/** Reads so many events, or what there is, and closes the stream. */
async function readEvents(response: Response, count: number): Promise<StreamEvent[]> {
  const { next, close } = eventsOf(response)
  const events: StreamEvent[] = []
  while (events.length < count) {
    const event = await next()
    if (!event) break
    events.push(event)
  }
  await close()
  return events
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
    const answer = await api.as('kari.nilsen').get('/v1.0/live')
    expect(answer.headers.get('content-type')).toContain('text/event-stream')
    const kari = eventsOf(answer)
    const sara = eventsOf(await api.as('sara.holm').get('/v1.0/live'))
    expect([(await kari.next())?.event, (await sara.next())?.event]).toEqual(['ready', 'ready'])
    const id = await publish(api, 'Elvestrand sykehjem')
    const heard = await kari.next()
    expect(heard?.event).toBe('newsPost.published')
    expect(JSON.parse(heard?.data ?? '')).toEqual({ topic: 'newsPost.published', resourceId: id })
    expect(await sara.next(silence)).toBeUndefined()
    await Promise.all([kari.close(), sara.close()])
  })

  test('tells communications what is said below a post that does not reach them, and nobody else', async () => {
    const id = await publish(api, 'Elvestrand sykehjem')
    const liv = eventsOf(await api.as('liv.dahl').get('/v1.0/live'))
    const sara = eventsOf(await api.as('sara.holm').get('/v1.0/live'))
    expect([(await liv.next())?.event, (await sara.next())?.event]).toEqual(['ready', 'ready'])
    await aComment(api.as('kari.nilsen'), id)
    const heard = await liv.next()
    expect(JSON.parse(heard?.data ?? '')).toEqual({ topic: 'comment.created', resourceId: id })
    expect(await sara.next(silence)).toBeUndefined()
    await Promise.all([liv.close(), sara.close()])
  })

  test('catches up after a break, with what reaches the person only', async () => {
    const first = await publish(api, undefined)
    const [ready] = await readEvents(await api.as('kari.nilsen').get('/v1.0/live'), 1)
    const missed = await publish(api, 'Elvestrand sykehjem')
    await publish(api, 'Bjørkåsen skole')
    const again = await api.as('kari.nilsen').get('/v1.0/live', { 'last-event-id': String(ready?.id) })
    const events = eventsOf(again)
    expect((await events.next())?.event).toBe('ready')
    const caughtUp = await events.next()
    expect(JSON.parse(caughtUp?.data ?? '')).toMatchObject({ resourceId: missed })
    expect(caughtUp?.id).toBeGreaterThan(ready?.id ?? 0)
    expect(await events.next(silence)).toBeUndefined()
    await events.close()
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
