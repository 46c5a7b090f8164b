import { sql, type SqlBool } from 'kysely'
import { guid, boolean, text } from '../graph/property.ts'
import type { OrderStep, Resource } from '../graph/resource.ts'
import { searchText } from '../graph/search-text.ts'
import type { Viewer } from '../viewer.ts'

const properties = new Map([
  ['id', guid('user.id', { filter: true, sort: true })],
  ['userPrincipalName', text('user.user_principal_name', { filter: true, sort: true })],
  ['displayName', text('user.display_name', { filter: true, sort: true })],
  ['givenName', text('user.given_name', { filter: true, sort: true })],
  ['surname', text('user.surname', { filter: true, sort: true })],
  ['jobTitle', text('user.job_title', { filter: true, sort: true, nullable: true })],
  ['mail', text('user.mail', { filter: true, nullable: true })],
  ['mobilePhone', text('user.mobile_phone', { filter: true, nullable: true })],
  ['businessPhones', text('user.business_phones', { collection: true, filter: true })],
  ['officeLocation', text('user.office_location', { filter: true, nullable: true })],
  ['department', text('unit.display_name', { filter: true, nullable: true })],
  ['orgUnitId', guid('user.org_unit_id', { filter: true, nullable: true })],
  ['preferredLanguage', text('user.preferred_language')],
  ['employeeId', text('user.employee_id', { nullable: true })],
  ['responsibilities', text('user.responsibilities', { collection: true, filter: true })],
  ['hasPhoto', boolean(sql`exists (select from user_photo where user_photo.user_id = "user".id)`)],
  ['accountEnabled', boolean('user.account_enabled', { filter: true })],
])

const step = (path: string): OrderStep => {
  const property = properties.get(path)
  if (!property) throw new Error(path)
  return { path, property, descending: false }
}

/**
 * Who may be seen in the directory: every enabled person. Those who run the system and HR see the disabled too;
 * they have left, and are nobody else's business.
 */
const visibleUser = (viewer: Viewer) =>
  viewer.roles.has('Admin') || viewer.roles.has('HR')
    ? sql<SqlBool>`true`
    : sql<SqlBool>`"user".account_enabled`

/** What a search looks in: everything at once, or one property before a colon. */
const searchColumns = {
  '': sql`"user".search_text`,
  displayName: sql`lower("user".display_name)`,
  jobTitle: sql`lower("user".job_title)`,
  mail: sql`lower("user".mail)`,
}

/** Employees, with Graph's names (design.md §5). */
export const users: Resource = {
  name: 'users',
  entity: 'user',
  from: () => sql`"user" left join org_unit unit on unit.id = "user".org_unit_id`,
  visible: visibleUser,
  properties,
  internal: new Map([['managerId', guid('user.manager_id', { nullable: true })]]),
  order: [step('displayName')],
  search: (node) => searchText(node, searchColumns),
  searchable: new Set(Object.keys(searchColumns).filter((name) => name !== '')),
  expand: { manager: { resource: () => users, by: 'managerId' } },
}
