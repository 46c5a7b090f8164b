import { sql, type Kysely } from 'kysely'

/** What the directory of Microsoft Graph says, how far it has been read, and what those who left answered for. */
export async function up(db: Kysely<unknown>) {
  await sql`create table directory_sync (
    id boolean primary key default true check (id),
    -- What is asked for, and of whom: with another question, reading begins anew.
    query text not null default '',
    -- Where the round goes on, and where the next one begins.
    next_link text,
    delta_link text,
    -- Counts the rounds that read everybody; whoever is not in one has left.
    round int not null default 0,
    is_full boolean not null default true,
    -- One process at a time; a run that died lets go when the time is out.
    lease_id uuid,
    lease_until timestamptz,
    completed_at timestamptz
  )`.execute(db)
  await sql`insert into directory_sync default values`.execute(db)
  await sql`create table directory_person (
    user_id uuid primary key references "user" on delete cascade,
    is_active boolean not null,
    department text,
    division text,
    company text,
    manager_id uuid,
    manager_read boolean not null default false,
    -- Unit the directory's words have led to.
    org_unit_id uuid references org_unit,
    -- Own texts as the directory last gave them: what differs now has been edited by the person.
    texts jsonb not null default '{}',
    photo_etag text,
    photo_written_at timestamptz,
    details_due_at timestamptz not null,
    seen_round int not null default 0,
    -- When the directory had the account disabled here.
    left_at timestamptz
  )`.execute(db)
  await sql`create index directory_person_due on directory_person (details_due_at, user_id) where is_active`.execute(
    db,
  )
  await sql`create index directory_person_gone on directory_person (user_id) where not is_active`.execute(db)
  await sql`create index directory_person_unit on directory_person (org_unit_id)`.execute(db)
  await sql`create index directory_person_left on directory_person (left_at) where left_at is not null`.execute(
    db,
  )
  await sql`create table directory_unit_leader (
    org_unit_id uuid primary key references org_unit on delete cascade,
    leader_id uuid not null references "user" on delete cascade
  )`.execute(db)
  await sql`create index directory_unit_leader_of on directory_unit_leader (leader_id)`.execute(db)
  await sql`create table handover (
    id uuid primary key default uuidv7(),
    leaver_id uuid not null references "user" on delete cascade,
    -- Who sees to it now; null when there was nobody.
    recipient_id uuid references "user" on delete set null,
    target_type text not null,
    target_id uuid not null,
    outcome text not null check (outcome in ('passed','ended','kept')),
    handed_over_at timestamptz not null
  )`.execute(db)
  await sql`create index handover_recipient on handover (recipient_id, handed_over_at desc, id)`.execute(db)
  await sql`create index handover_leaver on handover (leaver_id)`.execute(db)
}
