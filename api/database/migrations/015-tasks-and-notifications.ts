import { sql, type Kysely } from 'kysely'

/** What each person's list of tasks looks up, and what has happened that is no task (features.md A20, A22). */
export async function up(db: Kysely<unknown>): Promise<void> {
  // The few posts that ask for something, of the many that reach somebody; without a pending list, as 011.
  await sql`create index news_post_asking on news_post using gin (audience_keys) with (fastupdate = off)
    where state = 'published' and (importance = 'mustRead' or action_what is not null)`.execute(db)
  // What somebody has done, the newest first.
  await sql`create index news_post_reading_done on news_post_reading (user_id, greatest(confirmed_at, action_done_at))
    where confirmed_at is not null or action_done_at is not null`.execute(db)
  await sql`create index news_post_reviewer on news_post (review_by_id, review_at)
    where review_outcome in ('approved','rejected')`.execute(db)
  await sql`create index call_back_message_answered on call_back_message (answered_by_id, answered_at)
    where answered_at is not null`.execute(db)

  await sql`create table notification (
    id uuid primary key default uuidv7(),
    user_id uuid not null references "user" on delete cascade,
    kind text not null,
    -- What of the same kind is told in one row for as long as it is unread.
    thread_id uuid not null,
    resource_type text not null,
    resource_id uuid not null,
    comment_id uuid,
    person_id uuid references "user" on delete set null,
    count int not null default 1,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    read_at timestamptz,
    mailed_at timestamptz
  )`.execute(db)
  await sql`create unique index notification_thread on notification (user_id, kind, thread_id) where read_at is null`.execute(
    db,
  )
  await sql`create index notification_newest on notification (user_id, changed_at desc, id desc)`.execute(db)
  await sql`create index notification_to_mail on notification (user_id) where read_at is null and mailed_at is null`.execute(
    db,
  )
  await sql`create index notification_old on notification (changed_at)`.execute(db)
  await sql`alter table notification_setting
    add column notification_ways jsonb not null default '{}',
    add column max_emails_per_day int check (max_emails_per_day > 0)`.execute(db)
  // How many e-mails somebody has had today.
  await sql`create index outgoing_message_sent on outgoing_message (recipient_id, ended_at) where state = 'sent'`.execute(
    db,
  )
}
