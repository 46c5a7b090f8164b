import { brotliCompressSync } from 'node:zlib'
import { etagOf, type StaticFiles } from './static-files.ts'

/**
 * The same files, with what signing in needs written into the page of the app, so that it begins without asking for it
 * first. A block of JSON is data, which the browser does not run: the policy of the page stays as strict as it is.
 */
export function withSignInConfig(files: StaticFiles, config: object): StaticFiles {
  const page = files.get('/index.html')
  if (!page) return files
  // No setting can end the block: JSON may write `<` as an escape anywhere it occurs.
  const json = JSON.stringify(config).replaceAll('<', '\\u003c')
  const block = `<script type="application/json" id="sign-in-config">${json}</script>`
  const html = page.content.toString().replace('</head>', (end) => `${block}\n  ${end}`)
  const content = Buffer.from(html)
  const rendered = { ...page, content, brotli: brotliCompressSync(content), etag: etagOf(content) }
  return new Map([...files, ['/index.html', rendered]])
}
