import { sql, type Kysely } from 'kysely'

/** Screens on walls, each of a unit, which show news without anybody signing in (features.md N14). */
export async function up(db: Kysely<unknown>) {
  await sql`create table info_screen (
    id uuid primary key default uuidv7(),
    name text not null,
    org_unit_id uuid not null references org_unit on delete cascade,
    secret_hash bytea not null unique,
    created_by_id uuid references "user",
    created_at timestamptz not null
  )`.execute(db)
  await sql`create index info_screen_org_unit on info_screen (org_unit_id)`.execute(db)
  // Every screen asks every minute, and few posts are for screens.
  await sql`create index news_post_on_screens on news_post (published_at desc, id desc)
    where state = 'published' and show_on_screens`.execute(db)
}
