// @vitest-environment node
import {
  BatchRequestContent,
  BatchResponseContent,
  Client,
  type Context,
  FileUpload,
  GraphError,
  LargeFileUploadTask,
  type Middleware,
  MiddlewareFactory,
  PageIterator,
} from '@microsoft/microsoft-graph-client'
import { expect, test } from 'vitest'
import { describeApi, type TestApi, testOrigin } from '#tests/call-api.ts'
import { demoPerson } from '#tests/tokens.ts'

/** Microsoft's own client, speaking to our API in process (graph.md §2). */
async function graphClient(api: TestApi, person: string): Promise<Client> {
  const token = await api.token(person)
  const chain = MiddlewareFactory.getDefaultMiddlewareChain({ getAccessToken: async () => token })
  const transport: Middleware = {
    async execute(context: Context) {
      const request = new Request(context.request, context.options)
      context.response = await api.signedOut.fetch(request.url, {
        method: request.method,
        headers: request.headers,
        ...(request.body ? { body: await request.arrayBuffer() } : {}),
      })
    },
  }
  chain[chain.length - 1] = transport
  const host = new URL(testOrigin).hostname
  return Client.initWithMiddleware({
    middleware: chain,
    baseUrl: `${testOrigin}/`,
    customHosts: new Set([host]),
  })
}

describeApi('Microsoft Graph client', (api) => {
  test('reads me, with a selection', async () => {
    const client = await graphClient(api, 'kari.nilsen')
    const me = await client.api('/me').select('displayName,mail').get()
    expect(me).toMatchObject({ id: demoPerson('kari.nilsen').id, displayName: 'Kari Nilsen' })
    expect(me).not.toHaveProperty('jobTitle')
  })

  test('counts and pages through all employees', async () => {
    const client = await graphClient(api, 'kari.nilsen')
    const first = await client.api('/users').select('id').top(400).count(true).get()
    const ids = new Set<string>()
    const iterator = new PageIterator(client, first, (user: { id: string }) => {
      ids.add(user.id)
      return true
    })
    await iterator.iterate()
    expect(ids.size).toBe(first['@odata.count'])
    // All but the one who is hidden whole.
    expect(ids.size).toBe(1299)
  })

  test('filters, sorts, searches and expands', async () => {
    const client = await graphClient(api, 'kari.nilsen')
    const found = await client
      .api('/users')
      .header('ConsistencyLevel', 'eventual')
      .filter("startsWith(surname,'Nilsen') and accountEnabled eq true")
      .orderby('givenName')
      .expand('manager($select=id,displayName)')
      .get()
    const kari = found.value.find((user: { displayName: string }) => user.displayName === 'Kari Nilsen')
    expect(kari.manager).toEqual({ id: demoPerson('ola.bakken').id, displayName: 'Ola Bakken' })
    const searched = await client.api('/users').search('"Kari Nil"').get()
    expect(searched.value.map((user: { displayName: string }) => user.displayName)).toContain('Kari Nilsen')
  })

  test('accepts the key in parentheses', async () => {
    const client = await graphClient(api, 'kari.nilsen')
    const { id } = demoPerson('ola.bakken')
    expect(await client.api(`/users('${id}')`).get()).toMatchObject({ displayName: 'Ola Bakken' })
  })

  test('gets the error code, request id and date of a 404', async () => {
    const client = await graphClient(api, 'kari.nilsen')
    const error: unknown = await client
      .api('/users/00000000-0000-4000-8000-000000000000')
      .get()
      .catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(GraphError)
    expect(error).toMatchObject({
      statusCode: 404,
      code: 'notFound',
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
  })

  test('creates, changes with a representation, and meets 412 on an old etag', async () => {
    const client = await graphClient(api, 'liv.dahl')
    const post = await client.api('/newsPosts').post({ title: 'Fra en annen klient' })
    const etag = post['@odata.etag']
    const changed = await client
      .api(`/newsPosts/${post.id}`)
      .headers({ 'If-Match': etag, Prefer: 'return=representation' })
      .patch({ lead: 'Kort' })
    expect(changed).toMatchObject({ title: 'Fra en annen klient', lead: 'Kort' })
    const stale = client.api(`/newsPosts/${post.id}`).header('If-Match', etag).patch({ lead: 'Sent' })
    await expect(stale).rejects.toMatchObject({ statusCode: 412, code: 'preconditionFailed' })
    await client.api(`/newsPosts/${post.id}`).delete()
    await expect(client.api(`/newsPosts/${post.id}`).get()).rejects.toMatchObject({ statusCode: 404 })
  })

  test('sends a batch with a dependency', async () => {
    const client = await graphClient(api, 'kari.nilsen')
    const content = new BatchRequestContent([
      { id: '1', request: new Request(`${testOrigin}/me?$select=displayName`) },
      { id: '2', request: new Request(`${testOrigin}/newsPosts?$top=1`), dependsOn: ['1'] },
    ])
    const answer = new BatchResponseContent(await client.api('/$batch').post(await content.getContent()))
    expect(await answer.getResponseById('1').json()).toMatchObject({ displayName: 'Kari Nilsen' })
    expect(answer.getResponseById('2').status).toBe(200)
  })

  test('uploads a large file in fragments', async () => {
    const client = await graphClient(api, 'kari.nilsen')
    const bytes = new TextEncoder().encode('Linje med tekst.\n'.repeat(60_000))
    const session = await LargeFileUploadTask.createUploadSession(client, '/files/createUploadSession', {
      item: { name: 'rapport.txt', fileSize: bytes.length },
    })
    const file = new FileUpload(bytes.buffer, 'rapport.txt', bytes.length)
    const task = new LargeFileUploadTask(client, file, session, { rangeSize: 320 * 1024 })
    const { responseBody } = await task.upload()
    const { id } = responseBody as { id: string }
    const stored = await api.as('kari.nilsen').get(`/v1.0/files/${id}/content`)
    expect(new Uint8Array(await stored.arrayBuffer())).toEqual(bytes)
  })
})
