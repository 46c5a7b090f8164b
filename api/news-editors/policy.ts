import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { isLeader, type Viewer } from '../viewer.ts'

/** Communications name editors anywhere; leaders in their own units and below. Editors do not name editors. */
export const mayNameEditors = (viewer: Viewer, orgUnitId: RawBuilder<unknown>): RawBuilder<SqlBool> =>
  viewer.roles.has('Editor')
    ? sql`true`
    : sql`exists (select from org_unit_ancestor above where above.unit_id = ${orgUnitId}
      and above.ancestor_id = any(${[...viewer.ledUnitIds]}::uuid[]))`

/** Whether there is any unit the viewer may name editors of. */
export const mayNameEditorsSomewhere = (viewer: Viewer): boolean =>
  viewer.roles.has('Editor') || isLeader(viewer)
