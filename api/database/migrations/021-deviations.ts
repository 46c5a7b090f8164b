import { sql, type Kysely } from 'kysely'

/** Deviations, what is done about them, what happened to them and what was said (features.md §5, §8.1). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table deviation (
    -- Random, so that an anonymous one does not tell by its id when exactly it was made.
    id uuid primary key default gen_random_uuid(),
    number text not null unique,
    title text not null,
    description text not null,
    kind text not null check (kind in ('incident','nearMiss','observation','improvement')),
    category text not null check (category in ('hse','serviceQuality','informationSecurity','fireElectricalBuilding',
      'environment','finance','caseProcessing','emergencyPreparedness','violenceThreats')),
    is_personal_data boolean not null,
    is_serious_injury boolean not null,
    occurred_at timestamptz not null,
    discovered_at timestamptz not null,
    org_unit_id uuid not null references org_unit,
    place text,
    document jsonb,
    law text,
    severity int not null check (severity between 1 and 5),
    probability int check (probability between 1 and 5),
    actual_consequences text[] not null default '{}',
    possible_consequences text[] not null default '{}',
    immediate_action text,
    involved_roles text,
    involved_ids uuid[] not null default '{}',
    reporter_visibility text not null check (reporter_visibility in ('named','hiddenFromUnit','anonymous')),
    reporter_id uuid references "user" check ((reporter_id is null) = (reporter_visibility = 'anonymous')),
    -- Whose leader answers for it; null beyond the chief executive (Q35).
    responsible_unit_id uuid references org_unit,
    forwarded_from_unit_id uuid references org_unit,
    state text not null,
    is_shielded boolean not null default false,
    shielded_by_id uuid references "user",
    receive_by timestamptz,
    plan_by timestamptz,
    complete_by timestamptz,
    evaluate_by timestamptz,
    -- The deadline that counts now.
    due_at timestamptz,
    -- When the clock next has something to do with it: a deadline, a step up, the archive.
    next_step_at timestamptz,
    escalated_at timestamptz,
    received_at timestamptz,
    treatment_started_at timestamptz,
    actions_set_at timestamptz,
    closed_at timestamptz,
    rejected_at timestamptz,
    cause_category text,
    cause text,
    whys text[] not null default '{}',
    cost int,
    archive_reference text,
    document_outcome text,
    effectiveness text check (effectiveness in ('effective','notEffective')),
    effect_note text,
    closing_note text,
    rejection_reason text,
    objection text,
    is_objection_open boolean not null default false,
    merged_into_id uuid references deviation,
    notice_content jsonb,
    notice_proposal text,
    notice_proposal_note text,
    notice_advice text,
    notice_advice_note text,
    notice_outcome text,
    notice_reason text,
    notice_decided_at timestamptz,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    revision int not null default 1,
    search tsvector generated always as (
      setweight(to_tsvector('norwegian', search_words(title)), 'A') ||
      setweight(to_tsvector('norwegian', search_words(description)), 'B')) stored
  )`.execute(db)
  await sql`create index deviation_newest on deviation (created_at desc, id desc)`.execute(db)
  await sql`create index deviation_reporter on deviation (reporter_id, created_at desc) where reporter_id is not null`.execute(
    db,
  )
  await sql`create index deviation_responsible on deviation (responsible_unit_id, state, due_at)`.execute(db)
  await sql`create index deviation_forwarded on deviation (forwarded_from_unit_id)
    where forwarded_from_unit_id is not null`.execute(db)
  await sql`create index deviation_unit on deviation (org_unit_id, category, created_at)`.execute(db)
  await sql`create index deviation_involved on deviation using gin (involved_ids)`.execute(db)
  await sql`create index deviation_next_step on deviation (next_step_at) where next_step_at is not null`.execute(
    db,
  )
  await sql`create index deviation_objection on deviation (created_at) where is_objection_open`.execute(db)
  await sql`create index deviation_notice on deviation (discovered_at)
    where is_personal_data and notice_decided_at is null`.execute(db)
  await sql`create index deviation_search on deviation using gin (search)`.execute(db)
  await sql`create index deviation_like on deviation using gin ((lower(title || ' ' || description)) gin_trgm_ops)`.execute(
    db,
  )

  await sql`create table corrective_action (
    id uuid primary key default uuidv7(),
    deviation_id uuid not null references deviation,
    description text not null,
    owner_id uuid not null references "user",
    due_on date not null,
    state text not null default 'new' check (state in ('new','accepted','done','evaluated')),
    done_note text,
    done_at timestamptz,
    effect text check (effect in ('effective','notEffective')),
    created_at timestamptz not null
  )`.execute(db)
  await sql`create index corrective_action_deviation on corrective_action (deviation_id, created_at)`.execute(
    db,
  )
  await sql`create index corrective_action_owner on corrective_action (owner_id, state, due_on)`.execute(db)

  await sql`create table deviation_event (
    id uuid primary key default uuidv7(),
    deviation_id uuid not null references deviation,
    kind text not null,
    occurred_at timestamptz not null,
    actor_id uuid references "user",
    on_behalf_of_id uuid references "user",
    note text,
    data jsonb not null default '{}'
  )`.execute(db)
  await sql`create index deviation_event_deviation on deviation_event (deviation_id, id)`.execute(db)
  await sql`create index deviation_event_actor on deviation_event (actor_id) where actor_id is not null`.execute(
    db,
  )
  // Append-only, as the audit log is.
  await sql`create function deviation_event_is_kept() returns trigger language plpgsql as $$
    begin raise exception 'The timeline of a deviation is never changed.'; end $$`.execute(db)
  await sql`create trigger deviation_event_kept before update or delete on deviation_event
    for each row execute function deviation_event_is_kept()`.execute(db)

  await sql`create table deviation_message (
    id uuid primary key default uuidv7(),
    deviation_id uuid not null references deviation,
    author_id uuid not null references "user",
    is_from_reporter boolean not null,
    text text not null,
    created_at timestamptz not null
  )`.execute(db)
  await sql`create index deviation_message_deviation on deviation_message (deviation_id, id)`.execute(db)
  await sql`create index deviation_message_author on deviation_message (author_id)`.execute(db)

  await sql`create table deviation_attachment (
    deviation_id uuid not null references deviation,
    file_id uuid not null references file,
    position int not null,
    primary key (deviation_id, file_id)
  )`.execute(db)
  await sql`create index deviation_attachment_file on deviation_attachment (file_id)`.execute(db)
}
