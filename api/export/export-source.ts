import type { RawBuilder } from 'kysely'

/** What one area has about a person. Each area has its own, and `export-sources.ts` names them all. */
export interface ExportSource {
  /** The member of the file it becomes, a list. */
  name: string
  /** Columns that hold the person, `table.column`: a test looks that each is here, or has a reason not to be. */
  covers: readonly string[]
  /**
   * Rows about a person, as SQL: `key`, a text that tells them apart and orders them, and `row`, the JSON that is sent.
   * Nothing that only others may know, and of others no more than what the person sees anyway.
   */
  rows(userId: string): RawBuilder<unknown>
}
