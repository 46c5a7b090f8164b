import { importJWK, SignJWT } from 'jose'
import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Database } from '#api/database/schema.ts'
import type { AppRole } from '#api/roles.ts'
import { personClaims } from '../local-sso.ts'
import { accessTokenLifetime, findIssuer, loadSigningKey, localClient } from '../signing-key.ts'

/** Someone who sends requests. */
export interface BenchPerson {
  id: string
  token: string
  /** The unit the person leads, or works in. */
  unitId: string
  appRoles: readonly AppRole[]
}

/**
 * People of different places in the organisation. Each group is many: the API limits what one person may send, and
 * real load comes from many.
 */
export interface BenchPeople {
  nurses: BenchPerson[]
  teachers: BenchPerson[]
  /** Leaders of sectors, areas and units. */
  directors: BenchPerson[]
  /** Leaders of departments. */
  leaders: BenchPerson[]
  editors: BenchPerson[]
  /** Who have read nearly everything that reaches them. */
  diligent: BenchPerson[]
}

const groupSize = 200

/** Finds the people, and signs a token for each as the local provider does. */
export async function findPeople(db: Kysely<Database>): Promise<BenchPeople> {
  const issuer = await findIssuer(db)
  if (!issuer) throw new Error('The server has not run on this database.')
  const key = await loadSigningKey(db)
  const privateKey = await importJWK(key, 'RS256')
  const sign = (row: PersonRow) =>
    new SignJWT({
      ...personClaims({
        id: row.id,
        userPrincipalName: row.user_principal_name,
        displayName: row.display_name,
        mail: null,
        appRoles: row.app_roles,
        who: '',
      }),
      scp: localClient.scope,
      azp: localClient.clientId,
    })
      .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: key.kid })
      .setIssuer(issuer)
      .setAudience(localClient.audience)
      .setSubject(row.id)
      .setIssuedAt()
      .setExpirationTime(`${accessTokenLifetime}s`)
      .sign(privateKey)
  const group = async (condition: RawBuilder<unknown>) => {
    const { rows } = await sql<PersonRow>`
      select u.id, u.user_principal_name, u.display_name, u.app_roles, coalesce(led.id, u.org_unit_id) as unit_id
      from "user" u left join org_unit led on led.leader_id = u.id and led.id = u.org_unit_id
      where u.account_enabled and ${condition} order by md5(u.id::text) limit ${groupSize}`.execute(db)
    return Promise.all(
      rows.map(async (row) => ({
        id: row.id,
        token: await sign(row),
        unitId: row.unit_id,
        appRoles: row.app_roles,
      })),
    )
  }
  return {
    nurses: await group(sql`u.job_title = 'Helsefagarbeider'`),
    teachers: await group(sql`u.job_title = 'Lærer'`),
    directors: await group(sql`led.kind in ('sector', 'area', 'unit')`),
    leaders: await group(sql`led.kind = 'department'`),
    editors: await group(sql`'Editor' = any(u.app_roles)`),
    diligent: await group(sql`u.id in (select user_id from news_post_reading
      group by user_id order by count(*) desc limit ${groupSize})`),
  }
}

interface PersonRow {
  id: string
  user_principal_name: string
  display_name: string
  app_roles: AppRole[]
  unit_id: string
}
