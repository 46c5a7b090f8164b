import { sql, type RawBuilder } from 'kysely'

/**
 * Who answers for a unit now: its leader, else its deputy, else those of the unit above it, and so on; never someone
 * who has left. Null when there is nobody.
 * @param unitId SQL for the unit's id. @param except SQL for someone who does not count.
 */
export const nearestLeader = (
  unitId: RawBuilder<unknown>,
  except: RawBuilder<unknown> = sql`null::uuid`,
): RawBuilder<string | null> =>
  sql`(select leader.id from org_unit_ancestor above
    join org_unit unit on unit.id = above.ancestor_id
    cross join lateral (values (unit.leader_id, 1), (unit.deputy_leader_id, 2)) post(holder_id, rank)
    join "user" leader on leader.id = post.holder_id and leader.account_enabled
      and leader.id is distinct from ${except}
    where above.unit_id = ${unitId} order by above.depth, post.rank limit 1)`
