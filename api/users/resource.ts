import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Database } from '../database/schema.ts'
import { boolean, guid, int, json, text } from '../graph/property.ts'
import type { OrderStep, RankedSearch, Resource, Row } from '../graph/resource.ts'
import { searchText } from '../graph/search-text.ts'
import type { Viewer } from '../viewer.ts'
import { findPeople } from './search.ts'
import { canProtect, userPermissions, visibleUser } from './policy.ts'
import { leadsPerson, protectedFrom, shows } from './protection.ts'

const where = sql`case when ${shows('place')} then `
const place = (column: string) => sql`(${where}${sql.ref(column)} end)`
const phone = (column: string) => sql`(case when ${shows('phone')} then ${sql.ref(column)} end)`

const positions = sql`(${where}coalesce((
  select jsonb_agg(jsonb_build_object('orgUnitId', position.org_unit_id, 'orgUnitName', workplace.display_name,
    'title', position.title, 'percentage', position.percentage, 'isPrimary', position.is_primary)
    order by position.is_primary desc, position.percentage desc, position.id)
  from position join org_unit workplace on workplace.id = position.org_unit_id
  where position.user_id = "user".id), '[]') else '[]' end)`

const hasPhoto = sql`(${shows('photo')} and exists (select from user_photo where user_photo.user_id = "user".id))`

const properties = new Map([
  ['id', guid('user.id', { filter: true, sort: true })],
  ['userPrincipalName', text('user.user_principal_name', { filter: true, sort: true })],
  ['displayName', text('user.display_name', { filter: true, sort: true })],
  ['givenName', text('user.given_name', { filter: true, sort: true })],
  ['surname', text('user.surname', { filter: true, sort: true })],
  ['jobTitle', text('user.job_title', { filter: true, sort: true, nullable: true })],
  ['mail', text('user.mail', { filter: true, nullable: true })],
  ['mobilePhone', text(phone('user.mobile_phone'), { filter: true, nullable: true })],
  [
    'businessPhones',
    text(sql`(case when ${shows('phone')} then "user".business_phones else '{}' end)`, {
      collection: true,
      filter: true,
    }),
  ],
  ['officeLocation', text(place('user.office_location'), { filter: true, nullable: true })],
  ['department', text(place('unit.display_name'), { filter: true, nullable: true })],
  ['orgUnitId', guid(place('user.org_unit_id'), { filter: true, nullable: true })],
  ['preferredLanguage', text('user.preferred_language')],
  ['employeeId', text('user.employee_id', { nullable: true })],
  ['responsibilities', text('user.responsibilities', { collection: true, filter: true })],
  ['hasPhoto', boolean(hasPhoto)],
  ['accountEnabled', boolean('user.account_enabled', { filter: true })],
  ['aboutMe', text('user.about_me', { nullable: true, heavy: true })],
  ['skills', text('user.skills', { collection: true, filter: true, heavy: true })],
  ['positions', json(positions, { heavy: true })],
  ['workdays', int('user.workdays', { collection: true, heavy: true })],
  [
    'viewer/isFavorite',
    boolean(
      sql`exists (select from favorite where favorite.user_id = asking.id and favorite.favorite_id = "user".id)`,
      {
        heavy: true,
      },
    ),
  ],
])

/** One step of the order of people by a property of theirs. */
export const userOrder = (path: string): OrderStep => {
  const property = properties.get(path)
  if (!property) throw new Error(path)
  return { path, property, descending: false }
}

/** What a search looks in: everything at once, or one property before a colon. */
const searchColumns = {
  '': sql`"user".search_text`,
  displayName: sql`lower("user".display_name)`,
  jobTitle: sql`lower("user".job_title)`,
  mail: sql`lower("user".mail)`,
}

/** People with what the viewer may not see of them left-joined, so that no expression can forget it. */
const fromUsers = (viewer: Viewer): RawBuilder<unknown> => sql`"user"
  left join ${protectedFrom(viewer)} protection on protection.user_id = "user".id
  left join org_unit unit on unit.id = "user".org_unit_id
  cross join (select ${viewer.id}::uuid as id) asking
  cross join lateral (select ${leadsPerson(viewer, sql.ref('user.id'))} as leads) asked`

const rank = int('found.rank')
const sortName = text('found.sort_name')

async function rankUsers(db: Kysely<Database>, viewer: Viewer, typed: string): Promise<RankedSearch> {
  const found = await findPeople(db, viewer, typed)
  return {
    join: sql`join ${found} found on found.user_id = "user".id`,
    order: [
      { path: 'rank', property: rank, descending: false },
      { path: 'sortName', property: sortName, descending: false },
      { path: 'id', property: guid('found.user_id'), descending: false },
    ],
  }
}

const factPaths = ['id', 'accountEnabled', 'viewerLeads']

/** What the viewer may do with the person of a row that has `factPaths`. */
export const permissionsOf = (row: Row, viewer: Viewer) =>
  userPermissions(viewer, {
    id: String(row.id),
    isEnabled: row.accountEnabled === true,
    leads: row.viewerLeads === true,
  })

/** Employees, with Graph's names (design.md §5). What is protected is null, empty or not there (features.md K28). */
export const users: Resource = {
  name: 'users',
  entity: 'user',
  from: fromUsers,
  visible: visibleUser,
  properties,
  internal: new Map([
    ['managerId', guid(place('user.manager_id'), { nullable: true })],
    ['viewerLeads', boolean('asked.leads')],
    [
      'hides',
      text(sql`(select kept.hides from person_protection kept where kept.user_id = "user".id)`, {
        collection: true,
        nullable: true,
      }),
    ],
  ]),
  computed: {
    protection: {
      heavy: true,
      needs: ['id', 'hides'],
      value: ({ id, hides }, viewer) =>
        hides !== null && (canProtect(viewer) || id === viewer.id) ? { hides } : null,
    },
    permissions: { heavy: true, needs: factPaths, value: permissionsOf },
  },
  order: [userOrder('displayName')],
  search: (node) => searchText(node, searchColumns),
  rank: rankUsers,
  searchable: new Set(Object.keys(searchColumns).filter((name) => name !== '')),
  expand: { manager: { resource: () => users, by: 'managerId' } },
}
