import { sql, type Selectable, type Transaction } from 'kysely'
import type { DeviationTable } from '../database/deviation-tables.ts'
import type { Database } from '../database/schema.ts'
import { etagOf, type Row } from '../graph/resource.ts'
import { notFound } from '../http/errors.ts'
import type { Viewer } from '../viewer.ts'
import type { LifecycleFacts } from './lifecycle.ts'
import { roleSql, visibleDeviation } from './policy.ts'
import { deviationRoles, type CaseFacts, type DeviationRole } from './transitions.ts'

/** A case that nobody else changes until the transaction ends, and what the viewer is to it. */
export interface LockedDeviation extends Omit<Selectable<DeviationTable>, 'search'> {
  roles: DeviationRole[]
  isVisible: boolean
  etag: string
  actionCount: number
  openActionCount: number
}

/** How many actions a case has, and how many are not done. Over `deviation`. */
export const actionCounts = {
  all: sql<number>`(select count(*)::int from corrective_action counted where counted.deviation_id = deviation.id)`,
  open: sql<number>`(select count(*)::int from corrective_action counted
    where counted.deviation_id = deviation.id and counted.state in ('new', 'accepted'))`,
}

/** Columns with the viewer's roles, `role:<name>`. */
const roleColumns = (viewer: Viewer) =>
  sql.join(
    Object.entries(roleSql(viewer)).map(
      ([name, condition]) => sql`${condition} as ${sql.ref(`role:${name}`)}`,
    ),
  )

/** The roles among the columns `role:<name>` of a row. */
export const rolesIn = (row: Row): DeviationRole[] =>
  deviationRoles.filter((role) => row[`role:${role}`] === true)

/**
 * Locks a case. @param alsoOwners whether somebody with an action in it may, who cannot see it.
 * @throws 404 for one the viewer may not know of.
 */
export async function lockDeviation(
  trx: Transaction<Database>,
  viewer: Viewer,
  id: string,
  alsoOwners = false,
): Promise<LockedDeviation> {
  const { rows } = await sql<Selectable<DeviationTable> & Record<string, unknown>>`
    select deviation.*, ${roleColumns(viewer)}, ${visibleDeviation(viewer)} as is_visible,
      ${actionCounts.all} as action_count, ${actionCounts.open} as open_action_count
    from deviation where deviation.id = ${id}::uuid for update`.execute(trx)
  const row = rows[0]
  if (!row) throw notFound()
  const roles = rolesIn(row)
  const isVisible = row['is_visible'] === true
  if (!isVisible && !(alsoOwners && roles.includes('actionOwner'))) throw notFound()
  return {
    ...row,
    roles,
    isVisible,
    etag: etagOf(row.revision),
    actionCount: Number(row['action_count']),
    openActionCount: Number(row['open_action_count']),
  }
}

/** What the table of transitions looks at. */
export const caseFactsOf = (row: LockedDeviation): CaseFacts => ({
  severity: row.severity,
  category: row.category,
  isPersonalData: row.is_personal_data,
  isEscalated: row.escalated_at !== null,
})

/** What the guards look at. */
export const lifecycleFactsOf = (row: LockedDeviation, now: Date): LifecycleFacts => ({
  state: row.state,
  severity: row.severity,
  isPersonalData: row.is_personal_data,
  isShielded: row.is_shielded,
  hasResponsible: row.responsible_unit_id !== null,
  causeCategory: row.cause_category,
  cause: row.cause,
  actionCount: row.actionCount,
  openActionCount: row.openActionCount,
  documentOutcome: row.document_outcome,
  effectiveness: row.effectiveness,
  effectNote: row.effect_note,
  endedAt: row.state === 'rejected' ? row.rejected_at : row.closed_at,
  objection: row.objection,
  isObjectionOpen: row.is_objection_open,
  noticeDecidedAt: row.notice_decided_at,
  now,
})
