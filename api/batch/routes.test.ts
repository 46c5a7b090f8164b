// @vitest-environment node
import { expect, test } from 'vitest'
import { describeApi } from '#tests/call-api.ts'

interface Item {
  id: string
  status: number
  headers: Record<string, string>
  body?: unknown
}

describeApi('POST /v1.0/$batch', (api) => {
  const send = async (requests: unknown[], person = 'kari.nilsen') => {
    const response = await api.as(person).post('/v1.0/$batch', { requests })
    const { responses } = (await response.json()) as { responses?: Item[] }
    return { status: response.status, responses: responses ?? [] }
  }

  test('answers in the order asked, with canonical header names', async () => {
    const { responses } = await send([
      { id: 'b', method: 'GET', url: '/me' },
      { id: 'a', method: 'GET', url: 'users?$top=1' },
      { id: 'c', method: 'GET', url: '/v1.0/orgUnits/$count' },
    ])
    expect(responses.map(({ id, status }) => [id, status])).toEqual([
      ['b', 200],
      ['a', 200],
      ['c', 200],
    ])
    expect(responses[0]?.headers['Content-Type']).toContain('application/json')
    expect(responses[2]?.body).toMatch(/^\d+$/)
  })

  test('leaves the body of a 204 out', async () => {
    const feed = await api.as('kari.nilsen').get('/v1.0/newsPosts?$top=1&$select=id')
    const [post] = ((await feed.json()) as { value: { id: string }[] }).value
    const { responses } = await send([{ id: '1', method: 'POST', url: `/newsPosts/${post?.id}/markRead` }])
    expect(responses[0]).toMatchObject({ status: 204 })
    expect(responses[0]).not.toHaveProperty('body')
  })

  test('fails what depends on a failure, with 424', async () => {
    const { responses } = await send([
      { id: '1', method: 'GET', url: '/users/nobody' },
      { id: '2', method: 'GET', url: '/me', dependsOn: ['1'] },
      { id: '3', method: 'GET', url: '/me', dependsOn: ['2'] },
    ])
    expect(responses.map(({ status }) => status)).toEqual([404, 424, 424])
  })

  test('asks as the outer caller, whatever an item’s headers say', async () => {
    const authorization = `Bearer ${await api.token('liv.dahl')}`
    const { responses } = await send([{ id: '1', method: 'GET', url: '/me', headers: { authorization } }])
    expect(responses[0]?.body).toMatchObject({ displayName: 'Kari Nilsen' })
  })

  test.for([
    [
      '21 requests',
      Array.from({ length: 21 }, (_, i) => ({ id: String(i), method: 'GET', url: '/me' })),
      400,
    ],
    [
      'an id used twice',
      [
        { id: 'x', method: 'GET', url: '/me' },
        { id: 'X', method: 'GET', url: '/me' },
      ],
      400,
    ],
    ['a dependency on itself', [{ id: '1', method: 'GET', url: '/me', dependsOn: ['1'] }], 400],
    ['a body without its type', [{ id: '1', method: 'POST', url: '/newsPosts', body: {} }], 400],
    ['no url', [{ id: '1', method: 'GET' }], 422],
    ['another method', [{ id: '1', method: 'TRACE', url: '/me' }], 422],
  ] as const)('refuses %s as a whole', async ([, requests, expected]) => {
    expect((await send([...requests])).status).toBe(expected)
  })

  test.for([
    '/$batch',
    '/%24batch',
    'https://example.org/',
    '//example.org/me',
    '/../oidc/token',
    '/live',
    '/live/',
    '/%6cive',
    '/microsoft.graph.live',
    '/$bat%63h',
    '/files/uploadSessions/x',
    '\\\\example.org',
  ])('refuses the item %s alone', async (url) => {
    const { status, responses } = await send([
      { id: '1', method: 'GET', url },
      { id: '2', method: 'GET', url: '/me' },
    ])
    expect(status).toBe(200)
    expect(responses.map((item) => item.status)).toEqual([expect.any(Number), 200])
    expect(responses[0]?.status).toBe(400)
  })

  test('hands small files on and refuses large ones, which are asked for alone', async () => {
    const upload = async (size: number) => {
      const editor = api.as('liv.dahl')
      const item = { name: 'a.txt', fileSize: size }
      const opened = await editor.post('/v1.0/files/createUploadSession', { item })
      const { uploadUrl } = (await opened.json()) as { uploadUrl: string }
      const stored = await api.signedOut.put(uploadUrl, 'x'.repeat(size), {
        'content-range': `bytes 0-${size - 1}/${size}`,
      })
      return ((await stored.json()) as { id: string }).id
    }
    const ids = [await upload(3000), await upload(1024 * 1024 + 1)]
    const { responses } = await send(
      ids.map((id, i) => ({ id: String(i), method: 'GET', url: `/files/${id}/content` })),
      'liv.dahl',
    )
    expect(responses.map(({ status }) => status)).toEqual([200, 413])
    expect(responses[0]?.body).toBe('x'.repeat(3000))
    expect(responses[1]?.body).toMatchObject({ error: { code: 'contentTooLarge' } })
  })

  test('refuses the signed out', async () => {
    expect((await api.signedOut.post('/v1.0/$batch', { requests: [] })).status).toBe(401)
  })
})

describeApi(
  'Rate limit',
  (api) => {
    test('counts every item of a batch, and says when to come back', async () => {
      const requests = Array.from({ length: 8 }, (_, i) => ({ id: String(i), method: 'GET', url: '/me' }))
      const response = await api.as('kari.nilsen').post('/v1.0/$batch', { requests })
      const { responses } = (await response.json()) as { responses: Item[] }
      expect(responses.filter(({ status }) => status === 200)).toHaveLength(4)
      const throttled = responses.find(({ status }) => status === 429)
      expect(throttled?.headers['Retry-After']).toMatch(/^[1-9]\d*$/)
      expect(throttled?.body).toMatchObject({ error: { code: 'tooManyRequests' } })
    })

    test('holds for each person alone, and passes with time', async () => {
      const statuses = async (person: string, times: number) => {
        const all: number[] = []
        for (let i = 0; i < times; i++) all.push((await api.as(person).get('/v1.0/me?$select=id')).status)
        return all
      }
      expect(await statuses('kari.nilsen', 6)).toEqual([200, 200, 200, 200, 200, 429])
      expect(await statuses('ola.bakken', 1)).toEqual([200])
      api.clock.advance({ seconds: 1 })
      expect(await statuses('kari.nilsen', 2)).toEqual([200, 429])
    })
  },
  { rateLimit: { burst: 5, perSecond: 1 } },
)
