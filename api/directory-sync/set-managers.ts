import { sql, type Transaction } from 'kysely'
import { recordAll } from '../audit/record.ts'
import type { Database } from '../database/schema.ts'
import { withoutCycles } from './without-cycles.ts'

/** How managers came out. */
export interface ManagerCounts {
  managersChanged: number
  /** Links that were left out, since they made circles. */
  managerCircles: number
}

/**
 * Gives everybody the manager the directory names, as far as we know that person. Of those it has not been asked about
 * nothing is changed. A manager who turns up later is set then: what the directory said is kept.
 */
export async function setManagers(trx: Transaction<Database>, now: Date): Promise<ManagerCounts> {
  const { rows } = await sql<{ id: string; claimed: string | null; current: string | null }>`
    select u.id, manager.id as claimed, u.manager_id as current
    from directory_person p join "user" u on u.id = p.user_id
      left join "user" manager on manager.id = p.manager_id and manager.id <> p.user_id
    where p.is_active and p.manager_read order by u.id`.execute(trx)
  const claims = new Map(rows.flatMap(({ id, claimed }) => (claimed ? [[id, claimed] as const] : [])))
  const { managers, leftOut } = withoutCycles(claims)
  const changed = rows.filter(({ id, current }) => (managers.get(id) ?? null) !== current)
  if (changed.length > 0) {
    await sql`update "user" set manager_id = claim.manager_id
      from unnest(${changed.map(({ id }) => id)}::uuid[],
        ${changed.map(({ id }) => managers.get(id) ?? null)}::uuid[]) claim(id, manager_id)
      where "user".id = claim.id`.execute(trx)
    await recordAll(
      trx,
      changed.map(({ id, current }) => ({
        actorId: null,
        action: 'user.synchronised',
        targetType: 'user',
        targetId: id,
        data: { fields: ['manager'], fromId: current, toId: managers.get(id) ?? null },
        at: now,
      })),
    )
  }
  return { managersChanged: changed.length, managerCircles: leftOut }
}
