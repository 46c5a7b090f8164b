import { sql, type Transaction } from 'kysely'
import type { Database } from '../database/schema.ts'
import { completeDeadline, planDeadline, receiveDeadline } from '../deviations/deadlines.ts'
import { addEvent, takeDueSteps } from '../deviations/clock.ts'
import { findResponsibleUnit, peopleOf } from '../deviations/routing.ts'
import { log, type DeviationContext } from '../deviations/write-context.ts'
import { sha256 } from '../files/bytes.ts'
import { unprocessable } from '../http/errors.ts'
import { notify } from '../notifications/notify.ts'
import { checkSensitiveContent } from '../text/sensitive-content-check.ts'
import { osloDay } from '../time/oslo.ts'
import { findPersonSeen } from '../users/person-seen.ts'
import { classify } from './classify.ts'
import type { NewDeviation } from './contract.ts'
import { setFiles } from './files.ts'
import { reportedColumns, textsOf } from './report-columns.ts'
import { whistleblowingSigns } from './whistleblowing.ts'

/** What became of a report. */
export interface Report {
  id: string
  number: string
  isAnonymous: boolean
}

const refused = (code: string, target: string, message: string) =>
  unprocessable(code, message, [{ code, target, message }])

/** How far ahead a clock may be, in minutes: what happened cannot lie in the future. */
const clockTolerance = 10

/**
 * Takes a report: derives what it omits, finds who answers for it, and gives it the next number of the year. The same
 * key from the same person is the same report, however often it is sent.
 * @throws 422 `possibleWhistleblowing`, `sensitiveContent`, `visibilityNotAllowed`, `anonymousWithFiles`, `unknownUser`,
 *   `unknownOrgUnit`, `unknownFile`, `invalidContent`
 */
export async function report(context: DeviationContext, input: NewDeviation, key?: string): Promise<Report> {
  const { trx, viewer, now } = context
  const keyHash =
    key === undefined ? undefined : await sha256(new TextEncoder().encode(`${viewer.id}\n${key}`))
  const known = keyHash && (await findReport(trx, keyHash))
  if (known) return known
  await requireReport(context, input)
  const accepted = checkSensitiveContent(textsOf(input), input.acceptedFindings ?? [])
  const visibility = input.reporterVisibility ?? 'named'
  const isAnonymous = visibility === 'anonymous'
  const reporterId = isAnonymous ? null : viewer.id
  const involvedIds = [...new Set(input.involvedIds ?? [])]
  const orgUnitId = await unitOf(context, input.orgUnitId)
  const derived = input.answers && classify(input.answers)
  // Required above: one of the two.
  const severity = input.severity ?? derived?.severity ?? 1
  const isPersonalData = input.isPersonalDataBreach ?? derived?.isPersonalDataBreach ?? false
  const number = await nextNumber(trx, now)
  const row = {
    ...reportedColumns(input),
    number,
    title: titleOf(input),
    description: input.description ?? '',
    kind: input.kind ?? derived?.kind ?? 'incident',
    category: input.category ?? derived?.category ?? 'serviceQuality',
    severity,
    probability: input.probability ?? null,
    is_personal_data: isPersonalData,
    is_serious_injury: input.isSeriousInjury ?? derived?.isSeriousInjury ?? false,
    occurred_at: new Date(input.occurredDateTime ?? now),
    discovered_at: new Date(input.discoveredDateTime ?? now),
    org_unit_id: orgUnitId,
    involved_ids: involvedIds,
    reporter_visibility: visibility,
    reporter_id: reporterId,
    responsible_unit_id: await findResponsibleUnit(trx, orgUnitId, { reporterId, involvedIds }),
    state: 'registered' as const,
    receive_by: receiveDeadline(now, severity, isPersonalData),
    plan_by: planDeadline(now, severity),
    complete_by: completeDeadline(now, severity),
    created_at: now,
    changed_at: now,
  }
  const { id } = await trx.insertInto('deviation').values(row).returning('id').executeTakeFirstOrThrow()
  if (keyHash)
    await trx
      .insertInto('deviation_receipt')
      .values({ key_hash: keyHash, deviation_id: id, received_on: osloDay(now) })
      .execute()
  if (!isAnonymous && input.attachmentIds) await setFiles(trx, viewer, id, input.attachmentIds)
  const isHidden = visibility !== 'named'
  await addEvent(trx, {
    deviation_id: id,
    kind: 'registered',
    occurred_at: now,
    actor_id: isHidden ? null : viewer.id,
  })
  await takeDueSteps(trx, id, now)
  const leaders = await peopleOf(trx, id, 'leader', now)
  await notify(trx, {
    kind: 'deviationAssigned',
    userIds: [...leaders, ...(row.is_serious_injury ? await safetyRepsOf(trx, orgUnitId) : [])],
    actorId: isHidden ? null : viewer.id,
    threadId: id,
    resource: { type: 'deviation', id },
    at: now,
  })
  const findings = accepted.length > 0 ? { findings: accepted } : {}
  await log(
    context,
    { id, reporter_visibility: visibility, reporter_id: reporterId },
    'registered',
    findings,
    leaders,
  )
  return { id, number, isAnonymous }
}

