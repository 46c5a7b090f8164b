import { sql, type Kysely } from 'kysely'

/**
 * What is left of each word of the directory when letters fall out, a row for each (docs/decisions/021). Looked up by
 * equality: over arrays of them the planner preferred to read every word, and compare every array.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table directory_variant (
    variant text collate "C" not null,
    word text collate "C" not null references directory_word on delete cascade,
    primary key (variant, word)
  )`.execute(db)
  await sql`create index directory_variant_word on directory_variant (word)`.execute(db)
  await sql`insert into directory_variant select variant, word from directory_word
    cross join lateral unnest(variants) variant order by 1, 2`.execute(db)
  await sql`create function directory_of_words() returns trigger language plpgsql as $$
    begin
      insert into directory_variant select variant, word from fresh
        cross join lateral unnest(variants) variant order by 1, 2 on conflict do nothing;
      return null;
    end $$`.execute(db)
  await sql`create trigger directory_insert after insert on directory_word referencing new table as fresh
    for each statement execute function directory_of_words()`.execute(db)
  await sql`drop index directory_word_variants`.execute(db)
  await sql`analyze directory_variant`.execute(db)
}
