import { sql, type Kysely, type Transaction } from 'kysely'
import { record } from '../audit/record.ts'
import type { Database } from '../database/schema.ts'
import type { TokenClaims } from '../deps.ts'
import { appRoles } from '../roles.ts'

/**
 * Makes sure the directory has the person of an Entra token, with the token's roles: everyone signed in is an
 * employee (design.md §2). Roles are taken from the newest token seen, so an old one never brings a role back.
 */
export async function provisionUser(db: Kysely<Database>, claims: TokenClaims, now: Date): Promise<void> {
  const rolesAsOf = new Date(claims.issuedAt * 1000)
  const roles = appRoles.filter((role) => claims.roles.includes(role))
  const known = await db
    .selectFrom('user')
    .select(['app_roles', 'roles_as_of'])
    .where('id', '=', claims.oid)
    .executeTakeFirst()
  if (known?.roles_as_of && known.roles_as_of > rolesAsOf) return
  const sameRoles = known && known.app_roles.toSorted().join() === roles.toSorted().join()
  if (sameRoles) {
    if (known.roles_as_of?.getTime() === rolesAsOf.getTime()) return
    // That they still are what they were is news as well: an older token has nothing more to say.
    await db
      .updateTable('user')
      .set({ roles_as_of: rolesAsOf })
      .where('id', '=', claims.oid)
      .where(isNewest(rolesAsOf))
      .execute()
    return
  }
  const names = claims.name.split(' ')
  await db.transaction().execute(async (trx) => {
    if (!known) await freeUserName(trx, claims)
    const written = await trx
      .insertInto('user')
      .values({
        id: claims.oid,
        user_principal_name: claims.preferredUsername,
        display_name: claims.name,
        given_name: names.slice(0, -1).join(' ') || claims.name,
        surname: names.at(-1) ?? claims.name,
        app_roles: roles,
        roles_as_of: rolesAsOf,
        mail: claims.preferredUsername,
      })
      .onConflict((on) =>
        on.column('id').doUpdateSet({ app_roles: roles, roles_as_of: rolesAsOf }).where(isNewest(rolesAsOf)),
      )
      .returning(sql<boolean>`xmax = 0`.as('isNew'))
      .executeTakeFirst()
    // Several requests at once: one made the person or changed the roles, and one entry says so.
    if (!written || (!known && !written.isNew)) return
    await record(trx, {
      actorId: claims.oid,
      action: known ? 'user.rolesChanged' : 'user.provisioned',
      targetType: 'user',
      targetId: claims.oid,
      data: { roles },
      at: now,
    })
  })
}

/** Whether no newer token than this one has been seen; over `user`. */
const isNewest = (rolesAsOf: Date) =>
  sql<boolean>`("user".roles_as_of is null or "user".roles_as_of <= ${rolesAsOf}::timestamptz)`

/**
 * User names are used again: whoever has left lets go of the name to the person whom Entra ID says it is now. The id
 * stays what people are known by.
 */
async function freeUserName(
  trx: Transaction<Database>,
  { oid, preferredUsername }: TokenClaims,
): Promise<void> {
  await trx
    .updateTable('user')
    .set({ user_principal_name: sql`id::text` })
    .where(
      sql`lower(user_principal_name collate "pg_c_utf8")`,
      '=',
      sql`lower(${preferredUsername} collate "pg_c_utf8")`,
    )
    .where('id', '!=', oid)
    .execute()
}

/** Whether an id can be a directory object id at all. */
export const isObjectId = (oid: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(oid)
