import { sql, type Kysely } from 'kysely'

/** Comments and questions, whom they mention, who waits for an answer, and reactions: on whatever can have them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table comment (
    id uuid primary key default uuidv7(),
    target_type text not null,
    target_id uuid not null,
    parent_id uuid references comment,
    thread_id uuid not null,
    thread_at timestamptz not null,
    kind text not null check (kind in ('comment','question')),
    body jsonb not null,
    body_text text not null,
    author_id uuid not null references "user",
    created_at timestamptz not null,
    edited_at timestamptz,
    removal text check (removal in ('deleted','moderated')),
    removed_at timestamptz,
    removed_by_id uuid references "user",
    removal_reason text,
    is_answer boolean not null default false,
    answer_by date,
    answered_at timestamptz,
    answer_id uuid references comment,
    revision int not null default 1,
    check ((removal is null) = (removed_at is null)),
    check ((kind = 'question') = (answer_by is not null)),
    check (kind = 'comment' or parent_id is null),
    check (parent_id is not null or not is_answer),
    check ((answered_at is null) = (answer_id is null))
  )`.execute(db)
  // The order of a thread: each reply right after what it replies to.
  await sql`create index comment_thread on comment
    (target_type, target_id, thread_at, thread_id, (parent_id is not null), created_at, id)`.execute(db)
  await sql`create index comment_parent on comment (parent_id) where parent_id is not null`.execute(db)
  await sql`create index comment_author on comment (author_id)`.execute(db)
  await sql`create index comment_open_question on comment (answer_by, id)
    where kind = 'question' and answered_at is null and removal is null`.execute(db)
  await sql`create index comment_answer on comment (answer_id) where answer_id is not null`.execute(db)
  // Texts that wait to be erased.
  await sql`create index comment_deleted on comment (removed_at) where removal = 'deleted' and body_text <> ''`.execute(
    db,
  )

  await sql`create table comment_mention (
    comment_id uuid not null references comment on delete cascade,
    user_id uuid not null references "user" on delete cascade,
    mentioned_at timestamptz not null,
    seen_at timestamptz,
    primary key (comment_id, user_id)
  )`.execute(db)
  await sql`create index comment_mention_user on comment_mention
    (user_id, (seen_at is not null), mentioned_at desc, comment_id desc)`.execute(db)

  await sql`create table question_asker (
    comment_id uuid not null references comment on delete cascade,
    user_id uuid not null references "user" on delete cascade,
    asked_at timestamptz not null,
    seen_at timestamptz,
    primary key (comment_id, user_id)
  )`.execute(db)
  await sql`create index question_asker_waiting on question_asker (user_id) where seen_at is null`.execute(db)

  await sql`create table reaction (
    target_type text not null,
    target_id uuid not null,
    user_id uuid not null references "user" on delete cascade,
    reaction text not null,
    reacted_at timestamptz not null,
    primary key (target_type, target_id, user_id)
  )`.execute(db)
  await sql`create index reaction_count on reaction (target_type, target_id, reaction)`.execute(db)
}
