import type { Kysely, Transaction } from 'kysely'
import type { z } from 'zod/mini'
import { actorOf } from '../acting.ts'
import { record } from '../audit/record.ts'
import type { Database } from '../database/schema.ts'
import { deadlineRules } from '../deviations/deadlines.ts'
import { etagOf } from '../graph/resource.ts'
import type { Viewer } from '../viewer.ts'
import type { DeviationSettings, DeviationSettingsPatch } from './contract.ts'

/** The quality adviser chooses how deviations are reported in the municipality. */
export const canEditSettings = (viewer: Viewer): boolean => viewer.roles.has('Quality')

/** What the municipality has chosen, and the deadlines, for everybody. */
export async function readSettings(
  db: Kysely<Database>,
  viewer: Viewer,
): Promise<z.infer<typeof DeviationSettings>> {
  const row = await db.selectFrom('deviation_setting').selectAll().executeTakeFirstOrThrow()
  return {
    '@odata.etag': etagOf(row.revision),
    reporterVisibilities: row.reporter_visibilities,
    deadlines: Object.entries(deadlineRules).map(([severity, rule]) => ({
      severity: Number(severity),
      ...rule,
    })),
    evaluateAfterDays: row.evaluate_after_days,
    contacts: row.contacts,
    labourInspection: row.labour_inspection,
    whistleblowing: row.whistleblowing,
    permissions: { canEdit: canEditSettings(viewer) },
  }
}

/** Changes them; absent is unchanged, and reporting by name is always allowed. */
export async function changeSettings(
  trx: Transaction<Database>,
  viewer: Viewer,
  patch: DeviationSettingsPatch,
  now: Date,
): Promise<void> {
  const { reporterVisibilities, evaluateAfterDays, contacts, labourInspection, whistleblowing } = patch
  const { revision } = await trx.selectFrom('deviation_setting').select('revision').executeTakeFirstOrThrow()
  await trx
    .updateTable('deviation_setting')
    .set({
      ...(reporterVisibilities && {
        reporter_visibilities: [...new Set(['named' as const, ...reporterVisibilities])],
      }),
      ...(evaluateAfterDays !== undefined && { evaluate_after_days: evaluateAfterDays }),
      ...(contacts && { contacts: JSON.stringify(contacts) }),
      ...(labourInspection && { labour_inspection: JSON.stringify(labourInspection) }),
      ...(whistleblowing && { whistleblowing: JSON.stringify(whistleblowing) }),
      revision: revision + 1,
    })
    .execute()
  const { id } = await trx.selectFrom('organization').select('id').executeTakeFirstOrThrow()
  await record(trx, {
    ...actorOf(viewer),
    action: 'deviationSettings.updated',
    targetType: 'organization',
    targetId: id,
    data: { properties: Object.keys(patch) },
    at: now,
  })
}
