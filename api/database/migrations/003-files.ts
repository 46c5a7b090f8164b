import { sql, type Kysely } from 'kysely'

/** Files and unfinished uploads. The bytes live in the database: see docs/decisions/004. */
export async function up(db: Kysely<unknown>) {
  await sql`create table file (
    id uuid primary key default gen_random_uuid(),
    name text not null,
    media_type text not null,
    size bigint not null,
    sha256 bytea not null,
    width int,
    height int,
    created_by_id uuid not null references "user",
    created_at timestamptz not null
  )`.execute(db)
  await sql`create index file_created_by on file (created_by_id, created_at)`.execute(db)
  await sql`create table file_chunk (
    owner_id uuid not null,
    position bigint not null,
    bytes bytea not null,
    primary key (owner_id, position)
  )`.execute(db)
  // Already compressed formats: skip TOAST compression, so that a range is read without unpacking the chunk.
  await sql`alter table file_chunk alter column bytes set storage external`.execute(db)
  await sql`create table upload_session (
    id uuid primary key default gen_random_uuid(),
    secret_hash bytea not null unique,
    user_id uuid not null references "user" on delete cascade,
    name text not null,
    size bigint not null,
    received bigint not null default 0,
    expires_at timestamptz not null
  )`.execute(db)
  await sql`create index upload_session_expiry on upload_session (expires_at)`.execute(db)
  await sql`create index upload_session_user on upload_session (user_id)`.execute(db)
}
