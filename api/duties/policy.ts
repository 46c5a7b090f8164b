import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Viewer } from '../viewer.ts'

/** Who leads the unit of a duty or one above it, and the service desk, which rings those who have them (features.md K27). */
export const mayEditDuties = (viewer: Viewer, orgUnitId: RawBuilder<unknown>): RawBuilder<SqlBool> =>
  viewer.roles.has('ServiceDesk')
    ? sql`true`
    : sql`exists (select from org_unit_ancestor above where above.unit_id = ${orgUnitId}
      and above.ancestor_id = any(${[...viewer.ledUnitIds]}::uuid[]))`

/** Whether there is any unit whose duties the viewer may edit. */
export const mayEditDutiesSomewhere = (viewer: Viewer): boolean =>
  viewer.roles.has('ServiceDesk') || viewer.ledUnitIds.length > 0
