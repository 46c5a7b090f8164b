import { sql, type Kysely } from 'kysely'
import type { Database } from '../database/schema.ts'
import type { TokenClaims } from '../deps.ts'
import { appRoles, type AppRole } from '../roles.ts'
import type { Viewer } from '../viewer.ts'

interface ViewerRow {
  id: string
  display_name: string
  account_enabled: boolean
  directory_roles: AppRole[]
  unit_ids: string[]
  led_unit_ids: string[]
  edited_unit_ids: string[]
}

const isAppRole = (role: string): role is AppRole => appRoles.some((known) => known === role)

/**
 * The person behind a token, as the directory knows them now. One statement; runs on every request, so that
 * whoever is disabled or moved is so at once, whatever the token says (design.md §2).
 * @returns undefined for someone unknown or disabled.
 */
export async function findViewer(
  db: Kysely<Database>,
  claims: Pick<TokenClaims, 'oid' | 'roles'>,
  now: Date,
): Promise<Viewer | undefined> {
  const { rows } = await sql<ViewerRow>`
    select u.id, u.display_name, u.account_enabled, u.app_roles as directory_roles,
      array(select distinct m.unit_id from org_unit_member m where m.user_id = u.id) as unit_ids,
      array(select o.id from org_unit o where o.leader_id = u.id) as led_unit_ids,
      array(select e.org_unit_id from news_editor e where e.user_id = u.id) as edited_unit_ids
    from "user" u where u.id = ${claims.oid}::uuid`.execute(db)
  const row = rows[0]
  if (!row?.account_enabled) return undefined
  return {
    id: row.id,
    displayName: row.display_name,
    roles: new Set(claims.roles.filter(isAppRole)),
    unitIds: row.unit_ids,
    ledUnitIds: row.led_unit_ids,
    publishUnitIds: [...new Set([...row.led_unit_ids, ...row.edited_unit_ids])],
    audienceKeys: [
      'everyone',
      ...row.unit_ids.map((id) => `unit:${id}`),
      ...row.directory_roles.map((role) => `role:${role}`),
      ...(row.led_unit_ids.length > 0 ? ['role:Leader'] : []),
    ],
    now,
  }
}
