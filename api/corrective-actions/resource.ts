import { sql } from 'kysely'
import { visibleAction, visibleDeviation, ownsAction } from '../deviations/policy.ts'
import { actionIsOverdue } from '../deviations/parts.ts'
import { boolean, date, dateTime, guid, text } from '../graph/property.ts'
import type { Resource } from '../graph/resource.ts'
import { joinPersonSeen, personProperties } from '../users/person-seen.ts'

const found = { filter: true, sort: true }
const nullable = { nullable: true }
const dueDate = date('corrective_action.due_on', found)
const open = ['new', 'accepted']

/** What is done about deviations: one's own, and those of cases one sees. The case itself stays closed to an owner. */
export const correctiveActions: Resource = {
  name: 'correctiveActions',
  entity: 'correctiveAction',
  from: (viewer) => sql`corrective_action join deviation on deviation.id = corrective_action.deviation_id
    ${joinPersonSeen(viewer, sql.ref('corrective_action.owner_id'), 'owner')}
    cross join lateral (select ${ownsAction(viewer)} as own, ${visibleDeviation(viewer)} as seen,
      ${actionIsOverdue('corrective_action', viewer)} as overdue) held`,
  visible: visibleAction,
  properties: new Map([
    ['id', guid('corrective_action.id', { filter: true })],
    ['description', text('corrective_action.description')],
    ...personProperties('owner', 'owner'),
    ['dueDate', dueDate],
    ['state', text('corrective_action.state', found)],
    ['isOverdue', boolean('held.overdue', { filter: true })],
    ['doneNote', text('corrective_action.done_note', nullable)],
    ['doneDateTime', dateTime('corrective_action.done_at', nullable)],
    ['effect', text('corrective_action.effect', nullable)],
    ['deviation/id', guid('deviation.id', { filter: true })],
    ['deviation/number', text('deviation.number')],
    ['deviation/title', text(sql`case when held.seen then deviation.title end`, nullable)],
  ]),
  internal: new Map([
    ['isOwn', boolean('held.own')],
    ['caseState', text('deviation.state')],
  ]),
  computed: {
    permissions: {
      needs: ['isOwn', 'state', 'caseState'],
      value: (row) => ({
        canAccept: row['isOwn'] === true && row.state === 'new',
        canComplete:
          row['isOwn'] === true &&
          open.includes(String(row.state)) &&
          ['inTreatment', 'actionsInProgress'].includes(String(row['caseState'])),
      }),
    },
  },
  nullWhen: { owner: 'owner/id' },
  order: [{ path: 'dueDate', property: dueDate, descending: false }],
}
