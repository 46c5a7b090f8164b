import { sql } from 'kysely'
import { boolean, dateTime, guid, int, text } from '../graph/property.ts'
import type { Resource } from '../graph/resource.ts'
import { joinPersonSeen, personProperties } from '../users/person-seen.ts'
import { mayEditDuties } from './policy.ts'

const displayName = text('duty.display_name', { filter: true, sort: true })
const startDateTime = dateTime('duty_shift.starts_at', { filter: true, sort: true })

/** Standing duties, each with who has it at this moment. Everybody may know whom to ring. */
export const duties: Resource = {
  name: 'duties',
  entity: 'duty',
  from: (viewer) => sql`duty
    join org_unit unit on unit.id = duty.org_unit_id
    left join lateral (select duty_shift.user_id, duty_shift.ends_at from duty_shift
      where duty_shift.duty_id = duty.id and duty_shift.ends_at > ${viewer.now}
        and duty_shift.starts_at <= ${viewer.now} limit 1) current_shift on true
    ${joinPersonSeen(viewer, sql.ref('current_shift.user_id'), 'holder')}
    cross join lateral (select ${mayEditDuties(viewer, sql.ref('duty.org_unit_id'))} as may_edit) asked`,
  visible: () => sql`true`,
  properties: new Map([
    ['id', guid('duty.id', { filter: true })],
    ['displayName', displayName],
    ['orgUnit/id', guid('unit.id', { filter: true })],
    ['orgUnit/displayName', text('unit.display_name', { filter: true, sort: true })],
    [
      'phone',
      text(sql`coalesce(duty.phone, holder.mobile_phone, holder.business_phones[1])`, { nullable: true }),
    ],
    ['ownPhone', text('duty.phone', { nullable: true })],
    ...personProperties('holder', 'holder'),
    [
      'holderUntil',
      dateTime(sql`case when holder.id is not null then current_shift.ends_at end`, { nullable: true }),
    ],
  ]),
  internal: new Map([
    ['revision', int('duty.revision')],
    ['mayEdit', boolean('asked.may_edit')],
  ]),
  computed: { permissions: { needs: ['mayEdit'], value: (row) => ({ canEdit: row.mayEdit }) } },
  nullWhen: { holder: 'holder/id' },
  revision: 'revision',
  order: [{ path: 'displayName', property: displayName, descending: false }],
}

/** Who has one duty when. Those the viewer may not know of are left out. */
export const shiftsOf = (dutyId: string): Resource => ({
  name: 'shifts',
  entity: 'dutyShift',
  from: (viewer) => sql`duty_shift ${joinPersonSeen(viewer, sql.ref('duty_shift.user_id'), 'holder')}`,
  visible: () => sql`duty_shift.duty_id = ${dutyId}::uuid and holder.id is not null`,
  properties: new Map([
    ['id', guid('duty_shift.id', { filter: true })],
    ...personProperties('user', 'holder'),
    ['startDateTime', startDateTime],
    ['endDateTime', dateTime('duty_shift.ends_at', { filter: true, sort: true })],
  ]),
  order: [{ path: 'startDateTime', property: startDateTime, descending: false }],
})
