import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Viewer } from '../viewer.ts'
import { fileHolders } from './holders.ts'

/** Whether anything holds the file; SQL over the row `file`. */
export const isAttached: RawBuilder<SqlBool> = sql`(${sql.join(
  fileHolders.map((holder) => holder.holds),
  sql` or `,
)})`

/**
 * Whether the viewer may read a file; SQL over the row `file`. A file is seen by whoever may see a thing that
 * holds it, and before anything does, by the person who uploaded it.
 */
export const fileVisibleTo = (viewer: Viewer): RawBuilder<SqlBool> =>
  sql`(${sql.join(
    [
      sql`(file.created_by_id = ${viewer.id}::uuid and not ${isAttached})`,
      ...fileHolders.map((holder) => holder.holdsVisibly(viewer)),
    ],
    sql` or `,
  )})`

/** Whether the viewer may remove a file: only one's own. */
export const canDeleteFile = (viewer: Viewer, file: { created_by_id: string }): boolean =>
  file.created_by_id === viewer.id
