// @vitest-environment node
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { trackResponses } from './drain.ts'

let answer: ((response: ServerResponse) => void) | undefined
const server = createServer((request, response) => {
  if (request.url === '/live') response.setHeader('Content-Type', 'text/event-stream').write(': here\n\n')
  else answer?.(response)
})
const responses = trackResponses(server)

afterEach(() => {
  server.closeAllConnections()
})

async function listen() {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}

test('draining ends streams of events at once and lets a request finish', async () => {
  const origin = await listen()
  const live = await fetch(`${origin}/live`)
  const received = new Promise<ServerResponse>((resolve) => (answer = resolve))
  const slow = fetch(`${origin}/slow`)
  const response = await received
  let isDrained = false
  const drained = responses.drain(60_000).then(() => (isDrained = true))
  await expect(live.text()).rejects.toThrow('terminated')
  await expect(fetch(`${origin}/late`)).rejects.toThrow('fetch failed')
  expect(isDrained).toBe(false)
  response.end('done')
  expect(await (await slow).text()).toBe('done')
  await drained
})

test('a request that does not finish is cut off when the time is up', async () => {
  const origin = await listen()
  const received = new Promise((resolve) => (answer = resolve))
  const stuck = fetch(`${origin}/stuck`)
  // The refusal is looked at below, after the drain that causes it.
  stuck.catch(() => undefined)
  await received
  await responses.drain(100)
  await expect(stuck).rejects.toThrow('fetch failed')
})
