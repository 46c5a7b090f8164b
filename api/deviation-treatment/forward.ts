import type { Transaction } from 'kysely'
import type { Database } from '../database/schema.ts'
import type { LockedDeviation } from '../deviations/facts.ts'
import { invalidTransition } from '../deviations/lifecycle.ts'
import { findResponsibleUnit } from '../deviations/routing.ts'
import { unprocessable } from '../http/errors.ts'

/**
 * Whose leader answers when a case is sent to a unit (features.md Q35).
 * @throws 422 `unknownOrgUnit`; 409 when nobody there could, or it is where it is already.
 */
export async function forwardFacts(
  trx: Transaction<Database>,
  { reporter_id, involved_ids, responsible_unit_id }: LockedDeviation,
  orgUnitId: string,
): Promise<{ unitId: string; displayName: string }> {
  const unit = await trx
    .selectFrom('org_unit')
    .select('display_name')
    .where('id', '=', orgUnitId)
    .executeTakeFirst()
  if (!unit) {
    const message = 'There is no such unit.'
    throw unprocessable('invalidContent', message, [{ code: 'unknownOrgUnit', target: 'orgUnitId', message }])
  }
  const unitId = await findResponsibleUnit(trx, orgUnitId, {
    reporterId: reporter_id,
    involvedIds: involved_ids,
  })
  if (unitId === null || unitId === responsible_unit_id) throw invalidTransition(['orgUnitId'])
  return { unitId, displayName: unit.display_name }
}
