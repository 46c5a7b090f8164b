import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { mayKnowOf } from '../users/protection.ts'
import type { Viewer } from '../viewer.ts'

/** What the rules look at, of one absence or of the person it is about. */
export interface AbsenceFacts {
  userId: string
  /** The person, or their nearest leader: who is told the reason. */
  learnsReason: boolean
  /** The viewer leads a unit the person belongs to, or one above it. */
  leads: boolean
}

/** People the viewer may know of, as a subquery of ids. */
export const visibleUserIds = (viewer: Viewer) =>
  sql`(select "user".id from "user" where "user".account_enabled and ${mayKnowOf(viewer, sql.ref('user.id'))})`

/**
 * Whether the viewer is the person, or their nearest leader, whom alone the reason is for (GDPR art. 9, features.md K9,
 * K22): the manager, or who leads the very unit of a position. Who stands in for that leader counts, but not towards
 * the leader who is away. No role counts.
 * @param userId SQL for the person.
 */
export function learnsReason(viewer: Viewer, userId: RawBuilder<unknown>): RawBuilder<SqlBool> {
  const isNearest = (leaderIds: readonly string[], unitIds: readonly string[]) =>
    sql<SqlBool>`(exists (select from "user" report
        where report.id = ${userId} and report.manager_id = any(${[...leaderIds]}::uuid[]))
      or exists (select from position
        where position.user_id = ${userId} and position.org_unit_id = any(${[...unitIds]}::uuid[])))`
  return eitherWay(viewer, userId, {
    own: isNearest([viewer.id], viewer.ownLedUnitIds),
    acting: (principals) => isNearest(principals, viewer.ledUnitIds),
  })
}

/** Whether the viewer leads the person, directly or further up. Who stands in does not lead the one who is away. */
export function leadsPerson(viewer: Viewer, userId: RawBuilder<unknown>): RawBuilder<SqlBool> {
  const leads = (unitIds: readonly string[]) =>
    unitIds.length === 0
      ? sql<SqlBool>`false`
      : sql<SqlBool>`exists (select from org_unit_member member
          where member.user_id = ${userId} and member.unit_id = any(${[...unitIds]}::uuid[]))`
  return eitherWay(viewer, userId, {
    own: leads(viewer.ownLedUnitIds),
    acting: () => leads(viewer.ledUnitIds),
  })
}

function eitherWay(
  viewer: Viewer,
  userId: RawBuilder<unknown>,
  {
    own,
    acting,
  }: { own: RawBuilder<SqlBool>; acting: (principalIds: readonly string[]) => RawBuilder<SqlBool> },
): RawBuilder<SqlBool> {
  const principals = viewer.actsFor.map(({ id }) => id)
  const isSelf = sql<SqlBool>`${userId} = ${viewer.id}::uuid`
  if (principals.length === 0) return sql`(${isSelf} or ${own})`
  return sql`(${isSelf} or ${own}
    or (${userId} <> all(${principals}::uuid[]) and ${acting(principals)}))`
}

/**
 * Which absences the viewer may know of: those who learn the reason see all; others what is now or comes, of people
 * they may know of, never what has been. Who is asked to stand in sees that. Over `absence`.
 */
export const visibleAbsence = (viewer: Viewer): RawBuilder<SqlBool> =>
  sql`((absence.user_id in ${visibleUserIds(viewer)} or absence.substitute_id = ${viewer.id}::uuid)
    and (absence.ends_at is null or absence.ends_at > ${viewer.now}::timestamptz
      or ${learnsReason(viewer, sql`absence.user_id`)}))`

/** Registering absence: the person, leaders above, and the service desk, which gives the times alone (K8). */
export const canRegisterAbsence = (viewer: Viewer, facts: AbsenceFacts) =>
  canGiveReason(viewer, facts) || viewer.roles.has('ServiceDesk')

/** Giving a kind, a note and a substitute along with the times. */
export const canGiveReason = (viewer: Viewer, { userId, leads, learnsReason: learns }: AbsenceFacts) =>
  userId === viewer.id || learns || leads

/** Changing the kind or the note takes knowing what they are. */
export const canChangeReason = (_: Viewer, facts: AbsenceFacts) => facts.learnsReason

/** Saying yes or no to standing in: who is asked, as long as it is not over. */
export const canAnswerSubstitution = (
  viewer: Viewer,
  absence: { substituteId: string | null; endsAt: Date | null },
) => absence.substituteId === viewer.id && (absence.endsAt === null || absence.endsAt > viewer.now)
