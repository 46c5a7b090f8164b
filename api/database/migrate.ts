import type { Kysely } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import type { Database } from './schema.ts'
import * as directory from './migrations/001-directory.ts'
import * as auditAndLive from './migrations/002-audit-and-live.ts'
import * as files from './migrations/003-files.ts'
import * as newsPost from './migrations/004-news-post.ts'
import * as localSignIn from './migrations/005-local-sign-in.ts'
import * as newsPostLife from './migrations/006-news-post-life.ts'
import * as comments from './migrations/007-comments.ts'
import * as outgoing from './migrations/008-outgoing.ts'
import * as infoScreens from './migrations/009-info-screens.ts'
import * as newsVersionFiles from './migrations/010-news-version-files.ts'
import * as newsIndexes from './migrations/011-news-indexes.ts'
import * as people from './migrations/012-people.ts'
import * as directorySearch from './migrations/013-directory-search.ts'
import * as absences from './migrations/014-absences.ts'
import * as tasks from './migrations/015-tasks-and-notifications.ts'
import * as search from './migrations/016-search.ts'
import * as directorySync from './migrations/017-directory-sync.ts'
import * as directoryVariants from './migrations/018-directory-variants.ts'
import * as automaticReplies from './migrations/019-automatic-replies.ts'
import * as deviations from './migrations/021-deviations.ts'
import * as deviationNumbers from './migrations/022-deviation-numbers.ts'

/** In order of name. A migration that has run anywhere is never edited; add the next number. */
const migrations: Record<string, Migration> = {
  '001-directory': directory,
  '002-audit-and-live': auditAndLive,
  '003-files': files,
  '004-news-post': newsPost,
  '005-local-sign-in': localSignIn,
  '006-news-post-life': newsPostLife,
  '007-comments': comments,
  '008-outgoing': outgoing,
  '009-info-screens': infoScreens,
  '010-news-version-files': newsVersionFiles,
  '011-news-indexes': newsIndexes,
  '012-people': people,
  '013-directory-search': directorySearch,
  '014-absences': absences,
  '015-tasks-and-notifications': tasks,
  '016-search': search,
  '017-directory-sync': directorySync,
  '018-directory-variants': directoryVariants,
  '019-automatic-replies': automaticReplies,
  '021-deviations': deviations,
  '022-deviation-numbers': deviationNumbers,
}

/**
 * Brings the database to the newest schema. Safe to call from several processes at once: Kysely takes a lock.
 * @returns the names of the migrations that ran now.
 * @throws the database's own error; a failed migration leaves nothing behind.
 */
export async function migrateToLatest(db: Kysely<Database>): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error, results } = await migrator.migrateToLatest()
  if (error) throw error
  return (results ?? []).map((result) => result.migrationName)
}
