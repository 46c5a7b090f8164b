import { sql } from 'kysely'
import { knowsReporter, visibleDeviation } from '../deviations/policy.ts'
import type { LockedDeviation } from '../deviations/facts.ts'
import { peopleOf } from '../deviations/routing.ts'
import { log, requireMay, type DeviationContext } from '../deviations/write-context.ts'
import { boolean, dateTime, guid, text } from '../graph/property.ts'
import type { Resource } from '../graph/resource.ts'
import { notify } from '../notifications/notify.ts'
import { checkSensitiveContent } from '../text/sensitive-content-check.ts'
import { joinPersonSeen, personProperties } from '../users/person-seen.ts'
import type { NewDeviationMessage } from './contract.ts'

const created = dateTime('deviation_message.created_at', { sort: true })

/** The dialogue of a case with its reporter, who stays unknown in it when they wish so. */
export const messagesOf = (deviationId: string): Resource => ({
  name: 'messages',
  entity: 'deviationMessage',
  from: (viewer) => sql`deviation_message join deviation on deviation.id = deviation_message.deviation_id
    ${joinPersonSeen(
      viewer,
      sql`case when not deviation_message.is_from_reporter or ${knowsReporter(viewer)}
        then deviation_message.author_id end`,
      'author',
    )}
    cross join lateral (select deviation_message.author_id = ${viewer.id}::uuid as mine) held`,
  visible: (viewer) => sql`(deviation.id = ${deviationId}::uuid and ${visibleDeviation(viewer)})`,
  properties: new Map([
    ['id', guid('deviation_message.id')],
    ['text', text('deviation_message.text')],
    ['isFromReporter', boolean('deviation_message.is_from_reporter')],
    ['isMine', boolean('held.mine')],
    ...personProperties('person', 'author').map(
      ([path, property]) => [path, { ...property, filter: false }] as [string, typeof property],
    ),
    ['createdDateTime', created],
  ]),
  nullWhen: { person: 'person/id' },
  order: [{ path: 'createdDateTime', property: created, descending: false }],
})

/**
 * Writes in the dialogue: the reporter to who treats the case, others to the reporter. @returns the message's id.
 * @throws 403, 422 `sensitiveContent`
 */
export async function writeMessage(
  context: DeviationContext,
  deviation: LockedDeviation,
  input: NewDeviationMessage,
): Promise<string> {
  const { trx, viewer, now } = context
  requireMay('comment', deviation)
  checkSensitiveContent({ text: input.text }, input.acceptedFindings ?? [])
  const isFromReporter = deviation.reporter_id === viewer.id
  const { id } = await trx
    .insertInto('deviation_message')
    .values({
      deviation_id: deviation.id,
      author_id: viewer.id,
      is_from_reporter: isFromReporter,
      text: input.text,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const leaders = await peopleOf(trx, deviation.id, 'leader', now)
  const reporter = deviation.reporter_id === null ? [] : [deviation.reporter_id]
  await notify(trx, {
    kind: 'deviationMessage',
    userIds: (isFromReporter ? leaders : [...reporter, ...leaders]).filter((one) => one !== viewer.id),
    actorId: isFromReporter && deviation.reporter_visibility !== 'named' ? null : viewer.id,
    threadId: deviation.id,
    resource: { type: 'deviation', id: deviation.id },
    at: now,
  })
  await log(context, deviation, 'messageWritten', {}, leaders)
  return id
}
