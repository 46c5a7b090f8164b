import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Viewer } from '../viewer.ts'
import type { DeviationRole } from './transitions.ts'

type Condition = RawBuilder<SqlBool>
const never: Condition = sql`false`
const either = (conditions: readonly Condition[]): Condition => sql`(${sql.join(conditions, sql` or `)})`
const uuids = (ids: readonly string[]) => sql`${[...ids]}::uuid[]`

/** Whether somebody has a part in the case: they reported it, or are named as involved (features.md Q35). */
const hasPart = (personId: RawBuilder<unknown>): Condition =>
  sql`(${personId} is not distinct from deviation.reporter_id or coalesce(${personId} = any(deviation.involved_ids), false))`
const viewerHasPart = ({ id }: Viewer): Condition => hasPart(sql`${id}::uuid`)
const isInvolved = ({ id }: Viewer): Condition => sql`${id}::uuid = any(deviation.involved_ids)`

const responsibleLeader = sql`(select unit.leader_id from org_unit unit where unit.id = deviation.responsible_unit_id)`

/** Leads the unit itself; a leader with a part in the case does not count, nor does who stands in for one. */
const leads = (viewer: Viewer, unitId: RawBuilder<unknown>): Condition =>
  viewer.ledUnitIds.length === 0
    ? never
    : sql`(not ${viewerHasPart(viewer)} and exists (select from org_unit unit where unit.id = ${unitId}
        and unit.id = any(${uuids(viewer.ledUnitIds)}) and not ${hasPart(sql.ref('unit.leader_id'))}))`

/**
 * Leads a unit above, and is not the leader below in another coat: what needs the next leader needs another person, also
 * when somebody leads both units or stands in for the one above.
 */
const leadsAbove = (viewer: Viewer, unitId: RawBuilder<unknown>): Condition =>
  viewer.ledUnitIds.length === 0
    ? never
    : sql`(not ${viewerHasPart(viewer)} and ${viewer.id}::uuid is distinct from ${responsibleLeader}
        and exists (select from org_unit_ancestor above join org_unit unit on unit.id = above.ancestor_id
          where above.unit_id = ${unitId} and above.depth > 0 and unit.id = any(${uuids(viewer.ledUnitIds)})
            and unit.leader_id is distinct from ${responsibleLeader} and not ${hasPart(sql.ref('unit.leader_id'))}))`

const isChief = (viewer: Viewer): Condition =>
  viewer.ledUnitIds.length === 0
    ? never
    : sql`(not ${viewerHasPart(viewer)} and exists (select from org_unit unit where unit.kind = 'municipality'
        and unit.id = any(${uuids(viewer.ledUnitIds)}) and not ${hasPart(sql.ref('unit.leader_id'))}
        and (unit.leader_id = ${viewer.id}::uuid or ${viewer.id}::uuid is distinct from ${responsibleLeader})))`

/** A safety representative answers for the workplace they work in: the nearest units, not the sector or the whole. */
const isSafetyRep = (viewer: Viewer): Condition =>
  viewer.roles.has('SafetyRep')
    ? sql`(deviation.category = 'hse' and not deviation.is_shielded and not ${isInvolved(viewer)}
        and exists (select from org_unit_ancestor above join org_unit unit on unit.id = above.ancestor_id
          where above.unit_id = deviation.org_unit_id and above.ancestor_id = any(${uuids(viewer.unitIds)})
            and unit.kind not in ('municipality', 'sector', 'area')))`
    : never

const isDataProtection = (viewer: Viewer): Condition =>
  viewer.roles.has('DataProtection')
    ? sql`((deviation.is_personal_data or deviation.category = 'informationSecurity') and not ${isInvolved(viewer)})`
    : never

/** All that are not shielded; who shielded one keeps sight of it, to undo it. */
const isQuality = (viewer: Viewer): Condition =>
  viewer.roles.has('Quality')
    ? sql`(not ${viewerHasPart(viewer)} and (not deviation.is_shielded or deviation.shielded_by_id = ${viewer.id}::uuid))`
    : never

const isReporter = ({ id }: Viewer): Condition => sql`coalesce(deviation.reporter_id = ${id}::uuid, false)`

const isActionOwner = ({ id, actsFor }: Viewer): Condition =>
  sql`exists (select from corrective_action mine where mine.deviation_id = deviation.id
    and mine.owner_id = any(${uuids([id, ...actsFor.map((principal) => principal.id)])}))`

/** What the viewer is to a case, each as SQL over `deviation`. */
export const roleSql = (viewer: Viewer): Record<DeviationRole, Condition> => ({
  reporter: isReporter(viewer),
  leader: leads(viewer, sql.ref('deviation.responsible_unit_id')),
  nextLeader: leadsAbove(viewer, sql.ref('deviation.responsible_unit_id')),
  quality: isQuality(viewer),
  safetyRep: isSafetyRep(viewer),
  dataProtection: isDataProtection(viewer),
  chiefExecutive: isChief(viewer),
  actionOwner: isActionOwner(viewer),
})

/**
 * Who may know of a case (features.md §8.1 «Who sees»): who reported it, the leader who answers for it and the line above;
 * of what concerns health and safety the unit's safety representative; of personal data the data protection officer; the
 * quality adviser of all that is not shielded; and while it is sent on, those it comes from. To have an action in
 * it does not open it. Part of every query, whichever way it is asked for.
 */
export const visibleDeviation = (viewer: Viewer): Condition => {
  const roles = roleSql(viewer)
  const from = sql.ref('deviation.forwarded_from_unit_id')
  return either([
    roles.reporter,
    roles.leader,
    roles.nextLeader,
    roles.chiefExecutive,
    roles.safetyRep,
    roles.dataProtection,
    roles.quality,
    sql`(deviation.forwarded_from_unit_id is not null and ${either([leads(viewer, from), leadsAbove(viewer, from)])})`,
  ])
}

/** Whether the viewer may know who reported it: hidden from the unit is for the quality adviser alone. */
export const knowsReporter = (viewer: Viewer): Condition =>
  viewer.roles.has('Quality')
    ? sql`true`
    : sql`(deviation.reporter_visibility = 'named' or ${isReporter(viewer)})`

/** Whether the viewer is more than the one who reported it: who is involved is for those who treat it. */
export const treatsOrOversees = (viewer: Viewer): Condition => {
  const { leader, nextLeader, chiefExecutive, quality } = roleSql(viewer)
  return either([leader, nextLeader, chiefExecutive, quality])
}

/** Corrective actions: one's own, also for whom one stands in, and those of cases one sees. Over both tables. */
export const visibleAction = (viewer: Viewer): Condition =>
  sql`(${ownsAction(viewer)} or ${visibleDeviation(viewer)})`
export const ownsAction = ({ id, actsFor }: Viewer): Condition =>
  sql`corrective_action.owner_id = any(${uuids([id, ...actsFor.map((principal) => principal.id)])})`

/** A file of a case is seen by whoever sees the case. Over `file.id`. */
export const attachedToVisibleDeviation = (viewer: Viewer): Condition =>
  sql`exists (select from deviation_attachment attachment join deviation on deviation.id = attachment.deviation_id
    where attachment.file_id = file.id and ${visibleDeviation(viewer)})`
