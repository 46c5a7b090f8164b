import type { TestApi } from '../call-api.ts'
import { demoPerson } from '../tokens.ts'

const week = 7 * 24 * 3_600_000

/** Kari is sick next week, and has asked Nina to stand in. @returns its id. */
export async function makeAbsence(db: TestApi['db'], userId: string, now: Date): Promise<string> {
  const { id } = await db
    .insertInto('absence')
    .values({
      user_id: userId,
      starts_at: new Date(now.getTime() + week),
      ends_at: new Date(now.getTime() + 2 * week),
      kind: 'sick',
      note: 'Rygg',
      substitute_id: demoPerson('nina.aas').id,
      substitute_status: 'proposed',
      created_by_id: userId,
      created_at: now,
      changed_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
