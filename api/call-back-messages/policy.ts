import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { leadsPerson } from '../absences/policy.ts'
import { isLeader, type Viewer } from '../viewer.ts'

/** Those the viewer answers for themselves, over a message: their own, and of those they are the substitute of. */
export const isForViewer = (viewer: Viewer): RawBuilder<SqlBool> =>
  sql`call_back_message.recipient_id = any(${[viewer.id, ...viewer.actsFor.map(({ id }) => id)]}::uuid[])`

/** Whether the viewer leads whoever is to ring, over a message. */
export const leadsRecipient = (viewer: Viewer): RawBuilder<SqlBool> =>
  leadsPerson(viewer, sql.ref('call_back_message.recipient_id'))

/**
 * Who knows of a message: who took it, who is to ring back or stands in for them, their leaders, and the service desk,
 * which is asked what became of it (features.md K23). Nobody else.
 */
export const visibleMessage = (viewer: Viewer): RawBuilder<SqlBool> =>
  viewer.roles.has('ServiceDesk')
    ? sql`true`
    : sql`(call_back_message.created_by_id = ${viewer.id}::uuid or ${isForViewer(viewer)}
        or ${leadsRecipient(viewer)})`

/** Whoever is to ring back, their substitute and their leaders say that it is done. */
export const canAnswerMessage = (viewer: Viewer, recipientId: string, leadsThem: boolean): boolean =>
  recipientId === viewer.id || viewer.actsFor.some(({ id }) => id === recipientId) || leadsThem

/** Whether the viewer sees messages to others than themselves and those they stand in for. */
export const canFollowMessages = (viewer: Viewer): boolean =>
  viewer.roles.has('ServiceDesk') || isLeader(viewer)
