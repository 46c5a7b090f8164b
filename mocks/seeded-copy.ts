import { sql, type Kysely } from 'kysely'
import type { Database } from '#api/database/schema.ts'

/** Rows that differ from the seed, per table: as they are now, and the keys of those that are gone. */
export type Changes = Record<string, { rows: unknown[]; deleted: unknown[] }>

interface Table {
  name: string
  /** Columns of the primary key. */
  key: string[]
  /** All columns that are written, so none the database computes. */
  columns: string[]
  count: number
}

const list = (columns: string[], alias = '') => columns.map((column) => `${alias}"${column}"`).join(', ')
const sameKey = (table: Table, a: string, b: string) =>
  table.key.map((column) => `${a}."${column}" = ${b}."${column}"`).join(' and ')

/** Schemas a copy of every table is kept in: of the seed, and in tests of what many of them share. */
export type Copy = 'seeded' | 'shared'

/**
 * Keeps a copy of every table beside it, in a schema of its own, and remembers the current transaction. Tables written
 * to later are noted by triggers, and their rows told by a younger `xmin`, whoever wrote them: a request, a trigger, plain
 * SQL. That makes it cheap to go back to the seed, and to know what to save of it.
 * @throws when a table has no primary key.
 */
export async function keepSeededCopy(db: Kysely<Database>, copy: Copy = 'seeded'): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`create schema ${sql.id(copy)}`.execute(trx)
    const tables = await listTables(trx)
    for (const { name } of tables) {
      await sql.raw(`create table ${copy}."${name}" as table public."${name}"`).execute(trx)
    }
    await sql`create table ${sql.id(copy, 'mark')} (xid xid not null, seed uuid not null)`.execute(trx)
    await sql`insert into ${sql.id(copy, 'mark')} values (pg_current_xact_id()::xid, gen_random_uuid())`.execute(
      trx,
    )
    await noteWrites(trx, copy, tables)
    await sql.raw(revertFunction(copy, tables)).execute(trx)
    if (copy !== 'seeded') return
    await sql.raw(changesFunction(tables)).execute(trx)
    await sql.raw(applyFunction(tables)).execute(trx)
  })
}

/** Undoes every change since `keepSeededCopy`. */
export async function revertToSeed(db: Kysely<Database>, copy: Copy = 'seeded'): Promise<void> {
  await sql`select ${sql.id(copy, 'revert')}()`.execute(db)
}

/** Forgets a copy; what is in the tables stays. */
export async function dropCopy(db: Kysely<Database>, copy: Exclude<Copy, 'seeded'>): Promise<void> {
  await sql`drop schema ${sql.id(copy)} cascade`.execute(db)
}

/** Tells this seed from every other, also from one made of the same data. */
export async function seedName(db: Kysely<Database>): Promise<string> {
  const { rows } = await sql<{ seed: string }>`select seed from seeded.mark`.execute(db)
  return rows[0]?.seed ?? ''
}

/** All changes since `keepSeededCopy`. */
export async function readChanges(db: Kysely<Database>): Promise<Changes> {
  const { rows } = await sql<{ changes: Changes }>`select seeded.changes() as changes`.execute(db)
  return rows[0]?.changes ?? {}
}

/** Makes changes read from a database of the same seed in this one. */
export async function applyChanges(db: Kysely<Database>, changes: Changes): Promise<void> {
  await sql`select seeded.apply(${JSON.stringify(changes)}::jsonb)`.execute(db)
}

async function listTables(db: Kysely<Database>): Promise<Table[]> {
  const { rows } = await sql<Omit<Table, 'count'>>`
    select c.relname as name,
      array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
        and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
      array(select a.attname::text from pg_index i join pg_attribute a
        on a.attrelid = c.oid and a.attnum = any(i.indkey) where i.indrelid = c.oid and i.indisprimary) as key
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not like 'kysely%'
    order by 1`.execute(db)
  const tables: Table[] = []
  for (const table of rows) {
    if (table.key.length === 0) throw new Error(`The table ${table.name} has no primary key.`)
    const counted = await sql<{ count: number }>`
      select count(*)::int as count from public.${sql.id(table.name)}`.execute(db)
    tables.push({ ...table, count: counted.rows[0]?.count ?? 0 })
  }
  return tables
}

