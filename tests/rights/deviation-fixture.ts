import type { TestApi } from '../call-api.ts'
import { demoPerson } from '../tokens.ts'

/** Kari's report about her department, just registered, with something for a teacher to do in it. */
export async function makeDeviation(
  { db, clock }: Pick<TestApi, 'db'> & { clock: Pick<TestApi['clock'], 'now'> },
  departmentId: string,
): Promise<{ id: string; actionId: string }> {
  const now = clock.now()
  const { id } = await db
    .insertInto('deviation')
    .values({
      number: '2025-99999',
      title: 'Rettighetsprøve',
      description: 'Glatt gulv',
      kind: 'incident',
      category: 'hse',
      is_personal_data: false,
      is_serious_injury: false,
      occurred_at: now,
      discovered_at: now,
      org_unit_id: departmentId,
      severity: 3,
      reporter_visibility: 'named',
      reporter_id: demoPerson('kari.nilsen').id,
      responsible_unit_id: departmentId,
      state: 'registered',
      created_at: now,
      changed_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const action = await db
    .insertInto('corrective_action')
    .values({
      deviation_id: id,
      description: 'Legg ut matter',
      owner_id: demoPerson('sara.holm').id,
      due_on: '2025-04-01',
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, actionId: action.id }
}
