import { sql, type Kysely } from 'kysely'

/**
 * What the directory is searched by: one row for each word of a person, kept by triggers, and the words themselves with
 * what is left of them when letters fall out (docs/decisions/021). `api/users/search.ts` asks, and says what the fields
 * mean.
 */
export async function up(db: Kysely<unknown>) {
  // The same as `foldText` in api/users/fold.ts, which a test holds it to.
  await sql`create function directory_fold(text) returns text language sql immutable strict parallel safe as $$
    select trim(regexp_replace(
      replace(replace(replace(
        translate(replace(replace(
          regexp_replace(normalize(lower($1 collate "pg_c_utf8"), NFD), '[\\u0300-\\u036f]', '', 'g'),
          'ß', 'ss'), 'þ', 'th'), 'æøđðłŋı', 'aoddlni'),
        'ae', 'a'), 'oe', 'o'), 'aa', 'a'),
      '[^[:alnum:]]+' collate "pg_c_utf8", ' ', 'g')) $$`.execute(db)
  await sql`create function directory_words(text) returns setof text language sql immutable parallel safe as $$
    select word from string_to_table(directory_fold($1), ' ') word
    where word not in ('', 'og', 'i', 'for', 'av', 'til', 'med', 'pa', 'and') $$`.execute(db)
  // A Norwegian number has eight digits, with or without the country before it.
  await sql`create function directory_phone(text) returns text language sql immutable parallel safe as $$
    select regexp_replace(regexp_replace($1, '[^0-9]', '', 'g'), '^(00)?47([0-9]{8})$', '\\2') $$`.execute(db)
  // Orders names of people nearly as the collation nb does, and can be compared byte by byte.
  await sql`create function directory_sort_name(text) returns text language sql immutable parallel safe as $$
    select translate(lower($1 collate "pg_c_utf8"), 'æäøöå', '{{||}') $$`.execute(db)

  await sql`create table directory_term (
    term text collate "C" not null,
    field smallint not null,
    user_id uuid not null,
    unit_path text collate "C" not null,
    is_enabled boolean not null,
    sort_name text collate "C" not null,
    name_count smallint not null,
    primary key (term, field, user_id) include (unit_path, is_enabled, sort_name, name_count)
  )`.execute(db)
  // A beginning of a word is a narrow range; without many landmarks it is taken for one row.
  await sql`alter table directory_term alter column term set statistics 2000`.execute(db)
  await sql`create index directory_term_user on directory_term (user_id, term, field)`.execute(db)
  // Words somebody could mean; no initials, no numbers. Each with what is left of its beginning when letters fall out.
  await sql`create table directory_word (word text collate "C" primary key, variants text[] not null)`.execute(
    db,
  )
  await sql`create index directory_word_variants on directory_word using gin (variants)`.execute(db)
  await sql`create index directory_word_part on directory_word using gin (word gin_trgm_ops)`.execute(db)
  // The same as variantsOf in api/users/misspelling.ts: one letter less, two of long words, of the first six letters.
  await sql`create function directory_variants(text) returns text[] language sql immutable strict parallel safe as $$
    with start as (select left($1, 6) as text),
    one as (select distinct overlay(start.text placing '' from i for 1) as text
      from start, generate_series(1, length(start.text)) i where length($1) > 3),
    two as (select distinct overlay(one.text placing '' from i for 1) as text
      from one, generate_series(1, length(one.text)) i where length($1) > 7)
    select array(select text from start union select text from one union select text from two) $$`.execute(db)
  await functions(db)
  await triggers(db)
  await sql`select directory_refresh(null)`.execute(db)
}

