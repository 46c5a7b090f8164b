import { sql, type Kysely } from 'kysely'
import type { z } from 'zod/mini'
import type { Database } from '../database/schema.ts'
import type { DeviationEffect } from './contract.ts'

const days = 90

/**
 * Cases like this one in the 90 days before it and the 90 days after its last action: same unit and category, and the
 * same procedure when one is named (features.md Q31). Fewer afterwards suggests that it helped; the leader decides.
 */
export async function readEffect(
  db: Kysely<Database>,
  id: string,
  now: Date,
): Promise<z.infer<typeof DeviationEffect>> {
  const { rows } = await sql<{ before: number; after: number; from: Date | null }>`
    with subject as (
      select deviation.*, (select max(done_at) from corrective_action where deviation_id = deviation.id) as acted_at
      from deviation where id = ${id}::uuid),
    alike as (
      select other.created_at, subject.created_at as reported_at, subject.acted_at from subject join deviation other
        on other.org_unit_id = subject.org_unit_id and other.category = subject.category and other.id <> subject.id
          and other.state not in ('rejected', 'merged')
          and (subject.document is null or other.document ->> 'title' = subject.document ->> 'title'))
    select (select acted_at from subject) as from,
      (select count(*)::int from alike where created_at < reported_at
        and created_at >= reported_at - ${sql.lit(`${days} days`)}::interval) as before,
      (select count(*)::int from alike where created_at > acted_at
        and created_at <= acted_at + ${sql.lit(`${days} days`)}::interval) as after`.execute(db)
  const { before = 0, after = 0, from = null } = rows[0] ?? {}
  const isComplete = from !== null && now.getTime() - from.getTime() >= days * 86_400_000
  // The case itself is one of those before.
  const had = before + 1
  return {
    days,
    before: had,
    after,
    isComplete,
    proposal: isComplete ? (after < had ? 'effective' : 'notEffective') : null,
  }
}
