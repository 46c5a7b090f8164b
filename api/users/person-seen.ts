import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Database } from '../database/schema.ts'
import { guid, text, type Property } from '../graph/property.ts'
import { propertyOf } from '../graph/resource.ts'
import type { Viewer } from '../viewer.ts'
import { users } from './resource.ts'

/**
 * A join that brings along a person as the viewer may see them: nothing when they may not know of them. What is hidden
 * of a person in the directory is hidden here too. @param id whose row. @param alias what to call it.
 */
export const joinPersonSeen = (viewer: Viewer, id: RawBuilder<unknown>, alias: string) => sql`
  left join lateral (
    select "user".id, ${propertyOf(users, 'displayName').expression} as display_name,
      ${propertyOf(users, 'jobTitle').expression} as job_title,
      ${propertyOf(users, 'mobilePhone').expression} as mobile_phone,
      ${propertyOf(users, 'businessPhones').expression} as business_phones
    from ${users.from(viewer)} where "user".id = ${id} and ${users.visible(viewer)}
  ) ${sql.ref(alias)} on true`

/** `name/id`, `name/displayName` and `name/jobTitle` of a person brought along. */
export const personProperties = (name: string, alias: string): [string, Property][] => [
  [`${name}/id`, guid(`${alias}.id`, { filter: true, nullable: true })],
  [`${name}/displayName`, text(`${alias}.display_name`, { nullable: true })],
  [`${name}/jobTitle`, text(`${alias}.job_title`, { nullable: true })],
]

/** The person with an id, when the viewer may know of them. */
export async function findPersonSeen(
  db: Kysely<Database>,
  viewer: Viewer,
  id: string,
): Promise<{ id: string } | undefined> {
  const { rows } = await sql<{ id: string }>`
    select "user".id from ${users.from(viewer)}
    where "user".id = ${id}::uuid and "user".account_enabled and ${users.visible(viewer)}`.execute(db)
  return rows[0]
}
