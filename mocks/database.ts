import { PGlite, types, type PGliteOptions } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { Kysely, PGliteDialect } from 'kysely'
import type { Database } from '#api/database/schema.ts'
import type { Deps } from '#api/deps.ts'

/** A PGlite with the query builder over it and what the API needs to hear from it. */
export interface LiteDatabase {
  pglite: PGlite
  db: Kysely<Database>
  listen: Deps['listen']
}

/**
 * Opens PostgreSQL in WebAssembly, in memory, the same way for browser, tests and tools.
 * @param dataDirectory what `pglite.dumpDataDir()` gave; without it the database is empty.
 */
export async function openLiteDatabase(dataDirectory?: Blob): Promise<LiteDatabase> {
  const options = {
    extensions: { pg_trgm },
    // A calendar day has no zone: as text it is the same day everywhere, and the same as on the server.
    parsers: { [types.DATE]: (day: string) => day },
    ...(dataDirectory && { loadDataDir: dataDirectory }),
  } satisfies PGliteOptions
  const pglite = await PGlite.create(options)
  return {
    pglite,
    db: new Kysely<Database>({ dialect: new PGliteDialect({ pglite }) }),
    listen: async (channel, onPayload) => {
      const stop = await pglite.listen(channel, onPayload)
      return () => stop()
    },
  }
}
