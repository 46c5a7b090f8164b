import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely'
import type { Database } from '../database/schema.ts'
import type { StepTarget } from './ladder.ts'

/** Who has a part in a case, and treats no part of it (features.md Q35). */
export interface Parties {
  /** Null when nobody is to know. */
  reporterId: string | null
  involvedIds: readonly string[]
}

/**
 * The unit whose leader answers for what happened in a unit: it, or the nearest above whose leader is there and has no part
 * in the case. Null when even the kommunedirektør has.
 */
export async function findResponsibleUnit(
  db: Kysely<Database>,
  unitId: string,
  { reporterId, involvedIds }: Parties,
): Promise<string | null> {
  const parties = [...involvedIds, ...(reporterId === null ? [] : [reporterId])]
  const { rows } = await sql<{ id: string }>`
    select unit.id from org_unit_ancestor above
      join org_unit unit on unit.id = above.ancestor_id
      join "user" leader on leader.id = unit.leader_id and leader.account_enabled
    where above.unit_id = ${unitId}::uuid and leader.id <> all(${parties}::uuid[])
    order by above.depth limit 1`.execute(db)
  return rows[0]?.id ?? null
}

/** The leader a step goes to: of the responsible unit, the next other leader above, of the sector, of the whole. */
const leaderOf: Record<Exclude<StepTarget, 'quality' | 'dataProtection'>, RawBuilder<unknown>> = {
  leader: sql`above.depth = 0`,
  nextLeader: sql`above.depth > 0 and unit.leader_id is distinct from (select own.leader_id from org_unit own
    where own.id = deviation.responsible_unit_id)`,
  sectorLeader: sql`unit.kind in ('sector', 'staff')`,
  chiefExecutive: sql`unit.kind = 'municipality'`,
}

/**
 * Whom to tell of a case: those with the role, or the leader and whoever stands in for them now. Nobody with a part in it.
 */
export async function peopleOf(
  trx: Transaction<Database>,
  deviationId: string,
  target: StepTarget,
  now: Date,
): Promise<string[]> {
  const found =
    target === 'quality' || target === 'dataProtection'
      ? sql`select person.id from "user" person, deviation where deviation.id = ${deviationId}::uuid
          and person.account_enabled and ${target === 'quality' ? 'Quality' : 'DataProtection'} = any(person.app_roles)`
      : sql`(select unit.leader_id as id from deviation
          join org_unit_ancestor above on above.unit_id = coalesce(deviation.responsible_unit_id, deviation.org_unit_id)
          join org_unit unit on unit.id = above.ancestor_id and unit.leader_id is not null
          where deviation.id = ${deviationId}::uuid and ${leaderOf[target]}
            and unit.leader_id is distinct from deviation.reporter_id
            and unit.leader_id <> all(deviation.involved_ids)
          order by above.depth limit 1)`
  const { rows } = await sql<{ id: string }>`
    with found as (${found}),
      reached as (select id from found union select absence.substitute_id from absence join found
        on found.id = absence.user_id where absence.substitute_status = 'accepted'
          and absence.starts_at <= ${now} and (absence.ends_at is null or absence.ends_at > ${now}))
    select reached.id from reached, deviation where deviation.id = ${deviationId}::uuid and reached.id is not null
      and reached.id is distinct from deviation.reporter_id and reached.id <> all(deviation.involved_ids)`.execute(
    trx,
  )
  return rows.map(({ id }) => id)
}