/** The report a key has become. Two requests with one key wait for each other here. */
async function findReport(trx: Transaction<Database>, keyHash: Uint8Array): Promise<Report | undefined> {
  const lock = new DataView(keyHash.buffer, keyHash.byteOffset).getBigInt64(0)
  await sql`select pg_advisory_xact_lock(${String(lock)}::bigint)`.execute(trx)
  const row = await trx
    .selectFrom('deviation_receipt')
    .innerJoin('deviation', 'deviation.id', 'deviation_receipt.deviation_id')
    .select(['deviation.id', 'deviation.number', 'deviation.reporter_visibility'])
    .where('key_hash', '=', keyHash)
    .executeTakeFirst()
  return row && { id: row.id, number: row.number, isAnonymous: row.reporter_visibility === 'anonymous' }
}

/**
 * The next number of the year, `2026-00123`. The row is locked until the transaction ends: whoever rolls back gives the
 * number back, and whoever comes next waits, so there is neither gap nor double.
 */
async function nextNumber(trx: Transaction<Database>, now: Date): Promise<string> {
  const year = Number(osloDay(now).slice(0, 4))
  const { rows } = await sql<{ last: number }>`
    insert into deviation_series as series (year, last_number) values (${year}, 1)
    on conflict (year) do update set last_number = series.last_number + 1
    returning last_number as last`.execute(trx)
  return `${year}-${String(rows[0]?.last ?? 1).padStart(5, '0')}`
}

async function requireReport({ trx, viewer, now }: DeviationContext, input: NewDeviation): Promise<void> {
  const missing = (target: string) => refused('invalidContent', target, `${target} is needed.`)
  if (!input.title && !input.description) throw missing('title')
  if (input.occurredDateTime === undefined) throw missing('occurredDateTime')
  if (input.severity === undefined && input.answers === undefined) throw missing('severity')
  const latest = now.getTime() + clockTolerance * 60_000
  for (const target of ['occurredDateTime', 'discoveredDateTime'] as const)
    if (new Date(input[target] ?? now).getTime() > latest)
      throw refused('invalidContent', target, 'It has not happened yet.')
  const signs = whistleblowingSigns(`${input.title ?? ''}. ${input.description ?? ''}`)
  if (input.isWhistleblowing === true || (input.isWhistleblowing === undefined && signs.length > 0))
    throw refused(
      'possibleWhistleblowing',
      'description',
      'This may be whistleblowing, which has a way of its own.',
    )
  const { reporter_visibilities: allowed } = await trx
    .selectFrom('deviation_setting')
    .select('reporter_visibilities')
    .executeTakeFirstOrThrow()
  const wanted = input.reporterVisibility ?? 'named'
  if (wanted !== 'named' && !allowed.includes(wanted))
    throw refused('visibilityNotAllowed', 'reporterVisibility', 'The municipality does not allow that.')
  if (wanted === 'anonymous' && (input.attachmentIds ?? []).length > 0)
    throw refused('anonymousWithFiles', 'attachmentIds', 'A file tells who uploaded it.')
  for (const id of input.involvedIds ?? [])
    if (!(await findPersonSeen(trx, viewer, id)))
      throw refused('unknownUser', 'involvedIds', 'There is none with this id.')
}

/** Where it happened: the unit that is named, else the reporter's own. */
async function unitOf({ trx, viewer }: DeviationContext, named?: string): Promise<string> {
  const found =
    named === undefined
      ? await trx
          .selectFrom('user')
          .select('org_unit_id as id')
          .where('id', '=', viewer.id)
          .executeTakeFirst()
      : await trx.selectFrom('org_unit').select('id').where('id', '=', named).executeTakeFirst()
  if (!found?.id) throw refused('unknownOrgUnit', 'orgUnitId', 'There is no such unit.')
  return found.id
}

const longestTitle = 100
/** The beginning of the description, to the end of its first sentence. */
function titleOf({ title, description = '' }: NewDeviation): string {
  if (title) return title
  const first = /^.*?[.!?](?=\s|$)/su.exec(description)?.[0] ?? description
  const line = first.replaceAll(/\s+/g, ' ').trim()
  return line.length <= longestTitle ? line : `${line.slice(0, longestTitle - 1).replace(/\s\S*$/, '')}…`
}

/** The safety representatives of a workplace get a copy of a serious injury (aml § 5-2, features.md Q33). */
async function safetyRepsOf(trx: Transaction<Database>, orgUnitId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct person.id from org_unit_ancestor above
      join org_unit unit on unit.id = above.ancestor_id and unit.kind not in ('municipality', 'sector', 'area')
      join org_unit_member member on member.unit_id = unit.id
      join "user" person on person.id = member.user_id and 'SafetyRep' = any(person.app_roles)
    where above.unit_id = ${orgUnitId}::uuid`.execute(trx)
  return rows.map(({ id }) => id)
}
