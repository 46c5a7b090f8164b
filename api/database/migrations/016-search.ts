import { sql, type Kysely } from 'kysely'

/** Words in use, for «did you mean», and what people searched for in vain. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Only what anybody may know: names of people and units, and the words of news to everyone.
  await sql`create table search_word (
    word text primary key,
    folded text not null,
    occurrences int not null,
    left_out text[] not null
  )`.execute(db)
  await sql`create index search_word_left_out on search_word using gin (left_out)`.execute(db)
  // Up to which entry of the log the words are known: when nothing has been written since, nothing is new.
  await sql`create table search_word_state (
    id boolean primary key default true check (id),
    audit_seq bigint not null
  )`.execute(db)
  // No person, and no time of day: only how often, on which day.
  await sql`create table search_miss (
    query text not null,
    searched_on date not null,
    count int not null,
    primary key (query, searched_on)
  )`.execute(db)
  await sql`create index search_miss_day on search_miss (searched_on)`.execute(db)
}
