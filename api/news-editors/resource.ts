import { sql } from 'kysely'
import { boolean, dateTime, guid, text } from '../graph/property.ts'
import type { Resource } from '../graph/resource.ts'
import { hiddenFrom } from '../users/protection.ts'
import { mayNameEditors } from './policy.ts'

const unitName = text('unit.display_name', { sort: true })
const userName = text('person.display_name', { sort: true })

/** Who besides leaders may publish news to a unit. Everybody may know whom to ask. */
export const newsEditors: Resource = {
  name: 'newsEditors',
  entity: 'newsEditor',
  from: (viewer) => sql`news_editor
    join org_unit unit on unit.id = news_editor.org_unit_id
    join "user" person on person.id = news_editor.user_id
    cross join lateral (select ${mayNameEditors(viewer, sql.ref('news_editor.org_unit_id'))} as may_name) fact`,
  visible: (viewer) => sql`(person.account_enabled
    and person.id not in ${hiddenFrom(viewer, 'person', 'place')})`,
  properties: new Map([
    ['id', guid('news_editor.id', { filter: true })],
    ['orgUnit/id', guid('unit.id', { filter: true })],
    ['orgUnit/displayName', unitName],
    ['user/id', guid('person.id', { filter: true })],
    ['user/displayName', userName],
    ['user/jobTitle', text('person.job_title', { nullable: true })],
    ['namedDateTime', dateTime('news_editor.named_at')],
  ]),
  internal: new Map([['mayName', boolean('fact.may_name')]]),
  computed: { permissions: { needs: ['mayName'], value: (row) => ({ canDelete: row.mayName }) } },
  order: [
    { path: 'orgUnit/displayName', property: unitName, descending: false },
    { path: 'user/displayName', property: userName, descending: false },
  ],
}
