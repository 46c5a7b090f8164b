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

/**
 * Keeps a copy of every table beside it, in the schema `seeded`, and remembers the current transaction. Rows
 * written later are told by their younger `xmin`, whoever wrote them: a request, a trigger, plain SQL. That makes it
 * cheap to go back to the seed, and to know what to save of it.
 * @throws when a table has no primary key.
 */
export async function keepSeededCopy(db: Kysely<Database>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`create schema seeded`.execute(trx)
    const tables = await listTables(trx)
    for (const { name } of tables) {
      await sql.raw(`create table seeded."${name}" as table public."${name}"`).execute(trx)
    }
    await sql`create table seeded.mark (xid xid not null, seed uuid not null)`.execute(trx)
    await sql`insert into seeded.mark values (pg_current_xact_id()::xid, gen_random_uuid())`.execute(trx)
    await sql.raw(revertFunction(tables)).execute(trx)
    await sql.raw(changesFunction(tables)).execute(trx)
    await sql.raw(applyFunction(tables)).execute(trx)
  })
}

/** Undoes every change since `keepSeededCopy`. */
export async function revertToSeed(db: Kysely<Database>): Promise<void> {
  await sql`select seeded.revert()`.execute(db)
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

// As a replica the session fires no triggers and checks no foreign keys: rows can go back in any order, and the
// audit log, which refuses to be changed, lets itself be rewound.
const asReplica = `language plpgsql set session_replication_role = replica as $$
  declare mark xid := (select xid from seeded.mark);
  begin`
const isYounger = 'age(t.xmin) < age(mark)'
const missing = (table: Table) =>
  `from seeded."${table.name}" s where not exists (select from public."${table.name}" t where ${sameKey(table, 't', 's')})`

const revertFunction = (tables: Table[]) => `
  create function seeded.revert() returns void ${asReplica}
    ${tables
      .map(
        (table) => `
    delete from public."${table.name}" t where ${isYounger};
    if (select count(*) from public."${table.name}") < ${table.count} then
      insert into public."${table.name}" (${list(table.columns)}) select ${list(table.columns)} ${missing(table)};
    end if;`,
      )
      .join('')}
    update seeded.mark set xid = pg_current_xact_id()::xid;
  end $$`

const changesFunction = (tables: Table[]) => `
  create function seeded.changes() returns jsonb ${asReplica}
    return (select coalesce(jsonb_object_agg(name, jsonb_build_object('rows', rows, 'deleted', deleted)), '{}')
    from (${tables
      .map(
        (table) => `
      select '${table.name}' as name,
        (select coalesce(jsonb_agg(to_jsonb(t)), '[]') from public."${table.name}" t where ${isYounger}) as rows,
        (select coalesce(jsonb_agg(to_jsonb(s)), '[]')
          from (select ${list(table.key, 's.')} ${missing(table)}) s) as deleted`,
      )
      .join(' union all')}
    ) change where rows <> '[]' or deleted <> '[]');
  end $$`

const applyFunction = (tables: Table[]) => `
  create function seeded.apply(changes jsonb) returns void ${asReplica}
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
  end $$`
