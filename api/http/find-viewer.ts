import { sql, type Kysely } from 'kysely'
import type { Database } from '../database/schema.ts'
import type { TokenClaims } from '../deps.ts'
import { appRoles, type AppRole } from '../roles.ts'
import type { Principal, Viewer } from '../viewer.ts'

interface PersonRow {
  id: string
  display_name: string
  directory_roles: AppRole[]
  unit_ids: string[]
  led_unit_ids: string[]
}

interface ViewerRow extends PersonRow {
  account_enabled: boolean
  edited_unit_ids: string[]
  principals: PersonRow[]
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
    select ${personColumns}, u.account_enabled,
      array(select e.org_unit_id from news_editor e where e.user_id = u.id) as edited_unit_ids,
      ${principalsOf(claims.oid, now)} as principals
    from "user" u where u.id = ${claims.oid}::uuid`.execute(db)
  const row = rows[0]
  if (!row?.account_enabled) return undefined
  const actsFor = row.principals.map(toPrincipal)
  const ledUnitIds = [
    ...new Set([...row.led_unit_ids, ...actsFor.flatMap((principal) => principal.ledUnitIds)]),
  ]
  return {
    id: row.id,
    displayName: row.display_name,
    roles: new Set(claims.roles.filter(isAppRole)),
    unitIds: row.unit_ids,
    ledUnitIds,
    ownLedUnitIds: row.led_unit_ids,
    actsFor,
    publishUnitIds: [...new Set([...ledUnitIds, ...row.edited_unit_ids])],
    editedUnitIds: row.edited_unit_ids,
    onBehalfOf: null,
    audienceKeys: audienceKeysOf(row),
    now,
  }
}

/** What is known of a person `u`, whether they ask themselves or somebody asks for them. */
const personColumns = sql`u.id, u.display_name, u.app_roles as directory_roles,
  array(select distinct m.unit_id from org_unit_member m where m.user_id = u.id) as unit_ids,
  array(select o.id from org_unit o where o.leader_id = u.id) as led_unit_ids`

/** Those who are away now, and whose substitute the viewer has agreed to be. */
const principalsOf = (
  viewerId: string,
  now: Date,
) => sql`(select coalesce(jsonb_agg(to_jsonb(principal)), '[]') from (
  select ${personColumns} from "user" u
  where u.account_enabled and u.id in (select absence.user_id from absence
    where absence.substitute_id = ${viewerId}::uuid and absence.substitute_status = 'accepted'
      and absence.starts_at <= ${now}::timestamptz
      and (absence.ends_at is null or absence.ends_at > ${now}::timestamptz))
  ) principal)`

const toPrincipal = (row: PersonRow): Principal => ({
  id: row.id,
  displayName: row.display_name,
  ledUnitIds: row.led_unit_ids,
  audienceKeys: audienceKeysOf(row),
})

const audienceKeysOf = (row: PersonRow): string[] => [
  'everyone',
  ...row.unit_ids.map((id) => `unit:${id}`),
  ...row.directory_roles.map((role) => `role:${role}`),
  ...(row.led_unit_ids.length > 0 ? ['role:Leader'] : []),
]
