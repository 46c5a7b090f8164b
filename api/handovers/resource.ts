import { sql } from 'kysely'
import { dateTime, guid, text } from '../graph/property.ts'
import type { Resource } from '../graph/resource.ts'

const handedOverDateTime = dateTime('handover.handed_over_at', { filter: true, sort: true })

/** What colleagues who left answered for, as it came to the viewer; what came to nobody, to who administers. */
export const handovers: Resource = {
  name: 'handovers',
  entity: 'handover',
  from: () => sql`handover join "user" leaver on leaver.id = handover.leaver_id`,
  visible: (viewer) =>
    viewer.roles.has('Admin')
      ? sql`(handover.recipient_id = ${viewer.id}::uuid or handover.recipient_id is null)`
      : sql`handover.recipient_id = ${viewer.id}::uuid`,
  properties: new Map([
    ['id', guid('handover.id', { filter: true })],
    ['leaver/id', guid('leaver.id', { filter: true })],
    ['leaver/displayName', text('leaver.display_name')],
    ['target/type', text('handover.target_type', { filter: true })],
    ['target/id', guid('handover.target_id', { filter: true })],
    ['outcome', text('handover.outcome', { filter: true })],
    ['handedOverDateTime', handedOverDateTime],
  ]),
  order: [{ path: 'handedOverDateTime', property: handedOverDateTime, descending: true }],
}