async function functions(db: Kysely<unknown>) {
  // Six digits for each unit from below the municipality down to this one: whoever shares a beginning works near.
  await sql`create function directory_path(unit uuid) returns text language sql stable as $$
    select coalesce(string_agg(left(replace(above.ancestor_id::text, '-', ''), 6), '' order by above.depth desc), '')
    from org_unit_ancestor above join org_unit on org_unit.id = above.ancestor_id and org_unit.parent_id is not null
    where above.unit_id = unit $$`.execute(db)
  // Every word of the people, or of everybody when there is no list.
  await sql`create function directory_terms(ids uuid[]) returns setof directory_term language sql stable as $$
    with path as materialized (select unit.id, directory_path(unit.id) as path from org_unit unit
      where ids is null or unit.id in (select org_unit_id from "user" where "user".id = any(ids))),
    person as materialized (select u.id, coalesce(path.path, '') as unit_path, u.account_enabled,
        directory_sort_name(u.display_name) as sort_name,
        (select count(*)::smallint from directory_words(u.display_name)) as name_count,
        u.display_name, u.given_name, u.surname, u.job_title, u.user_principal_name, u.mobile_phone,
        u.business_phones, u.responsibilities
      from "user" u left join path on path.id = u.org_unit_id where ids is null or u.id = any(ids)),
    work as materialized (select position.user_id, position.org_unit_id, position.title
      from position where ids is null or position.user_id = any(ids)),
    -- What a unit has of the name of the one above tells nothing of it: «Helse og mestring – Nordby».
    unit_word as materialized (select unit.id, unit.kind, word,
        word in (select directory_words(parent.display_name)) as is_shared
      from org_unit unit left join org_unit parent on parent.id = unit.parent_id cross join lateral directory_words(unit.display_name) word
      where ids is null or unit.id in (select above.ancestor_id from work
        join org_unit_ancestor above on above.unit_id = work.org_unit_id)),
    term as (
      select person.id, word as term, 1 as field from person cross join lateral
        directory_words(display_name || ' ' || given_name || ' ' || surname) word
      union all select person.id, initials, 2 from person cross join lateral (
        select string_agg(left(word, 1), '' order by place) as every,
          (array_agg(left(word, 1) order by place))[1]
            || (array_agg(left(word, 1) order by place desc))[1] as outermost
        from string_to_table(directory_fold(display_name), ' ') with ordinality name(word, place)
        where word <> '') name
        cross join lateral unnest(array[name.every, name.outermost]) initials where length(initials) > 1
      union all select person.id, word, 3 from person cross join lateral directory_words(job_title) word
      union all select person.id, word, 4 from person cross join lateral unnest(responsibilities) subject
        cross join lateral directory_words(subject) word
      union all select person.id, word, 5 from person
        cross join lateral directory_words(split_part(user_principal_name, '@', 1)) word
        where word ~ '^[a-z].*[0-9]'
      union all select person.id, directory_phone(number), 6 from person
        cross join lateral unnest(business_phones || mobile_phone) number where length(directory_phone(number)) > 2
      union all select work.user_id, unit_word.word, 7 from work join unit_word on unit_word.id = work.org_unit_id
      union all select work.user_id, unit_word.word, 8 from work
        join org_unit_ancestor above on above.unit_id = work.org_unit_id and above.depth > 0
        join unit_word on unit_word.id = above.ancestor_id and unit_word.kind not in ('municipality', 'sector')
          and not unit_word.is_shared
      union all select work.user_id, word, 9 from work cross join lateral directory_words(work.title) word)
    -- A word of the title need not be found in the unit as well, nor one of the unit in those above.
    select found.term collate "C", field::smallint, found.id, person.unit_path collate "C", person.account_enabled,
      person.sort_name collate "C", person.name_count
    from (select id, term, array_agg(distinct field) as fields from term group by id, term) found
      join person on person.id = found.id cross join lateral unnest(found.fields) field
    where not (field in (7, 8, 9) and 3 = any(found.fields)) and not (field = 8 and 7 = any(found.fields)) $$`.execute(
    db,
  )
  await sql`create function directory_refresh(ids uuid[]) returns void language plpgsql as $$
    declare fresh directory_term[];
    begin
      if ids is null then
        delete from directory_term;
        insert into directory_term select * from directory_terms(null) order by 1, 2, 3;
        insert into directory_word select word, directory_variants(word) from (
          select distinct term as word from directory_term where field not in (2, 6)) known
          where word ~ '[^0-9]' and length(word) > 2 on conflict do nothing;
      else
        fresh := array(select made from directory_terms(ids) made);
        delete from directory_term known where known.user_id = any(ids) and not exists (
          select from unnest(fresh) kept where kept.user_id = known.user_id and kept.term = known.term
            and kept.field = known.field);
        insert into directory_term select * from unnest(fresh)
          on conflict (term, field, user_id) do update set unit_path = excluded.unit_path,
            is_enabled = excluded.is_enabled, sort_name = excluded.sort_name, name_count = excluded.name_count
          where (directory_term.unit_path, directory_term.is_enabled, directory_term.sort_name,
            directory_term.name_count) is distinct from
            (excluded.unit_path, excluded.is_enabled, excluded.sort_name, excluded.name_count);
        insert into directory_word select word, directory_variants(word) from (
          select distinct term as word from unnest(fresh) where field not in (2, 6)) known
          where word ~ '[^0-9]' and length(word) > 2
            and not exists (select from directory_word old where old.word = known.word)
          order by word on conflict do nothing;
      end if;
    end $$`.execute(db)
}

