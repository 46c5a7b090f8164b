import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Scope } from '../graph/list.ts'
import { shows } from '../users/protection.ts'

const among = (people: RawBuilder<unknown>): RawBuilder<SqlBool> =>
  sql`("user".account_enabled and ${shows('place')} and "user".id in ${people})`

/** Ids of people with a position in the unit itself, and of who leads it, whoever asks. */
export const memberIds = (unitId: string): RawBuilder<unknown> =>
  sql`(select position.user_id from position where position.org_unit_id = ${unitId}::uuid
    union all select led.leader_id from org_unit led
      where led.id = ${unitId}::uuid and led.leader_id is not null)`

/** The same, here and in every unit below. */
export const transitiveMemberIds = (unitId: string): RawBuilder<unknown> =>
  sql`(select member.user_id from org_unit_member member where member.unit_id = ${unitId}::uuid)`

/** People with a position in the unit itself, and who leads it. */
export const membersOf =
  (unitId: string): Scope =>
  () =>
    among(memberIds(unitId))

/** The same, here and in every unit below. */
export const transitiveMembersOf =
  (unitId: string): Scope =>
  () =>
    among(transitiveMemberIds(unitId))
