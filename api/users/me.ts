import { sql } from 'kysely'
import type { Resource } from '../graph/resource.ts'
import { users } from './resource.ts'
import { myPermissions } from './policy.ts'

/** The signed-in person: the same properties as any user, and what only oneself is told. */
export const me: Resource = {
  ...users,
  name: 'me',
  visible: (viewer) => sql`"user".id = ${viewer.id}::uuid`,
  computed: {
    appRoles: { needs: [], value: (_, viewer) => [...viewer.roles] },
    ledOrgUnitIds: { needs: [], value: (_, viewer) => viewer.ledUnitIds },
    actsFor: {
      needs: [],
      value: (_, viewer) => viewer.actsFor.map(({ id, displayName }) => ({ id, displayName })),
    },
    permissions: { needs: [], value: (_, viewer) => myPermissions(viewer) },
  },
}
