// @vitest-environment node
import { once } from 'node:events'
import { createServer } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { Undeliverable } from '#api/outgoing/outlets.ts'
import { teamsForm } from '#api/outgoing/teams-form.ts'
import { openTeams } from './teams.ts'

const post = teamsForm({
  title: 'Ny vaktliste',
  text: 'Kort',
  link: 'Les',
  url: 'https://tunet.example/news/1',
})

/** A webhook that answers `status` to everything. */
async function webhook(status: number) {
  const received: unknown[] = []
  const server = createServer((request, response) => {
    void (async () => {
      let body = ''
      for await (const chunk of request) body += String(chunk)
      received.push([request.method, request.headers['content-type'], JSON.parse(body)])
      response.writeHead(status, { location: 'http://169.254.169.254/' }).end()
    })()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  return { received, send: openTeams(`http://127.0.0.1:${port}/hook`) }
}

test('a post is handed to the webhook as JSON', async () => {
  const { received, send } = await webhook(202)
  await send(post)
  expect(received).toEqual([['POST', 'application/json', post]])
})

test.for([
  [400, true],
  [413, true],
  [404, false],
  [429, false],
  [500, false],
  [302, false],
] as const)('an answer of %i is an error, final: %s, and nothing is followed', async ([status, isFinal]) => {
  const { received, send } = await webhook(status)
  const error = await send(post).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(Error)
  expect(error instanceof Undeliverable).toBe(isFinal)
  expect(received).toHaveLength(1)
})
