import { sql } from 'kysely'
import type { Resource } from '../graph/resource.ts'
import { propertyOf } from '../graph/resource.ts'
import { userOrder, users } from '../users/resource.ts'

const named = ['id', 'displayName', 'jobTitle', 'department'] as const

/** Colleagues the viewer keeps at hand; those the viewer may no longer know of are not among them. */
export const favorites: Resource = {
  name: 'favorites',
  entity: 'favorite',
  from: (viewer) => sql`${users.from(viewer)}
    join favorite on favorite.favorite_id = "user".id and favorite.user_id = ${viewer.id}::uuid`,
  visible: (viewer) => users.visible(viewer),
  properties: new Map(named.map((path) => [path, propertyOf(users, path)])),
  order: [userOrder('displayName')],
}
