import { sql } from 'kysely'
import { boolean, date, dateTime, guid, int, text } from '../graph/property.ts'
import type { Resource } from '../graph/resource.ts'
import { joinPersonSeen, personProperties } from '../users/person-seen.ts'
import { canAnswerMessage, leadsRecipient, visibleMessage } from './policy.ts'

const createdDateTime = dateTime('call_back_message.created_at', { filter: true, sort: true })

/** Messages that somebody is to ring back, for those who know of them. */
export const callBackMessages: Resource = {
  name: 'callBackMessages',
  entity: 'callBackMessage',
  from: (viewer) => sql`call_back_message
    join "user" recipient on recipient.id = call_back_message.recipient_id
    ${joinPersonSeen(viewer, sql.ref('call_back_message.created_by_id'), 'taker')}
    ${joinPersonSeen(viewer, sql.ref('call_back_message.answered_by_id'), 'answerer')}
    cross join lateral (select ${leadsRecipient(viewer)} as leads) asked`,
  visible: visibleMessage,
  properties: new Map([
    ['id', guid('call_back_message.id', { filter: true })],
    ['recipient/id', guid('recipient.id', { filter: true })],
    ['recipient/displayName', text('recipient.display_name')],
    ['recipient/jobTitle', text('recipient.job_title', { nullable: true })],
    ['callerName', text('call_back_message.caller_name')],
    ['callerPhone', text('call_back_message.caller_phone')],
    ['subject', text('call_back_message.subject')],
    ['state', text('call_back_message.state', { filter: true })],
    ['dueDate', date('call_back_message.due_on', { filter: true, sort: true })],
    ...personProperties('createdBy', 'taker'),
    ['createdDateTime', createdDateTime],
    ...personProperties('answeredBy', 'answerer'),
    [
      'answeredDateTime',
      dateTime('call_back_message.answered_at', { filter: true, sort: true, nullable: true }),
    ],
  ]),
  internal: new Map([
    ['revision', int('call_back_message.revision')],
    ['leadsRecipient', boolean('asked.leads')],
  ]),
  computed: {
    permissions: {
      needs: ['recipient/id', 'leadsRecipient'],
      value: (row, viewer) => ({
        canAnswer: canAnswerMessage(viewer, String(row['recipient/id']), row.leadsRecipient === true),
      }),
    },
  },
  nullWhen: { createdBy: 'createdBy/id', answeredBy: 'answeredBy/id' },
  revision: 'revision',
  order: [{ path: 'createdDateTime', property: createdDateTime, descending: true }],
  actions: ['answer', 'reopen'],
}
