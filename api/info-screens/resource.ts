import { sql } from 'kysely'
import { dateTime, guid, text } from '../graph/property.ts'
import type { Resource } from '../graph/resource.ts'
import { mayManageScreens } from './policy.ts'

const name = text('info_screen.name', { filter: true, sort: true })
const unitName = text('unit.display_name', { sort: true })

/** Screens on walls, for those who may manage them. The secret address is no part of it. */
export const infoScreens: Resource = {
  name: 'infoScreens',
  entity: 'infoScreen',
  from: () => sql`info_screen join org_unit unit on unit.id = info_screen.org_unit_id`,
  visible: (viewer) => mayManageScreens(viewer, sql.ref('info_screen.org_unit_id')),
  properties: new Map([
    ['id', guid('info_screen.id', { filter: true })],
    ['name', name],
    ['orgUnit/id', guid('unit.id', { filter: true })],
    ['orgUnit/displayName', unitName],
    ['createdDateTime', dateTime('info_screen.created_at', { sort: true })],
  ]),
  // Who sees a screen manages it.
  computed: { permissions: { needs: ['id'], value: () => ({ canRenew: true, canDelete: true }) } },
  order: [
    { path: 'orgUnit/displayName', property: unitName, descending: false },
    { path: 'name', property: name, descending: false },
  ],
  actions: ['renew'],
}
