import { sql, type Kysely } from 'kysely'

/** Organisation, people and what belongs to them. */
export async function up(db: Kysely<unknown>) {
  // Sorts æøå (and aa) as Norwegians do, the same on PostgreSQL and on PGlite, whose ICU has only the root locale.
  await sql`create collation nb (provider = icu, locale = 'und',
    rules = '&D<<đ<<<Đ<<ð<<<Ð&Y<<ü<<<Ü<<ű<<<Ű&[before 1]ǀ<æ<<<Æ<<ä<<<Ä<ø<<<Ø<<ö<<<Ö<å<<<Å<<aa<<<Aa<<<AA')`.execute(
    db,
  )
  await sql`create table organization (
    id uuid primary key,
    display_name text not null,
    chief_executive_title text not null default 'Kommunedirektør',
    branding jsonb not null default '{}'
  )`.execute(db)
  await sql`create table org_unit (
    id uuid primary key,
    parent_id uuid references org_unit,
    kind text not null check (kind in ('municipality','sector','staff','area','unit','department','section')),
    display_name text collate nb not null,
    leader_id uuid,
    location text
  )`.execute(db)
  await sql`create index org_unit_parent on org_unit (parent_id)`.execute(db)
  await sql`create index org_unit_name on org_unit (display_name, id)`.execute(db)
  await sql`create index org_unit_leader on org_unit (leader_id)`.execute(db)
  await sql`create table org_unit_ancestor (
    unit_id uuid not null references org_unit on delete cascade,
    ancestor_id uuid not null references org_unit on delete cascade,
    depth int not null,
    primary key (unit_id, ancestor_id)
  )`.execute(db)
  // Keeps the closure: a new unit gets its parent's ancestors, a moved unit takes everything below it along.
  await sql`create function org_unit_closure() returns trigger language plpgsql as $$
    begin
      if tg_op = 'INSERT' then
        insert into org_unit_ancestor (unit_id, ancestor_id, depth)
          select new.id, new.id, 0
          union all select new.id, ancestor_id, depth + 1 from org_unit_ancestor where unit_id = new.parent_id;
      elsif new.parent_id is distinct from old.parent_id then
        if exists (select from org_unit_ancestor where unit_id = new.parent_id and ancestor_id = new.id) then
          raise exception 'a unit cannot be moved below itself';
        end if;
        delete from org_unit_ancestor a using org_unit_ancestor below
          where below.ancestor_id = new.id and a.unit_id = below.unit_id
            and not exists (select from org_unit_ancestor inside
              where inside.ancestor_id = new.id and inside.unit_id = a.ancestor_id);
        insert into org_unit_ancestor (unit_id, ancestor_id, depth)
          select below.unit_id, above.ancestor_id, below.depth + above.depth + 1
          from org_unit_ancestor below, org_unit_ancestor above
          where below.ancestor_id = new.id and above.unit_id = new.parent_id;
      end if;
      return null;
    end $$`.execute(db)
  await sql`create trigger org_unit_closure after insert or update of parent_id on org_unit
    for each row execute function org_unit_closure()`.execute(db)
  await sql`create index org_unit_ancestor_below on org_unit_ancestor (ancestor_id, unit_id)`.execute(db)
  await sql`create table "user" (
    id uuid primary key,
    user_principal_name text not null,
    display_name text collate nb not null,
    given_name text collate nb not null,
    surname text collate nb not null,
    job_title text collate nb,
    mail text,
    mobile_phone text,
    business_phones text[] not null default '{}',
    office_location text,
    employee_id text,
    account_enabled boolean not null default true,
    preferred_language text not null default 'nb',
    app_roles text[] not null default '{}',
    roles_as_of timestamptz,
    manager_id uuid references "user" deferrable initially deferred,
    org_unit_id uuid references org_unit
  )`.execute(db)
  await sql`alter table org_unit add constraint org_unit_leader_fk
    foreign key (leader_id) references "user" deferrable initially deferred`.execute(db)
  await sql`create unique index user_principal_name on "user" (lower(user_principal_name collate "pg_c_utf8"))`.execute(
    db,
  )
  await sql`create index user_display_name on "user" (display_name, id)`.execute(db)
  await sql`create index user_enabled on "user" (id) where account_enabled`.execute(db)
  await sql`create index user_mail on "user" (mail)`.execute(db)
  await sql`create index user_manager on "user" (manager_id, display_name, id)`.execute(db)
  await sql`create index user_app_roles on "user" using gin (app_roles)`.execute(db)
  await sql`create table position (
    id uuid primary key default uuidv7(),
    user_id uuid not null references "user" on delete cascade,
    org_unit_id uuid not null references org_unit,
    title text not null,
    percentage int not null check (percentage between 0 and 100),
    is_primary boolean not null
  )`.execute(db)
  await sql`create index position_user on position (user_id)`.execute(db)
  await sql`create index position_unit on position (org_unit_id, user_id)`.execute(db)
  // Who belongs to a unit: whoever works in it or below it, and whoever leads it or a unit below it.
  // The one definition behind audiences, member counts and recipients.
  await sql`create view org_unit_member as
    select position.user_id, above.ancestor_id as unit_id
      from position join org_unit_ancestor above on above.unit_id = position.org_unit_id
    union all
    select org_unit.leader_id, above.ancestor_id
      from org_unit join org_unit_ancestor above on above.unit_id = org_unit.id
      where org_unit.leader_id is not null`.execute(db)
  await sql`create table user_photo (
    user_id uuid primary key references "user" on delete cascade,
    media_type text not null,
    bytes bytea not null,
    width int not null,
    height int not null,
    changed_at timestamptz not null
  )`.execute(db)
  // A person in several branches is found by the directory search on any part of the name (design.md §6).
  await sql`alter table "user" add column search_text text generated always as (
    lower(display_name || ' ' || coalesce(job_title, '') || ' ' || user_principal_name)) stored`.execute(db)
  await sql`create extension if not exists pg_trgm`.execute(db)
  await sql`create index user_search on "user" using gin (search_text gin_trgm_ops)`.execute(db)
}
