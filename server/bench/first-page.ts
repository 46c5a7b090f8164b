import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const dist = join(import.meta.dirname, '..', '..', 'dist')

interface Chunk {
  file: string
  imports?: string[]
  css?: string[]
}

/** What a signed-in employee's browser fetches for the front page: the entry, and what it loads on the way there. */
const parts = [
  'index.html',
  'src/app/start.tsx',
  'src/features/news/feed/feed-page.tsx',
  'node_modules/@azure/msal-browser/',
]

/**
 * Bytes of JavaScript and CSS for the first page, as sent with brotli; undefined when nothing is built.
 * @throws Error when the build does not have one of the parts any more.
 */
export function firstPageBytes(): { scripts: number; styles: number } | undefined {
  const path = join(dist, '.vite', 'manifest.json')
  if (!existsSync(path)) return undefined
  // Written by Vite, in this shape.
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, Chunk>
  const files = new Set<string>()
  const visited = new Set<string>()
  const visit = (key: string) => {
    const chunk = manifest[key]
    if (!chunk || visited.has(key)) return
    visited.add(key)
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file)
    chunk.imports?.forEach(visit)
  }
  for (const part of parts) {
    const keys = Object.keys(manifest).filter(
      (key) => key === part || (part.endsWith('/') && key.startsWith(part)),
    )
    if (keys.length === 0)
      throw new Error(`The build has no ${part}; first-page.ts needs to know what replaced it.`)
    keys.forEach(visit)
  }
  const bytes = (extension: string) =>
    [...files]
      .filter((file) => file.endsWith(extension))
      .reduce((sum, file) => sum + statSync(join(dist, `${file}.br`)).size, 0)
  return { scripts: bytes('.js'), styles: bytes('.css') }
}
