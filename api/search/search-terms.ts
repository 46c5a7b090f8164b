import { sql, type Kysely } from 'kysely'
import type { Database } from '../database/schema.ts'
import type { SearchNode } from '../odata/ast.ts'
import { limits } from '../odata/limits.ts'

/** Words of a search that count; more cannot make it better. */
const maxWords = 10

/** A search as the sources take it. */
export interface SearchTerms {
  /** As it was typed, without blanks at the ends. */
  text: string
  /** What is looked for, in small letters: runs of letters and digits. */
  words: readonly string[]
  /** The Norwegian stem of each word: «rutinene» is found in «rutine». */
  stems: readonly string[]
  /** The same as `$search` would have it: every word must be there, the beginning of one is enough. */
  node: SearchNode
}

/** Runs of letters and digits, in small letters. */
export const wordsIn = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** Reads a search. @returns undefined when there is no word in it. */
export async function readTerms(db: Kysely<Database>, text: string): Promise<SearchTerms | undefined> {
  const clauses = clausesIn(text)
  const words = clauses.flatMap(wordsIn)
  if (words.length === 0) return undefined
  const { rows } = await sql<{ stem: string | null }>`
    select (ts_lexize('norwegian_stem', word))[1] as stem
    from unnest(${words}::text[]) with ordinality as typed (word, place) order by place`.execute(db)
  return {
    text: text.trim(),
    words,
    stems: words.map((word, index) => rows[index]?.stem ?? word),
    node: { kind: 'and', operands: clauses.map((clause): SearchNode => ({ kind: 'term', text: clause })) },
  }
}

/** «26/123» and «kari@elvestrand.no» stay whole: the index may hold them so. */
function clausesIn(text: string): string[] {
  const clauses: string[] = []
  let words = 0
  for (const [clause] of text.normalize('NFC').matchAll(/[\p{L}\p{N}][^\s"\\]*/gu)) {
    const own = wordsIn(clause)
    words += own.length
    if (words > maxWords) break
    if (own.every((word) => word.length <= limits.searchWord)) clauses.push(clause)
  }
  return clauses
}
