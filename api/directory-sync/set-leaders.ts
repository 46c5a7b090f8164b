import { sql, type Transaction } from 'kysely'
import { recordAll } from '../audit/record.ts'
import type { Database } from '../database/schema.ts'

/**
 * Gives units that have no leader the one their people have: whom more than half of those in the unit who lead nobody
 * have as manager, if that person works in the unit or in one above it. A leader named here stays, unless that
 * person has left (docs/decisions/025).
 * @returns how many units have another leader now.
 */
export async function setLeaders(trx: Transaction<Database>, now: Date): Promise<number> {
  const { rows } = await sql<{ unitId: string; leaderId: string; before: string | null }>`
    with worker as (
      select u.id, u.org_unit_id as unit_id, u.manager_id from "user" u join directory_person p on p.user_id = u.id
      where u.account_enabled and p.is_active and u.org_unit_id is not null
        and not exists (select from "user" report where report.manager_id = u.id and report.account_enabled)
    ), choice as (
      select unit_id, manager_id, count(*) as votes, sum(count(*)) over (partition by unit_id) as total
      from worker group by unit_id, manager_id
    )
    select unit.id as "unitId", leader.id as "leaderId", unit.leader_id as before
    from choice
      join org_unit unit on unit.id = choice.unit_id
      join "user" leader on leader.id = choice.manager_id and leader.account_enabled
      join org_unit_ancestor above on above.unit_id = unit.id and above.ancestor_id = leader.org_unit_id
      left join directory_unit_leader ours on ours.org_unit_id = unit.id
      left join "user" present on present.id = unit.leader_id
    where choice.votes * 2 > choice.total and unit.leader_id is distinct from leader.id
      and (unit.leader_id is null or unit.leader_id = ours.leader_id or not present.account_enabled)
    order by unit.id`.execute(trx)
  if (rows.length === 0) return 0
  const units = rows.map(({ unitId }) => unitId)
  const leaders = rows.map(({ leaderId }) => leaderId)
  await sql`update org_unit set leader_id = chosen.leader_id
    from unnest(${units}::uuid[], ${leaders}::uuid[]) chosen(unit_id, leader_id)
    where org_unit.id = chosen.unit_id`.execute(trx)
  await sql`insert into directory_unit_leader (org_unit_id, leader_id)
    select * from unnest(${units}::uuid[], ${leaders}::uuid[])
    on conflict (org_unit_id) do update set leader_id = excluded.leader_id`.execute(trx)
  await recordAll(
    trx,
    rows.map(({ unitId, leaderId, before }) => ({
      actorId: null,
      action: 'orgUnit.leaderSynchronised',
      targetType: 'orgUnit',
      targetId: unitId,
      data: { fromId: before, toId: leaderId },
      at: now,
    })),
  )
  return rows.length
}
