import { sql, type Kysely } from 'kysely'

/** The chained audit log (graph.md §6.9) and the events open pages are told about. */
export async function up(db: Kysely<unknown>) {
  await sql`create table audit_head (
    id boolean primary key default true check (id),
    seq bigint not null,
    hash bytea not null
  )`.execute(db)
  await sql`insert into audit_head (seq, hash) values (0, decode(repeat('00', 32), 'hex'))`.execute(db)
  await sql`create table audit_entry (
    seq bigint primary key,
    occurred_at timestamptz not null,
    actor_id uuid,
    on_behalf_of_id uuid,
    action text not null,
    target_type text not null,
    target_id text not null,
    data jsonb not null,
    prev_hash bytea not null,
    hash bytea not null
  )`.execute(db)
  await sql`create index audit_entry_target on audit_entry (target_type, target_id, seq)`.execute(db)
  await sql`create index audit_entry_actor on audit_entry (actor_id, seq)`.execute(db)
  await sql`create function audit_entry_is_final() returns trigger language plpgsql as $$
    begin raise exception 'audit_entry may only be added to'; end $$`.execute(db)
  await sql`create trigger audit_entry_final before update or delete on audit_entry
    for each row execute function audit_entry_is_final()`.execute(db)
  await sql`create trigger audit_entry_kept before truncate on audit_entry
    for each statement execute function audit_entry_is_final()`.execute(db)
  await sql`create table live_event (
    id bigint primary key,
    occurred_at timestamptz not null,
    topic text not null,
    resource_id uuid not null,
    audience_keys text[] not null
  )`.execute(db)
}