/**
 * Lets a table be noted each time something is written to it, whoever may write to it. Notes are only ever added, so that
 * nobody waits for another.
 */
async function noteWrites(db: Kysely<Database>, copy: Copy, tables: Table[]): Promise<void> {
  await sql.raw(`create table ${copy}.written (name text not null)`).execute(db)
  await sql
    .raw(
      `create function ${copy}.note() returns trigger language plpgsql security definer as $$ begin
        insert into ${copy}.written values (tg_table_name);
        return null;
      end $$`,
    )
    .execute(db)
  for (const { name } of tables) {
    await sql
      .raw(
        `create trigger ${copy}_note after insert or update or delete on public."${name}"
          for each statement execute function ${copy}.note()`,
      )
      .execute(db)
  }
}

// As a replica the session fires no triggers and checks no foreign keys: rows can go back in any order, and the
// audit log, which refuses to be changed, lets itself be rewound.
const asReplica = (copy: Copy) => `language plpgsql set session_replication_role = replica as $$
  declare
    mark xid := (select xid from ${copy}.mark);
    written text[] := (select coalesce(array_agg(distinct name), '{}') from ${copy}.written);
  begin`
const isYounger = 'age(t.xmin) < age(mark)'
const missing = (table: Table, copy: Copy = 'seeded') =>
  `from ${copy}."${table.name}" s where not exists (select from public."${table.name}" t where ${sameKey(table, 't', 's')})`

const revertFunction = (copy: Copy, tables: Table[]) => `
  create function ${copy}.revert() returns void ${asReplica(copy)}
    if written = '{}' then return; end if;
    ${tables
      .map(
        (table) => `
    if '${table.name}' = any(written) then
      delete from public."${table.name}" t where ${isYounger};
      if (select count(*) from public."${table.name}") < ${table.count} then
        insert into public."${table.name}" (${list(table.columns)}) select ${list(table.columns)} ${missing(table, copy)};
      end if;
    end if;`,
      )
      .join('')}
    delete from ${copy}.written;
    update ${copy}.mark set xid = pg_current_xact_id()::xid;
  end $$`

const changesFunction = (tables: Table[]) => `
  create function seeded.changes() returns jsonb ${asReplica('seeded')}
    return (select coalesce(jsonb_object_agg(name, jsonb_build_object('rows', rows, 'deleted', deleted)), '{}')
    from (${tables
      .map(
        (table) => `
      select '${table.name}' as name,
        (select coalesce(jsonb_agg(to_jsonb(t)), '[]') from public."${table.name}" t where ${isYounger}) as rows,
        (select coalesce(jsonb_agg(to_jsonb(s)), '[]')
          from (select ${list(table.key, 's.')} ${missing(table)}) s) as deleted
      where '${table.name}' = any(written)`,
      )
      .join(' union all')}
    ) change where rows <> '[]' or deleted <> '[]');
  end $$`

const applyFunction = (tables: Table[]) => `
  create function seeded.apply(changes jsonb) returns void ${asReplica('seeded')}
    ${tables
      .map(
        (table) => `
    if changes ? '${table.name}' then
      delete from public."${table.name}" t using jsonb_populate_recordset(null::public."${table.name}",
        (changes->'${table.name}'->'rows') || (changes->'${table.name}'->'deleted')) s where ${sameKey(table, 't', 's')};
      insert into public."${table.name}" (${list(table.columns)}) select ${list(table.columns)}
        from jsonb_populate_recordset(null::public."${table.name}", changes->'${table.name}'->'rows');
    end if;`,
      )
      .join('')}
    insert into seeded.written select jsonb_object_keys(changes);
  end $$`
