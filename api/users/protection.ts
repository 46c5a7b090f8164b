import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { HiddenPart } from '../database/people-tables.ts'
import type { Viewer } from '../viewer.ts'

/**
 * Whether the viewer leads the person, directly or from above, over the expression of the person's id. Nobody leads
 * oneself.
 */
export const leadsPerson = (viewer: Viewer, userId: RawBuilder<unknown>): RawBuilder<SqlBool> =>
  viewer.ledUnitIds.length === 0
    ? sql`false`
    : sql`(${userId} <> ${viewer.id}::uuid and exists (select from org_unit_member member
        where member.user_id = ${userId} and member.unit_id = any(${[...viewer.ledUnitIds]}::uuid[])))`

/**
 * What is hidden of whom from the viewer, as a table (`user_id`, `hides`): everybody but HR, the person and the leaders
 * above (features.md K28). The one rule behind every place where people are named. Few rows, so that joining it costs
 * nothing.
 */
export const protectedFrom = (viewer: Viewer): RawBuilder<unknown> =>
  viewer.roles.has('HR')
    ? sql`(select user_id, hides from person_protection where false)`
    : sql`(select user_id, hides from person_protection guarded
        where guarded.user_id <> ${viewer.id}::uuid and not ${leadsPerson(viewer, sql.ref('guarded.user_id'))})`

/** Whether a part shows of the person whose row of `protectedFrom` is left-joined as `protection`. */
export const shows = (part: HiddenPart): RawBuilder<SqlBool> =>
  sql`(protection.hides is null or not ${sql.lit(part)} = any(protection.hides))`

/** People of whom any of the parts is hidden from the viewer, as a subquery of ids. */
export const hiddenFrom = (viewer: Viewer, ...parts: HiddenPart[]): RawBuilder<unknown> =>
  sql`(select hidden.user_id from ${protectedFrom(viewer)} hidden where hidden.hides && ${parts}::text[])`

/**
 * Whether the viewer may know of the person at all, for places that name people without reading `users`.
 * @param userId expression of the id; null is nobody, and may be known of.
 */
export const mayKnowOf = (viewer: Viewer, userId: RawBuilder<unknown>): RawBuilder<SqlBool> =>
  sql`(${userId} in ${hiddenFrom(viewer, 'person')}) is not true`
