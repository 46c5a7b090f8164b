import { sql, type Kysely } from 'kysely'
import type { Database } from '../database/schema.ts'
import type { Audience } from './contract.ts'

/**
 * Enabled people an audience reaches, each once, over columns or parameters of the same shape. Each way to be reached
 * is looked up by itself, so that a post to ten people never goes through everyone.
 */
export const recipientsOf = (everyone: unknown, orgUnitIds: unknown, roles: unknown) => sql`(
  select employee.id from "user" employee where employee.account_enabled and ${everyone}
  union
  select employee.id from org_unit_member member join "user" employee on employee.id = member.user_id
    where employee.account_enabled and member.unit_id = any(${orgUnitIds})
  union
  select employee.id from "user" employee where employee.account_enabled and employee.app_roles && ${roles}
  union
  select employee.id from org_unit led join "user" employee on employee.id = led.leader_id
    where employee.account_enabled and 'Leader' = any(${roles}))`

/** The people a post reaches, over `news_post`. */
export const recipients = recipientsOf(
  sql.ref('news_post.audience_everyone'),
  sql.ref('news_post.audience_org_unit_ids'),
  sql.ref('news_post.audience_roles'),
)

/**
 * How many a post reaches, over `news_post`. Everyone is counted from an index alone; it is the common case, and
 * the costly one.
 */
export const recipientCount = sql<number>`case when news_post.audience_everyone
  then (select count(*)::int from "user" employee where employee.account_enabled)
  else (select count(*)::int from ${recipients} recipient) end`

/** How many enabled people an audience would reach. */
export async function countRecipients(db: Kysely<Database>, audience: Audience): Promise<number> {
  const people = recipientsOf(
    sql`${audience.everyone}::boolean`,
    sql`${audience.orgUnitIds}::uuid[]`,
    sql`${audience.roles}::text[]`,
  )
  const { rows } = await sql<{
    count: number
  }>`select count(*)::int as count from ${people} recipient`.execute(db)
  return rows[0]?.count ?? 0
}
