import { sql, type Kysely } from 'kysely'
import type { Database } from '../database/schema.ts'
import { openStates } from '../deviations/contract.ts'
import { visibleDeviation } from '../deviations/policy.ts'
import type { Viewer } from '../viewer.ts'
import type { SimilarDeviation } from './contract.ts'

/** From which share of common trigrams texts are alike, and how many are told. */
const alike = 0.2
const most = 5

/**
 * Open cases like a text, the likest first, by trigrams (features.md Q44). Only those the viewer may know of, so that nobody
 * can find out by trying texts what others have reported.
 */
export async function findSimilar(
  db: Kysely<Database>,
  viewer: Viewer,
  { text, orgUnitId, except }: { text: string; orgUnitId?: string | null; except?: string },
): Promise<SimilarDeviation[]> {
  if (text.trim().length < 5) return []
  const likeness = sql`word_similarity(lower(${text.slice(0, 500)}), lower(title || ' ' || description))`
  const { rows } = await sql<Omit<SimilarDeviation, 'createdDateTime'> & { created: Date }>`
    select id, number, title, state, created_at as created from deviation
    where state in (${sql.join(openStates.map((state) => sql.lit(state)))}) and ${visibleDeviation(viewer)}
      ${orgUnitId ? sql`and org_unit_id = ${orgUnitId}::uuid` : sql``}
      ${except ? sql`and id <> ${except}::uuid` : sql``}
      and ${likeness} >= ${alike}
    order by ${likeness} desc, created_at desc, id limit ${most}`.execute(db)
  return rows.map(({ created, ...row }) => ({ ...row, createdDateTime: created.toISOString() }))
}
