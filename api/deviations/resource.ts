import { sql } from 'kysely'
import { boolean, dateTime, guid, int, json, text, type Property } from '../graph/property.ts'
import type { Resource } from '../graph/resource.ts'
import { searchToTsQuery } from '../odata/parse-search.ts'
import { joinPersonSeen, personProperties } from '../users/person-seen.ts'
import type { Viewer } from '../viewer.ts'
import { noticeHours } from './deadlines.ts'
import { actionCounts } from './facts.ts'
import { attachmentsOf, correctiveActionsOf, involvedOf, timelineOf } from './parts.ts'
import { missingNeeds, missingToClose, permissionNeeds, permissionsOf } from './permissions.ts'
import { knowsReporter, roleSql, treatsOrOversees, visibleDeviation } from './policy.ts'
import { deviationActions } from './states.ts'
import { deviationRoles } from './transitions.ts'

const found = { filter: true, sort: true }
const filter = { filter: true }
const nullable = { nullable: true }
const heavy = { heavy: true }
const column = (name: string) => `deviation.${name}`

/**
 * The laterals have no rows of their own: what is not selected of them is not computed. The unit that answers and its leader, who reported it where that is known, and what the viewer is to the case.
 */
const from = (viewer: Viewer) => sql`deviation
  join org_unit place_unit on place_unit.id = deviation.org_unit_id
  left join org_unit answering_unit on answering_unit.id = deviation.responsible_unit_id
  left join org_unit sending_unit on sending_unit.id = deviation.forwarded_from_unit_id
  ${joinPersonSeen(viewer, sql.ref('answering_unit.leader_id'), 'answering')}
  ${joinPersonSeen(viewer, sql`case when ${knowsReporter(viewer)} then deviation.reporter_id end`, 'reporter')}
  cross join lateral (select ${sql.join(
    Object.entries(roleSql(viewer)).map(([name, condition]) => sql`${condition} as ${sql.ref(name)}`),
  )}) held
  cross join lateral (select
    (deviation.due_at < ${viewer.now}::timestamptz and deviation.state <> 'effectReview') is true as is_overdue,
    ${correctiveActionsOf(viewer)} as corrective_actions, ${timelineOf(viewer)} as timeline,
    ${involvedOf(viewer, sql`(${treatsOrOversees(viewer)} or held.reporter)`)} as involved) told`

const createdDateTime = dateTime(column('created_at'), found)

