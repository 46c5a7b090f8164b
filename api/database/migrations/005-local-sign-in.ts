import { sql, type Kysely } from 'kysely'

/** What the local OpenID provider must remember across restarts (design.md §2). */
export async function up(db: Kysely<unknown>) {
  await sql`create table oidc_payload (
    model text not null,
    id text not null,
    payload jsonb not null,
    expires_at timestamptz,
    consumed_at timestamptz,
    grant_id text,
    uid text,
    user_code text,
    primary key (model, id)
  )`.execute(db)
  await sql`create index oidc_payload_grant on oidc_payload (grant_id)`.execute(db)
  await sql`create index oidc_payload_uid on oidc_payload (uid)`.execute(db)
  await sql`create index oidc_payload_expiry on oidc_payload (expires_at)`.execute(db)
  await sql`create table signing_key (
    name text primary key,
    value jsonb not null
  )`.execute(db)
}
