import { sql, type Kysely } from 'kysely'

/** What makes numbers without gaps, reports that come once, steps up that are taken once, and the municipality's choices. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // A row a year, locked until the report is committed: unlike a sequence it has no gaps (decision 026).
  await sql`create table deviation_series (
    year int primary key,
    last_number int not null
  )`.execute(db)
  // The key is hashed together with the person, and holds neither: nothing leads back to who was anonymous.
  await sql`create table deviation_receipt (
    key_hash bytea primary key,
    deviation_id uuid not null references deviation,
    received_on date not null
  )`.execute(db)
  await sql`create index deviation_receipt_old on deviation_receipt (received_on)`.execute(db)
  await sql`create table deviation_step (
    deviation_id uuid not null references deviation,
    step text not null,
    taken_at timestamptz not null,
    primary key (deviation_id, step)
  )`.execute(db)
  await sql`create table deviation_setting (
    id boolean primary key default true check (id),
    reporter_visibilities text[] not null default '{named,hiddenFromUnit,anonymous}',
    evaluate_after_days int not null default 90,
    contacts jsonb not null default '[]',
    labour_inspection jsonb not null default '{"name":"Arbeidstilsynet","phone":"73 19 97 00","email":""}',
    whistleblowing jsonb not null default '{"name":"Varslingsutvalget","phone":"","email":""}',
    revision int not null default 1
  )`.execute(db)
  await sql`insert into deviation_setting default values`.execute(db)
}
