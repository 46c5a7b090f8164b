import { sql } from 'kysely'
import { dateTime, guid, json, long, text } from '../graph/property.ts'
import type { Resource } from '../graph/resource.ts'
import { canReadAuditEntries } from './policy.ts'

const sequence = long('audit_entry.seq', { filter: true, sort: true })

/** The audit log, newest first. */
export const auditEntries: Resource = {
  name: 'auditEntries',
  entity: 'auditEntry',
  from: () => sql`audit_entry
    left join "user" actor on actor.id = audit_entry.actor_id
    left join "user" principal on principal.id = audit_entry.on_behalf_of_id`,
  visible: (viewer) => sql`${canReadAuditEntries(viewer)}`,
  properties: new Map([
    ['id', text(sql`audit_entry.seq::text`, { filter: true })],
    ['sequence', sequence],
    ['activityDateTime', dateTime('audit_entry.occurred_at', { filter: true })],
    ['initiatedBy/id', guid('audit_entry.actor_id', { filter: true, nullable: true })],
    ['initiatedBy/displayName', text('actor.display_name', { nullable: true })],
    ['onBehalfOf/id', guid('audit_entry.on_behalf_of_id', { filter: true, nullable: true })],
    ['onBehalfOf/displayName', text('principal.display_name', { nullable: true })],
    ['activity', text('audit_entry.action', { filter: true })],
    ['target/type', text('audit_entry.target_type', { filter: true })],
    ['target/id', text('audit_entry.target_id', { filter: true })],
    ['data', json('audit_entry.data')],
    ['hash', text(sql`encode(audit_entry.hash, 'hex')`)],
  ]),
  nullWhen: { initiatedBy: 'initiatedBy/id', onBehalfOf: 'onBehalfOf/id' },
  order: [{ path: 'sequence', property: sequence, descending: true }],
}
