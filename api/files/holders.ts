import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { attachedToVisibleDeviation } from '../deviations/policy.ts'
import { attachedToVisibleNewsPost } from '../news-posts/policy.ts'
import type { Viewer } from '../viewer.ts'

/** A kind of thing files are attached to. Its expressions are over the row `file`. */
export interface FileHolder {
  /** Whether any such thing holds the file. */
  holds: RawBuilder<SqlBool>
  /** Whether one that the viewer may see holds it. */
  holdsVisibly(viewer: Viewer): RawBuilder<SqlBool>
}

/** Every kind. A resource with attachments adds itself here, and its files follow its own rule of access. */
export const fileHolders: readonly FileHolder[] = [
  {
    holds: sql`(exists (select from news_post_attachment held where held.file_id = file.id)
      or exists (select from news_post covered where covered.cover_file_id = file.id)
      or exists (select from news_post_version_file kept where kept.file_id = file.id))`,
    holdsVisibly: attachedToVisibleNewsPost,
  },
  {
    holds: sql`exists (select from deviation_attachment held where held.file_id = file.id)`,
    holdsVisibly: attachedToVisibleDeviation,
  },
]
