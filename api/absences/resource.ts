import { sql, type RawBuilder } from 'kysely'
import { boolean, dateTime, guid, int, text } from '../graph/property.ts'
import type { Resource } from '../graph/resource.ts'
import type { Viewer } from '../viewer.ts'
import {
  canAnswerSubstitution,
  canRegisterAbsence,
  leadsPerson,
  learnsReason,
  visibleAbsence,
  visibleUserIds,
} from './policy.ts'

const starts = dateTime('absence.starts_at', { filter: true, sort: true })
const ends = dateTime('absence.ends_at', { filter: true, sort: true, nullable: true })
const status = text('substitution.status', { filter: true, nullable: true })

/** Who is asked and has not said yes is known to those who plan with it; others are told who really stands in. */
const plans = (viewer: Viewer) =>
  viewer.roles.has('ServiceDesk')
    ? sql`true`
    : sql`(fact.learns_reason or fact.leads or absence.substitute_id = ${viewer.id}::uuid)`

const from = (viewer: Viewer) => sql`absence
  join "user" person on person.id = absence.user_id and person.account_enabled
  cross join lateral (select ${learnsReason(viewer, sql`absence.user_id`)} as learns_reason,
    ${leadsPerson(viewer, sql`absence.user_id`)} as leads) fact
  left join lateral (select standin.id, standin.display_name, standin.job_title, absence.substitute_status as status
    from "user" standin where standin.id = absence.substitute_id and standin.account_enabled
      and (absence.substitute_status = 'accepted' or ${plans(viewer)})
      and standin.id in ${visibleUserIds(viewer)}) substitution on true
  left join "user" registrar on registrar.id = absence.created_by_id and registrar.id <> absence.user_id
    and (fact.learns_reason or registrar.id = ${viewer.id}::uuid)`

/**
 * When somebody is away. The reason is null in SQL already to those it is not for, so that neither a filter nor an order
 * can tell it.
 * @param userId whose.
 */
export const absencesOf = (userId: string): Resource => ({
  name: 'absences',
  entity: 'absence',
  from,
  visible: (viewer) => sql`(absence.user_id = ${userId}::uuid and ${visibleAbsence(viewer)})`,
  properties: new Map([
    ['id', guid('absence.id', { filter: true, sort: true })],
    ['userId', guid('absence.user_id')],
    ['startDateTime', starts],
    ['endDateTime', ends],
    [
      'kind',
      text(sql`(case when fact.learns_reason then absence.kind end)`, { filter: true, nullable: true }),
    ],
    ['note', text(sql`(case when fact.learns_reason then absence.note end)`, { nullable: true })],
    ['substitute/id', guid('substitution.id', { filter: true, nullable: true })],
    ['substitute/displayName', text('substitution.display_name', { nullable: true })],
    ['substitute/jobTitle', text('substitution.job_title', { nullable: true })],
    ['substituteStatus', status],
    ['registeredBy/id', guid('registrar.id', { nullable: true })],
    ['registeredBy/displayName', text('registrar.display_name', { nullable: true })],
    ['registeredBy/jobTitle', text('registrar.job_title', { nullable: true })],
    ['source', text('absence.source')],
  ]),
  internal: new Map([
    ['revision', int('absence.revision')],
    ['substituteId', guid('absence.substitute_id', { nullable: true })],
    ['learnsReason', boolean('fact.learns_reason')],
    ['leads', boolean('fact.leads')],
  ]),
  nullWhen: { substitute: 'substitute/id', registeredBy: 'registeredBy/id' },
  computed: {
    permissions: {
      needs: ['substituteId', 'endDateTime', 'learnsReason', 'leads'],
      value: (row, viewer) => ({
        canEdit: canRegisterAbsence(viewer, {
          userId,
          learnsReason: row.learnsReason === true,
          leads: row.leads === true,
        }),
        canAnswer: canAnswerSubstitution(viewer, {
          // The columns behind these paths have exactly these types.
          substituteId: row.substituteId as string | null,
          endsAt: row.endDateTime as Date | null,
        }),
      }),
    },
  },
  order: [{ path: 'startDateTime', property: starts, descending: false }],
  revision: 'revision',
  actions: ['acceptSubstitution', 'declineSubstitution'],
})

/**
 * When some people are away, as the viewer may know it, with who they are. Of the reason there is nothing here at all.
 * @param people SQL for the ids of those it is about.
 */
export const absencesAmong = (people: (viewer: Viewer) => RawBuilder<unknown>): Resource => ({
  name: 'absences',
  entity: 'absence',
  from,
  visible: (viewer) => sql`(absence.user_id in ${people(viewer)} and ${visibleAbsence(viewer)})`,
  properties: new Map([
    ['user/id', guid('person.id')],
    ['user/displayName', text('person.display_name')],
    ['user/jobTitle', text('person.job_title', { nullable: true })],
    ['startDateTime', starts],
    ['endDateTime', ends],
    ['substitute/id', guid('substitution.id', { nullable: true })],
    ['substitute/displayName', text('substitution.display_name', { nullable: true })],
    ['substitute/jobTitle', text('substitution.job_title', { nullable: true })],
    ['substituteStatus', status],
  ]),
  nullWhen: { substitute: 'substitute/id' },
  order: [{ path: 'startDateTime', property: starts, descending: false }],
})

const substituteStatus = text('absence.substitute_status', { filter: true })

/** What the viewer is, was asked to be, or said no to being the substitute in, until it is over. Without the reason. */
export const substitutions: Resource = {
  name: 'substitutions',
  entity: 'substitution',
  from: () => sql`absence join "user" person on person.id = absence.user_id and person.account_enabled`,
  visible: (viewer) => sql`(absence.substitute_id = ${viewer.id}::uuid
    and (absence.ends_at is null or absence.ends_at > ${viewer.now}::timestamptz))`,
  properties: new Map([
    ['id', guid('absence.id', { filter: true, sort: true })],
    ['user/id', guid('person.id', { filter: true })],
    ['user/displayName', text('person.display_name')],
    ['user/jobTitle', text('person.job_title', { nullable: true })],
    ['startDateTime', starts],
    ['endDateTime', ends],
    ['substituteStatus', substituteStatus],
  ]),
  order: [{ path: 'startDateTime', property: starts, descending: false }],
}
