import type { Kysely } from 'kysely'
import type { Database } from '#api/database/schema.ts'

/** Id of the one unit with that name. @throws when there is none, or several. */
export async function demoUnitId(db: Kysely<Database>, name: string): Promise<string> {
  const units = await db.selectFrom('org_unit').select('id').where('display_name', '=', name).execute()
  const [unit, ...others] = units
  if (!unit || others.length > 0) throw new Error(`${units.length} units are named ${name}.`)
  return unit.id
}
