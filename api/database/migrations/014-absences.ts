import { sql, type Kysely } from 'kysely'

/** Who is away when, who stands in, who has which standing duty, and who is to call whom back (features.md §3, §8.5). */
export async function up(db: Kysely<unknown>) {
  await sql`create table absence (
    id uuid primary key default uuidv7(),
    user_id uuid not null references "user" on delete cascade,
    starts_at timestamptz not null,
    ends_at timestamptz,
    kind text not null check (kind in ('meeting','lunch','travel','vacation','leave','sick','personal','other')),
    note text,
    -- Somewhere else, but the phone may ring.
    is_phone_open boolean not null default false,
    substitute_id uuid references "user",
    substitute_status text check (substitute_status in ('proposed','accepted','declined')),
    substitute_answered_at timestamptz,
    source text not null default 'person' check (source in ('person','calendar','directory')),
    source_key text,
    created_by_id uuid references "user",
    created_at timestamptz not null,
    changed_at timestamptz not null,
    revision int not null default 1,
    check (ends_at > starts_at),
    check ((substitute_id is null) = (substitute_status is null)),
    check (substitute_id <> user_id)
  )`.execute(db)
  await sql`create index absence_user on absence (user_id, ends_at, starts_at)`.execute(db)
  await sql`create index absence_substitute on absence (substitute_id, ends_at) where substitute_id is not null`.execute(
    db,
  )
  await sql`create unique index absence_source on absence (user_id, source, source_key) where source_key is not null`.execute(
    db,
  )

  // Subjects are found however they are spelt: upper or lower case, å or aa, ø or oe. Each stands on a line of its own.
  await sql`create function subject_text(subjects text[]) returns text language sql immutable parallel safe
    return e'\\n' || replace(replace(replace(replace(replace(
      lower(array_to_string(subjects, e'\\n') collate "pg_c_utf8"),
      'æ', 'ae'), 'ø', 'o'), 'oe', 'o'), 'å', 'a'), 'aa', 'a') || e'\\n'`.execute(db)
  await sql`create index user_subjects on "user" using gin (subject_text(responsibilities) gin_trgm_ops)
    where account_enabled and responsibilities <> '{}'`.execute(db)

  // Who confirmed for somebody who was away.
  await sql`alter table news_post_reading add column confirmed_by_id uuid references "user"`.execute(db)

  await sql`create table duty (
    id uuid primary key default uuidv7(),
    display_name text collate nb not null,
    org_unit_id uuid not null references org_unit,
    phone text,
    created_at timestamptz not null,
    revision int not null default 1
  )`.execute(db)
  await sql`create index duty_name on duty (display_name, id)`.execute(db)
  await sql`create table duty_shift (
    id uuid primary key default uuidv7(),
    duty_id uuid not null references duty on delete cascade,
    user_id uuid not null references "user" on delete cascade,
    starts_at timestamptz not null,
    ends_at timestamptz not null check (ends_at > starts_at)
  )`.execute(db)
  await sql`create index duty_shift_time on duty_shift (duty_id, ends_at, starts_at)`.execute(db)
  await sql`create index duty_shift_user on duty_shift (user_id, ends_at)`.execute(db)

  await sql`create table call_back_message (
    id uuid primary key default uuidv7(),
    recipient_id uuid not null references "user" on delete cascade,
    caller_name text not null,
    caller_phone text not null,
    subject text not null,
    state text not null default 'open' check (state in ('open','answered')),
    -- A day in Europe/Oslo: three working days after it was taken.
    due_on date not null,
    created_by_id uuid not null references "user",
    created_at timestamptz not null,
    answered_by_id uuid references "user",
    answered_at timestamptz,
    revision int not null default 1,
    check ((state = 'answered') = (answered_at is not null))
  )`.execute(db)
  await sql`create index call_back_message_open on call_back_message (recipient_id, due_on) where state = 'open'`.execute(
    db,
  )
  await sql`create index call_back_message_newest on call_back_message (created_at desc, id desc)`.execute(db)
  await sql`create index call_back_message_recipient on call_back_message (recipient_id, created_at desc)`.execute(
    db,
  )
  await sql`create index call_back_message_taker on call_back_message (created_by_id, created_at desc)`.execute(
    db,
  )
}
