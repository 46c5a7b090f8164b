import { sql, type Kysely } from 'kysely'

/** What people tell about themselves, who is protected, and whom one keeps at hand. */
export async function up(db: Kysely<unknown>) {
  await sql`alter table "user"
    add column about_me text,
    add column responsibilities text[] not null default '{}',
    add column skills text[] not null default '{}',
    -- ISO weekdays worked, 1 is Monday; empty for those whose shifts are not known here.
    add column workdays int[] not null default '{1,2,3,4,5}'`.execute(db)
  await sql`alter table org_unit add column deputy_leader_id uuid references "user" deferrable initially deferred`.execute(
    db,
  )
  await sql`create index org_unit_deputy_leader on org_unit (deputy_leader_id) where deputy_leader_id is not null`.execute(
    db,
  )
  // Few rows. The reason is for HR alone (features.md K28), so it is kept apart from the person.
  await sql`create table person_protection (
    user_id uuid primary key references "user" on delete cascade,
    hides text[] not null check (hides <@ '{person,photo,place,phone}' and cardinality(hides) > 0),
    reason text not null,
    decided_by_id uuid not null references "user",
    decided_at timestamptz not null
  )`.execute(db)
  await sql`create table favorite (
    user_id uuid not null references "user" on delete cascade,
    favorite_id uuid not null references "user" on delete cascade,
    created_at timestamptz not null,
    primary key (user_id, favorite_id)
  )`.execute(db)
  await sql`create index favorite_of on favorite (favorite_id)`.execute(db)
  // One picture in several sizes: a reader takes the smallest that is large enough. Side in pixels as Graph names it;
  // 648 is the picture itself.
  await sql`alter table user_photo add column size int not null default 648
    check (size in (48, 64, 96, 120, 240, 360, 432, 504, 648))`.execute(db)
  await sql`alter table user_photo drop constraint user_photo_pkey, add primary key (user_id, size)`.execute(
    db,
  )
}
