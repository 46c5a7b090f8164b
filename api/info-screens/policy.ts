import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Viewer } from '../viewer.ts'

/**
 * Communications have screens everywhere; leaders and named editors in their own units and below, where they may
 * publish. Nobody else knows of them.
 */
export const mayManageScreens = (viewer: Viewer, orgUnitId: RawBuilder<unknown>): RawBuilder<SqlBool> =>
  viewer.roles.has('Editor')
    ? sql`true`
    : sql`exists (select from org_unit_ancestor above where above.unit_id = ${orgUnitId}
      and above.ancestor_id = any(${[...viewer.publishUnitIds]}::uuid[]))`
