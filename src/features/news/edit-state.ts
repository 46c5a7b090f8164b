import type { ImportedNewsPost } from '#api/news-posts/contract.ts'

/** What the editor is told by the page that opened it, kept with the entry in the browser's history. */
export interface EditState {
  /** What of an e-mail could not come along. */
  importNotes?: ImportedNewsPost['importNotes']
  /** An earlier version whose text is to be written on. */
  restoreVersion?: number
}
