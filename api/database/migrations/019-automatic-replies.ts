import { sql, type Kysely } from 'kysely'

/** What is answered to those who write while somebody is away, with Graph's names and limits. */
export async function up(db: Kysely<unknown>) {
  await sql`alter table absence
    add column internal_reply text not null default '',
    add column external_reply text not null default '',
    add column external_audience text not null default 'none'
      check (external_audience in ('none', 'contactsOnly', 'all'))`.execute(db)
}
