import { sql, type SqlBool } from 'kysely'
import { boolean, guid, int, text } from '../graph/property.ts'
import type { Resource } from '../graph/resource.ts'
import { searchText } from '../graph/search-text.ts'
import { hiddenFrom } from '../users/protection.ts'
import type { Viewer } from '../viewer.ts'
import { leadsUnit, orgUnitPermissions } from './policy.ts'

const displayName = text('org_unit.display_name', { filter: true, sort: true })

const name = sql`lower(org_unit.display_name)`
const searchColumns = { '': name, displayName: name }

/** Whether a person a unit names may be shown: enabled, and where they work is not hidden from the viewer. */
const named = (viewer: Viewer, alias: string) =>
  sql`${sql.ref(`${alias}.account_enabled`)} and ${sql.ref(`${alias}.id`)} not in ${hiddenFrom(viewer, 'person', 'place')}`

/** The organisation tree. Everyone signed in may see it; it says nothing of persons but who leads. */
export const orgUnits: Resource = {
  name: 'orgUnits',
  entity: 'orgUnit',
  from: (viewer) => sql`org_unit
    left join org_unit parent on parent.id = org_unit.parent_id
    left join "user" leader on leader.id = org_unit.leader_id and ${named(viewer, 'leader')}
    left join "user" deputy on deputy.id = org_unit.deputy_leader_id and ${named(viewer, 'deputy')}
    cross join lateral (select ${leadsUnit(viewer)} as leads) asked
    cross join (select array${hiddenFrom(viewer, 'person', 'place')} as ids) withheld`,
  visible: () => sql<SqlBool>`true`,
  properties: new Map([
    ['id', guid('org_unit.id', { filter: true, sort: true })],
    ['displayName', displayName],
    ['kind', text('org_unit.kind', { filter: true, sort: true })],
    ['parentId', guid('org_unit.parent_id', { filter: true, nullable: true })],
    ['parentName', text('parent.display_name', { filter: true, nullable: true })],
    ['location', text('org_unit.location', { filter: true, nullable: true })],
    ['leader/id', guid('leader.id', { filter: true, nullable: true })],
    ['leader/displayName', text('leader.display_name', { nullable: true })],
    ['leader/jobTitle', text('leader.job_title', { nullable: true })],
    ['deputyLeader/id', guid('deputy.id', { nullable: true })],
    ['deputyLeader/displayName', text('deputy.display_name', { nullable: true })],
    ['deputyLeader/jobTitle', text('deputy.job_title', { nullable: true })],
    [
      'memberCount',
      int(
        sql`(select count(distinct member.user_id)::int from org_unit_member member
          join "user" employee on employee.id = member.user_id and employee.account_enabled
          where member.unit_id = org_unit.id and member.user_id <> all(withheld.ids))`,
      ),
    ],
    ['childCount', int(sql`(select count(*)::int from org_unit child where child.parent_id = org_unit.id)`)],
  ]),
  internal: new Map([['viewerLeads', boolean('asked.leads')]]),
  computed: {
    permissions: {
      needs: ['viewerLeads'],
      value: (row, viewer) => orgUnitPermissions(viewer, row.viewerLeads === true),
    },
  },
  nullWhen: { leader: 'leader/id', deputyLeader: 'deputyLeader/id' },
  order: [{ path: 'displayName', property: displayName, descending: false }],
  search: (node) => searchText(node, searchColumns),
  searchable: new Set(['displayName']),
}
