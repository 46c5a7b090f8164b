import { sql, type Kysely } from 'kysely'

/** What leaves the house: outgoing messages, the notices given about a post, and what each person wants of them. */
export async function up(db: Kysely<unknown>) {
  await sql`alter table news_post add column publish_problem jsonb`.execute(db)

  // The primary key is what lets each notice go once, however many processes look at the same time.
  await sql`create table news_post_notice (
    news_post_id uuid not null references news_post on delete cascade,
    kind text not null check (kind in ('halfway','lastDay','manual','expiresInFourWeeks','expiresInTwoWeeks')),
    occasion text not null,
    version int not null,
    sent_at timestamptz not null,
    recipient_count int not null,
    primary key (news_post_id, kind, occasion)
  )`.execute(db)

  await sql`create table outgoing_batch (
    id uuid primary key default uuidv7(),
    kind text not null,
    channel text not null check (channel in ('email','teams')),
    dedupe_key text not null unique,
    news_post_id uuid references news_post on delete cascade,
    is_urgent boolean not null,
    created_at timestamptz not null,
    addressed_at timestamptz
  )`.execute(db)
  await sql`create index outgoing_batch_unaddressed on outgoing_batch (created_at) where addressed_at is null`.execute(
    db,
  )
  await sql`create index outgoing_batch_post on outgoing_batch (news_post_id) where news_post_id is not null`.execute(
    db,
  )
  await sql`create table outgoing_message (
    id uuid primary key default uuidv7(),
    batch_id uuid not null references outgoing_batch on delete cascade,
    recipient_id uuid references "user" on delete cascade,
    content jsonb not null default '{}',
    state text not null default 'waiting' check (state in ('waiting','sending','sent','failed','dropped')),
    due_at timestamptz not null,
    attempts int not null default 0,
    begun_at timestamptz,
    ended_at timestamptz,
    last_error text,
    unique nulls not distinct (batch_id, recipient_id)
  )`.execute(db)
  // What the next process takes, and what one that died has left.
  await sql`create index outgoing_message_due on outgoing_message (due_at, id) where state = 'waiting'`.execute(
    db,
  )
  await sql`create index outgoing_message_sending on outgoing_message (begun_at) where state = 'sending'`.execute(
    db,
  )

  await sql`create table notification_setting (
    user_id uuid primary key references "user" on delete cascade,
    news_digest text check (news_digest in ('never','daily','weekly')),
    digested_at timestamptz
  )`.execute(db)
}
