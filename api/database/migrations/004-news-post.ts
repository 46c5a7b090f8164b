import { sql, type Kysely } from 'kysely'

/** News: posts, their attachments, and each reader's relation to them. */
export async function up(db: Kysely<unknown>) {
  await sql`create function audience_keys(everyone boolean, org_unit_ids uuid[], roles text[]) returns text[]
    language sql immutable parallel safe as $$
      select case when everyone then array['everyone'] else
        coalesce((select array_agg('unit:' || u) from unnest(org_unit_ids) u), '{}') ||
        coalesce((select array_agg('role:' || r) from unnest(roles) r), '{}') end $$`.execute(db)
  // «IT/drift» and «2026-2027» are two words each for whoever searches.
  await sql`create function search_words(text) returns text language sql immutable parallel safe as $$
    select regexp_replace($1, '/|-(?=\\d)', ' ', 'g') $$`.execute(db)
  await sql`create table news_post (
    id uuid primary key default uuidv7(),
    title text not null,
    lead text not null,
    body jsonb not null,
    body_text text not null,
    reading_minutes int not null,
    importance text not null check (importance in ('normal','important','mustRead')),
    audience_everyone boolean not null,
    audience_org_unit_ids uuid[] not null,
    audience_roles text[] not null,
    audience_keys text[] not null generated always as
      (audience_keys(audience_everyone, audience_org_unit_ids, audience_roles)) stored,
    confirm_by date,
    state text not null check (state in ('draft','published','archived')),
    author_id uuid not null references "user",
    responsible_unit_id uuid references org_unit,
    version int not null default 0,
    revision int not null default 1,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    changed_by_id uuid not null references "user",
    published_at timestamptz,
    archived_at timestamptz,
    listed_at timestamptz not null generated always as (coalesce(published_at, changed_at)) stored,
    search tsvector not null generated always as (
      setweight(to_tsvector('norwegian', search_words(title)), 'A') ||
      setweight(to_tsvector('norwegian', search_words(lead)), 'B') ||
      setweight(to_tsvector('norwegian', search_words(body_text)), 'C')) stored
  )`.execute(db)
  // The feed: newest published first, then filtered by audience while walking.
  await sql`create index news_post_feed on news_post (listed_at desc, id desc) where state = 'published'`.execute(
    db,
  )
  await sql`create index news_post_must_read on news_post (listed_at desc, id desc)
    where state = 'published' and importance = 'mustRead'`.execute(db)
  await sql`create index news_post_author on news_post (author_id, listed_at desc, id desc)`.execute(db)
  await sql`create index news_post_listed on news_post (listed_at desc, id desc)`.execute(db)
  await sql`create index news_post_search on news_post using gin (search)`.execute(db)
  await sql`create table news_post_attachment (
    news_post_id uuid not null references news_post on delete cascade,
    file_id uuid not null references file,
    position int not null,
    is_inline boolean not null,
    primary key (news_post_id, file_id)
  )`.execute(db)
  await sql`create index news_post_attachment_file on news_post_attachment (file_id)`.execute(db)
  await sql`create table news_post_reading (
    news_post_id uuid not null references news_post on delete cascade,
    user_id uuid not null references "user" on delete cascade,
    read_at timestamptz,
    confirmed_at timestamptz,
    confirmed_version int,
    primary key (user_id, news_post_id)
  )`.execute(db)
  await sql`create index news_post_reading_post on news_post_reading (news_post_id, user_id)`.execute(db)
}
