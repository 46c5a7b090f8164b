import type { Updateable } from 'kysely'
import type { DeviationTable } from '../database/deviation-tables.ts'
import { addEvent, takeDueSteps } from '../deviations/clock.ts'
import { completeDeadline, planDeadline, receiveDeadline } from '../deviations/deadlines.ts'
import { lifecycleFactsOf, type LockedDeviation } from '../deviations/facts.ts'
import { nextState } from '../deviations/lifecycle.ts'
import type { DeviationAction } from '../deviations/states.ts'
import { authorOf, log, requireMay, type DeviationContext } from '../deviations/write-context.ts'
import { unprocessable } from '../http/errors.ts'
import { notify } from '../notifications/notify.ts'
import { checkSensitiveContent } from '../text/sensitive-content-check.ts'
import type { DeviationPatch } from './contract.ts'
import { setFiles } from './files.ts'
import { reportedColumns, textsOf } from './report-columns.ts'

type Columns = Updateable<DeviationTable>

/** Which change is which action of the table of transitions. */
const supplemented = [
  'title',
  'description',
  'occurredDateTime',
  'discoveredDateTime',
  'place',
  'document',
  'law',
  'immediateAction',
  'involvedRoles',
  'actualConsequences',
  'possibleConsequences',
  'attachmentIds',
] as const
const treated = ['causeCategory', 'cause', 'whys', 'cost', 'archiveReference'] as const
const classified = {
  kind: 'kind',
  category: 'category',
  severity: 'severity',
  probability: 'probability',
  isPersonalDataBreach: 'is_personal_data',
  isSeriousInjury: 'is_serious_injury',
} as const
const classifiedNames = Object.keys(classified) as (keyof typeof classified)[] // the keys above

/**
 * Changes a case. What was reported is the reporter's to supplement until it is closed; how it is classified is logged
 * with what it was and told to the reporter; causes are written by who treats it (features.md §8.1).
 * @throws 403, 409 `invalidTransition`, 422 `sensitiveContent`
 */
export async function change(
  context: DeviationContext,
  deviation: LockedDeviation,
  patch: DeviationPatch,
): Promise<void> {
  const { trx, viewer, now } = context
  const names = (list: readonly (keyof DeviationPatch)[]) => list.filter((name) => patch[name] !== undefined)
  const [ofReport, ofTreatment, ofClass] = [names(supplemented), names(treated), names(classifiedNames)]
  const actions: [readonly string[], DeviationAction][] = [
    [ofReport, 'supplement'],
    [ofTreatment, 'treat'],
    [ofClass, 'classify'],
  ]
  for (const [changed, action] of actions) {
    if (changed.length === 0) continue
    requireMay(action, deviation)
    nextState(action, lifecycleFactsOf(deviation, now))
  }
  if (patch.title === '') throw needed('title')
  const accepted = checkSensitiveContent(
    textsOf(patch),
    patch.acceptedFindings ?? [],
    textsOf(previousOf(deviation)),
  )
  const reclassified = classifiedNames.filter(
    (name) => patch[name] !== undefined && patch[name] !== deviation[classified[name]],
  )
  const set: Columns = {
    ...reportedColumns(patch),
    ...(patch.title !== undefined && { title: patch.title }),
    ...(patch.description !== undefined && { description: patch.description }),
    ...(patch.occurredDateTime !== undefined && { occurred_at: new Date(patch.occurredDateTime) }),
    ...(patch.discoveredDateTime !== undefined && { discovered_at: new Date(patch.discoveredDateTime) }),
    ...(patch.causeCategory !== undefined && { cause_category: patch.causeCategory }),
    ...(patch.cause !== undefined && { cause: patch.cause }),
    ...(patch.whys !== undefined && { whys: patch.whys }),
    ...(patch.cost !== undefined && { cost: patch.cost }),
    ...(patch.archiveReference !== undefined && { archive_reference: patch.archiveReference }),
    ...Object.fromEntries(reclassified.map((name) => [classified[name], patch[name]])),
  }
  await trx
    .updateTable('deviation')
    .set({
      ...set,
      ...(reclassified.length > 0 && deadlinesAfter(deviation, patch)),
      changed_at: now,
      revision: deviation.revision + 1,
    })
    .where('id', '=', deviation.id)
    .execute()
  if (patch.attachmentIds) await setFiles(trx, viewer, deviation.id, patch.attachmentIds)
  const event = { deviation_id: deviation.id, occurred_at: now, ...authorOf(context, deviation) }
  const plain = [...ofReport, ...ofTreatment]
  if (plain.length > 0) await addEvent(trx, { ...event, kind: 'changed', data: { properties: plain } })
  if (reclassified.length > 0) {
    const data = Object.fromEntries(
      reclassified.map((name) => [name, { from: deviation[classified[name]], to: patch[name] }]),
    )
    await addEvent(trx, { ...event, kind: 'reclassified', data, note: patch.note || null })
    if (deviation.reporter_id !== null && deviation.reporter_id !== viewer.id)
      await notify(trx, {
        kind: 'deviationChanged',
        userIds: [deviation.reporter_id],
        actorId: viewer.id,
        threadId: deviation.id,
        resource: { type: 'deviation', id: deviation.id },
        at: now,
      })
  }
  await takeDueSteps(trx, deviation.id, now)
  await log(context, deviation, 'updated', {
    properties: [...plain, ...reclassified],
    ...(accepted.length > 0 && { findings: accepted }),
  })
}

/** Another severity has other deadlines, from the report on; what has been kept is kept. */
function deadlinesAfter(deviation: LockedDeviation, patch: DeviationPatch): Columns {
  const severity = patch.severity ?? deviation.severity
  const isPersonalData = patch.isPersonalDataBreach ?? deviation.is_personal_data
  const from = deviation.created_at
  return {
    ...(deviation.received_at === null && { receive_by: receiveDeadline(from, severity, isPersonalData) }),
    ...(severity !== deviation.severity && {
      plan_by: planDeadline(from, severity),
      complete_by: completeDeadline(from, severity),
    }),
  }
}

const previousOf = (row: LockedDeviation): Partial<DeviationPatch> => ({
  title: row.title,
  description: row.description,
  place: row.place,
  law: row.law,
  immediateAction: row.immediate_action,
  involvedRoles: row.involved_roles,
  cause: row.cause,
  whys: row.whys,
  document: row.document,
})

const needed = (target: string) =>
  unprocessable('invalidContent', `${target} is needed.`, [
    { code: 'requiredFieldMissing', target, message: `${target} is needed.` },
  ])
