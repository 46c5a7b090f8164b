import { sql, type Transaction } from 'kysely'
import type { Database } from '#api/database/schema.ts'

/**
 * Writes very many rows into a table of its own transaction: foreign keys and further indexes are taken away, and put
 * back when the rows are there, so that each is checked and built once and not row by row.
 * @throws the database's own error when a row breaks a foreign key.
 */
export async function atOnce<T>(
  trx: Transaction<Database>,
  table: keyof Database,
  write: () => Promise<T>,
): Promise<T> {
  // A table cannot be changed while checks on it, or on those it refers to, wait for the end of the transaction.
  await sql`set constraints all immediate`.execute(trx)
  const { rows } = await sql<{ drop: string; add: string }>`
    select format('alter table %I drop constraint %I', ${table}::text, conname) as drop,
      format('alter table %I add constraint %I %s', ${table}::text, conname, pg_get_constraintdef(oid)) as add
    from pg_constraint where conrelid = ${table}::text::regclass and contype = 'f'
    union all
    select format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
    from pg_index where indrelid = ${table}::text::regclass
      and not exists (select from pg_constraint where conindid = indexrelid)`.execute(trx)
  for (const { drop } of rows) await sql.raw(drop).execute(trx)
  const written = await write()
  for (const { add } of rows) await sql.raw(add).execute(trx)
  await sql`set constraints all deferred`.execute(trx)
  return written
}
