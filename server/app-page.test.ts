// @vitest-environment node
import { brotliDecompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { withSignInConfig } from './app-page.ts'
import type { StaticFile } from './static-files.ts'

const built: StaticFile = {
  type: 'text/html; charset=utf-8',
  content: Buffer.from('<html><head><title>Tunet</title></head><body></body></html>'),
  brotli: undefined,
  etag: '"built"',
  cacheControl: 'no-cache',
}

const render = (config: object) =>
  withSignInConfig(new Map([['/index.html', built]]), config).get('/index.html')

test('no setting can end the block it is written in, or be taken for a pattern', () => {
  const config = { clientId: '</script><script>alert(1)</script><!--', authority: "$& $1 $` $'" }
  const html = render(config)?.content.toString() ?? ''
  expect(html.match(/<\/?script/g)).toHaveLength(2)
  expect(html).not.toContain('<!--')
  const [, data = ''] = /id="sign-in-config">(.*)<\/script>\n {2}<\/head>/.exec(html) ?? []
  expect(JSON.parse(data)).toEqual(config)
})

test('the compressed page is the plain one, under an etag of its own', () => {
  const page = render({ clientId: 'æøå' })
  expect(brotliDecompressSync(page?.brotli ?? '').toString()).toBe(page?.content.toString())
  expect(page?.etag).not.toBe(built.etag)
  expect(page?.etag).not.toBe(render({ clientId: 'other' })?.etag)
  expect(page).toMatchObject({ type: built.type, cacheControl: built.cacheControl })
})

test('without a built app there is nothing to write into', () => {
  expect(withSignInConfig(new Map(), {}).size).toBe(0)
})
