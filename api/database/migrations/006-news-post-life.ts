import { sql, type Kysely } from 'kysely'

/** The whole life of a post: review, time, cover, what it asks for, versions; and who besides leaders may publish. */
export async function up(db: Kysely<unknown>) {
  await sql`alter table news_post drop constraint news_post_state_check`.execute(db)
  await sql`alter table news_post
    add constraint news_post_state_check
      check (state in ('draft','inReview','scheduled','published','expired','archived')),
    add column cover_file_id uuid references file,
    add column cover_alt text not null default '',
    add column action_what text,
    add column action_who text not null default '',
    add column action_due date,
    add column publish_at timestamptz,
    add column expires_at timestamptz,
    add column pinned_until timestamptz,
    add column comments_enabled boolean not null default true,
    add column send_by_email boolean not null default false,
    add column send_to_teams boolean not null default false,
    add column show_on_screens boolean not null default false,
    add column significant_version int not null default 0,
    add column reached_count int,
    add column review_outcome text check (review_outcome in ('submitted','approved','rejected')),
    add column review_by_id uuid references "user",
    add column review_at timestamptz,
    add column review_comment text not null default '',
    add column submitted_by_id uuid references "user"`.execute(db)
  await sql`update news_post set significant_version = version`.execute(db)
  // Pinned posts stand above the others, and few are.
  await sql`create index news_post_pinned on news_post (listed_at desc, id desc)
    where state = 'published' and pinned_until is not null`.execute(db)
  await sql`create index news_post_archive on news_post (listed_at desc, id desc)
    where state in ('expired','archived')`.execute(db)
  // What the timed work looks for, every minute.
  await sql`create index news_post_publish_at on news_post (publish_at) where state = 'scheduled'`.execute(db)
  await sql`create index news_post_expires_at on news_post (expires_at)
    where state = 'published' and expires_at is not null`.execute(db)
  await sql`create index news_post_in_review on news_post (listed_at desc, id desc) where state = 'inReview'`.execute(
    db,
  )
  await sql`create index news_post_cover on news_post (cover_file_id) where cover_file_id is not null`.execute(
    db,
  )

  await sql`create table news_post_version (
    news_post_id uuid not null references news_post on delete cascade,
    version int not null,
    title text not null,
    lead text not null,
    body jsonb not null,
    is_significant boolean not null,
    note text not null,
    made_by_id uuid references "user",
    made_at timestamptz not null,
    primary key (news_post_id, version)
  )`.execute(db)
  await sql`insert into news_post_version
    select id, version, title, lead, body, true, '', changed_by_id, changed_at from news_post where version > 0`.execute(
    db,
  )

  await sql`alter table news_post_reading
    add column action_done_at timestamptz,
    add column channel text check (channel in ('portal','email','teams','qr')),
    add column device text check (device in ('phone','computer'))`.execute(db)

  await sql`create table news_editor (
    id uuid primary key default uuidv7(),
    org_unit_id uuid not null references org_unit on delete cascade,
    user_id uuid not null references "user" on delete cascade,
    named_by_id uuid references "user",
    named_at timestamptz not null,
    unique (org_unit_id, user_id)
  )`.execute(db)
  await sql`create index news_editor_user on news_editor (user_id)`.execute(db)

  await sql`create table news_post_import (
    id uuid primary key default uuidv7(),
    news_post_id uuid references news_post on delete set null,
    sender_unit_id uuid references org_unit on delete set null,
    recipient_count int not null,
    imported_at timestamptz not null
  )`.execute(db)
  await sql`create index news_post_import_at on news_post_import (imported_at)`.execute(db)
  await sql`create index news_post_published_at on news_post (published_at) where version > 0`.execute(db)
}
