import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { isLeader, type Viewer } from '../viewer.ts'

/** Those the viewer answers for themselves, over a message: their own, and of those they are the substitute of. */
export const isForViewer = (viewer: Viewer): RawBuilder<SqlBool> =>
  sql`call_back_message.recipient_id = any(${[viewer.id, ...viewer.actsFor.map(({ id }) => id)]}::uuid[])`

/** Whether the viewer leads the unit of the recipient or one above it, over a message and its `recipient`. */
export const leadsRecipient = (viewer: Viewer): RawBuilder<SqlBool> =>
  viewer.ledUnitIds.length === 0
    ? sql`false`
    : sql`exists (select from org_unit_ancestor above where above.unit_id = recipient.org_unit_id
        and above.ancestor_id = any(${[...viewer.ledUnitIds]}::uuid[]))`

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
