import { sql, type Kysely } from 'kysely'
import type { Database } from '../database/schema.ts'
import { users } from '../users/resource.ts'
import type { Viewer } from '../viewer.ts'
import type { ReportCheck } from './contract.ts'

/** Most pairs of words looked up, whatever the length of the text. */
const maxCandidates = 500

interface Candidate {
  target: 'title' | 'description'
  start: number
  end: number
  name: string
}

/** Two to four words in a row that begin with a capital letter, and every shorter row in them. */
export function nameCandidates(target: Candidate['target'], text: string): Candidate[] {
  const words = [...text.matchAll(/\p{Lu}[\p{L}'’-]+/gu)]
  return words.flatMap((first, i) =>
    [1, 2, 3].flatMap((more) => {
      const last = words[i + more]
      if (!last) return []
      const end = last.index + last[0].length
      const name = text.slice(first.index, end)
      return /^\S+( \S+)+$/.test(name) && name.split(' ').length === more + 1
        ? [{ target, start: first.index, end, name }]
        : []
    }),
  )
}

/** Names of colleagues in a report, to write a role instead of (features.md Q36). Only of those one may see. */
export async function findNames(
  db: Kysely<Database>,
  viewer: Viewer,
  { title = '', description = '' }: { title?: string; description?: string },
): Promise<ReportCheck['names']> {
  const candidates = [...nameCandidates('title', title), ...nameCandidates('description', description)].slice(
    0,
    maxCandidates,
  )
  if (candidates.length === 0) return []
  const names = [...new Set(candidates.map(({ name }) => name))]
  const { rows } = await sql<{ name: string; job_title: string | null }>`
    select "user".display_name as name, min("user".job_title) as job_title from ${users.from(viewer)}
    where "user".display_name = any(${names}::text[]) and ${users.visible(viewer)}
    group by "user".display_name`.execute(db)
  const known = new Map(rows.map(({ name, job_title }) => [name, job_title]))
  return candidates
    .filter(({ name }) => known.has(name))
    .map(({ target, start, end, name }) => ({ target, start, end, jobTitle: known.get(name) ?? null }))
}