const properties = new Map<string, Property>([
  ['id', guid(column('id'), filter)],
  ['number', text(column('number'), found)],
  ['title', text(column('title'), { sort: true })],
  ['description', text(column('description'), heavy)],
  ['kind', text(column('kind'), filter)],
  ['category', text(column('category'), found)],
  ['isPersonalDataBreach', boolean(column('is_personal_data'), filter)],
  ['isSeriousInjury', boolean(column('is_serious_injury'), filter)],
  ['occurredDateTime', dateTime(column('occurred_at'), found)],
  ['discoveredDateTime', dateTime(column('discovered_at'), found)],
  ['orgUnit/id', guid('place_unit.id', filter)],
  ['orgUnit/displayName', text('place_unit.display_name')],
  ['place', text(column('place'), nullable)],
  ['document', json(column('document'), nullable)],
  ['law', text(column('law'), nullable)],
  ['severity', int(column('severity'), found)],
  ['probability', int(column('probability'), { ...found, ...nullable })],
  ['riskScore', int(sql`(deviation.severity * deviation.probability)`, { ...found, ...nullable })],
  ['actualConsequences', json(column('actual_consequences'))],
  ['possibleConsequences', json(column('possible_consequences'))],
  ['immediateAction', text(column('immediate_action'), nullable)],
  ['involvedRoles', text(column('involved_roles'), nullable)],
  ['involved', json('told.involved', heavy)],
  ['reporterVisibility', text(column('reporter_visibility'))],
  ...personProperties('reporter', 'reporter'),
  ['responsibleUnit/id', guid('answering_unit.id', { ...filter, ...nullable })],
  ['responsibleUnit/displayName', text('answering_unit.display_name', nullable)],
  ...personProperties('responsible', 'answering'),
  ['state', text(column('state'), found)],
  ['isShielded', boolean(column('is_shielded'), filter)],
  ['deadlines/receive', dateTime(column('receive_by'), nullable)],
  ['deadlines/plan', dateTime(column('plan_by'), nullable)],
  ['deadlines/complete', dateTime(column('complete_by'), nullable)],
  ['deadlines/evaluate', dateTime(column('evaluate_by'), nullable)],
  ['dueDateTime', dateTime(column('due_at'), { ...found, ...nullable })],
  ['isOverdue', boolean('told.is_overdue', filter)],
  ['isEscalated', boolean(sql`(deviation.escalated_at is not null)`, filter)],
  ['causeCategory', text(column('cause_category'), { ...filter, ...nullable })],
  ['cause', text(column('cause'), nullable)],
  ['whys', json(column('whys'))],
  ['cost', int(column('cost'), nullable)],
  ['archiveReference', text(column('archive_reference'), nullable)],
  ['correctiveActions', json('told.corrective_actions', heavy)],
  ['documentOutcome', text(column('document_outcome'), { ...filter, ...nullable })],
  ['effectiveness', text(column('effectiveness'), { ...filter, ...nullable })],
  ['effectNote', text(column('effect_note'), nullable)],
  ['closingNote', text(column('closing_note'), nullable)],
  ['rejection/reason', text(column('rejection_reason'), nullable)],
  ['rejection/objection', text(column('objection'), nullable)],
  ['rejection/isObjectionOpen', boolean(column('is_objection_open'))],
  ['mergedIntoId', guid(column('merged_into_id'), { ...filter, ...nullable })],
  ['forwardedFrom/id', guid('sending_unit.id', nullable)],
  ['forwardedFrom/displayName', text('sending_unit.display_name', nullable)],
  [
    'authorityNotice/deadline',
    dateTime(
      sql`case when deviation.is_personal_data
        then deviation.discovered_at + ${sql.lit(`${noticeHours} hours`)}::interval end`,
      nullable,
    ),
  ],
  ['authorityNotice/content', json(column('notice_content'), nullable)],
  ['authorityNotice/proposal', text(column('notice_proposal'), nullable)],
  ['authorityNotice/proposalNote', text(column('notice_proposal_note'), nullable)],
  ['authorityNotice/advice', text(column('notice_advice'), nullable)],
  ['authorityNotice/adviceNote', text(column('notice_advice_note'), nullable)],
  ['authorityNotice/outcome', text(column('notice_outcome'), nullable)],
  ['authorityNotice/reason', text(column('notice_reason'), nullable)],
  ['authorityNotice/decidedDateTime', dateTime(column('notice_decided_at'), nullable)],
  ['attachments', json(attachmentsOf)],
  ['timeline', json('told.timeline', heavy)],
  ['createdDateTime', createdDateTime],
  ['lastModifiedDateTime', dateTime(column('changed_at'), found)],
  ['receivedDateTime', dateTime(column('received_at'), { ...found, ...nullable })],
  ['closedDateTime', dateTime(column('closed_at'), { ...found, ...nullable })],
  ['viewer/isReporter', boolean('held.reporter', filter)],
  ['viewer/isResponsible', boolean('held.leader', filter)],
])

/** Cases, of those the viewer may know of. */
export const deviations: Resource = {
  name: 'deviations',
  entity: 'deviation',
  from,
  visible: visibleDeviation,
  properties,
  internal: new Map([
    ['revision', int(column('revision'))],
    ['responsibleUnitId', guid(column('responsible_unit_id'), nullable)],
    [
      'endedAt',
      dateTime(
        sql`case when deviation.state = 'rejected' then deviation.rejected_at else deviation.closed_at end`,
      ),
    ],
    ['objectionText', text(column('objection'), nullable)],
    ['objectionOpen', boolean(column('is_objection_open'))],
    ['actionCount', int(actionCounts.all)],
    ['openActionCount', int(actionCounts.open)],
    ['noticeDecidedAt', dateTime(column('notice_decided_at'), nullable)],
    ...deviationRoles.map((role) => [`role:${role}`, boolean(`held.${role}`)] as [string, Property]),
  ]),
  computed: {
    permissions: { needs: permissionNeeds, value: permissionsOf },
    missingToClose: { needs: missingNeeds, value: missingToClose, heavy: true },
  },
  nullWhen: {
    reporter: 'reporter/id',
    responsible: 'responsible/id',
    responsibleUnit: 'responsibleUnit/id',
    rejection: 'rejection/reason',
    forwardedFrom: 'forwardedFrom/id',
    authorityNotice: 'authorityNotice/deadline',
  },
  revision: 'revision',
  order: [{ path: 'createdDateTime', property: createdDateTime, descending: true }],
  search: (node) => sql`deviation.search @@ to_tsquery('norwegian', ${searchToTsQuery(node)})`,
  actions: deviationActions.filter(
    (action) => !['supplement', 'classify', 'treat', 'comment'].includes(action),
  ),
}
