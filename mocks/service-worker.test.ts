import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'

const origin = 'https://tunet.test'

/** Loads public/mock-service-worker.js as a browser would, and says which addresses MSW hears of. */
function askedAbout(addresses: string[]): string[] {
  type Listener = (event: { request: { url: string }; stopImmediatePropagation: () => void }) => void
  const listeners: Listener[] = []
  const reached: string[] = []
  runInNewContext(readFileSync('public/mock-service-worker.js', 'utf8'), {
    URL,
    location: { origin },
    addEventListener: (_: 'fetch', listener: Listener) => listeners.push(listener),
    importScripts: () => listeners.push(({ request }) => reached.push(request.url)),
  })
  for (const url of addresses) {
    let isStopped = false
    const stopImmediatePropagation = () => {
      isStopped = true
    }
    for (const listener of listeners) {
      if (!isStopped) listener({ request: { url }, stopImmediatePropagation })
    }
  }
  return reached
}

test('no page is asked about a file, a page or another origin: it may be gone before it answers', () => {
  const files = ['/', '/news/new', '/redirect.html', '/demo-database.tar.gz', '/assets/pglite-a1.wasm']
  expect(askedAbout(files.map((path) => origin + path))).toEqual([])
  expect(askedAbout(['https://elsewhere.test/v1.0/me', `${origin}/assets/v1.0/me`])).toEqual([])
})

test('what the mocks answer reaches them', () => {
  const mocked = ['/config.json', '/mock-oidc/token?client-request-id=1', '/v1.0/me', '/v1.0/$batch'].map(
    (path) => origin + path,
  )
  expect(askedAbout(mocked)).toEqual(mocked)
})
