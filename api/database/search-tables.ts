import type { ColumnType } from 'kysely'
import type { Day } from './columns.ts'

/** A word in use that everybody may know, for «did you mean». */
export interface SearchWordTable {
  word: string
  /** As people without æøå write it. */
  folded: string
  /** How many names and texts have it. */
  occurrences: number
  /** The folded word with letters left out, for finding words near it. */
  left_out: string[]
}

/** One row: the log entry up to which the words are known. */
export interface SearchWordStateTable {
  id: ColumnType<boolean, never, never>
  audit_seq: number
}

/** What was searched for in vain on one day, by nobody knows whom. */
export interface SearchMissTable {
  query: string
  searched_on: Day
  count: number
}