/**
 * Whoever fills a whole directory sets `directory.deferred` to `on` for the transaction, and calls
 * `directory_refresh(null)` when all are there.
 */
async function triggers(db: Kysely<unknown>) {
  const whenNot = sql.raw(`if current_setting('directory.deferred', true) = 'on' then return null; end if;`)
  await sql`create function directory_of_users() returns trigger language plpgsql as $$
    begin
      ${whenNot}
      if tg_op = 'INSERT' then
        perform directory_refresh(array(select id from fresh));
      elsif tg_op = 'DELETE' then
        delete from directory_term where user_id in (select id from gone);
      else
        perform directory_refresh(ids) from (select array_agg(fresh.id) as ids from fresh join gone on gone.id = fresh.id
          where (fresh.display_name, fresh.given_name, fresh.surname, fresh.job_title, fresh.user_principal_name,
            fresh.mobile_phone, fresh.business_phones, fresh.responsibilities, fresh.org_unit_id,
            fresh.account_enabled) is distinct from
            (gone.display_name, gone.given_name, gone.surname, gone.job_title, gone.user_principal_name,
            gone.mobile_phone, gone.business_phones, gone.responsibilities, gone.org_unit_id, gone.account_enabled)
        ) changed where ids is not null;
      end if;
      return null;
    end $$`.execute(db)
  await sql`create function directory_of_positions() returns trigger language plpgsql as $$
    begin
      ${whenNot}
      if tg_op = 'INSERT' then
        perform directory_refresh(array(select distinct user_id from fresh));
      elsif tg_op = 'DELETE' then
        perform directory_refresh(array(select distinct user_id from gone));
      else
        perform directory_refresh(array(select user_id from fresh union select user_id from gone));
      end if;
      return null;
    end $$`.execute(db)
  await sql`create function directory_of_units() returns trigger language plpgsql as $$
    begin
      ${whenNot}
      perform directory_refresh(array(select distinct position.user_id from position
        join org_unit_ancestor above on above.unit_id = position.org_unit_id and above.ancestor_id = new.id));
      return null;
    end $$`.execute(db)
  for (const [table, run] of [
    ['"user"', 'directory_of_users'],
    ['position', 'directory_of_positions'],
  ]) {
    const on = (event: string, tables: string) =>
      sql.raw(`create trigger directory_${event} after ${event} on ${table} referencing ${tables}
        for each statement execute function ${run}()`)
    await on('insert', 'new table as fresh').execute(db)
    await on('update', 'new table as fresh old table as gone').execute(db)
    await on('delete', 'old table as gone').execute(db)
  }
  // After org_unit_closure, as triggers run by name.
  await sql`create trigger org_unit_directory after update of display_name, kind, parent_id on org_unit for each row
    when ((old.display_name, old.kind, old.parent_id) is distinct from (new.display_name, new.kind, new.parent_id))
    execute function directory_of_units()`.execute(db)
}
