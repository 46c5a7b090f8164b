import { sql } from 'kysely'
import type { Viewer } from '../viewer.ts'
import type { OrgUnit } from './contract.ts'

/** Whether the viewer leads the unit or one above it, over `org_unit`. */
export const leadsUnit = (viewer: Viewer) =>
  viewer.ledUnitIds.length === 0
    ? sql<boolean>`false`
    : sql<boolean>`exists (select from org_unit_ancestor above where above.unit_id = org_unit.id
        and above.ancestor_id = any(${[...viewer.ledUnitIds]}::uuid[]))`

/** What a viewer may do with a unit. @param leads the unit, or one above it. */
export const orgUnitPermissions = (viewer: Viewer, leads: boolean): OrgUnit['permissions'] => ({
  canEdit: leads || viewer.roles.has('HR'),
  canExportMembers: leads || viewer.roles.has('HR') || viewer.roles.has('ServiceDesk'),
  canReadWeek: leads || viewer.roles.has('ServiceDesk'),
})
