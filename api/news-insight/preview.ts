import { sql, type Kysely } from 'kysely'
import type { Database } from '../database/schema.ts'
import { unprocessable } from '../http/errors.ts'
import type { AudienceRole } from '../roles.ts'
import { mayKnowOf } from '../users/protection.ts'
import type { Viewer } from '../viewer.ts'
import type { NewsPostPreview } from './contract.ts'

interface PreviewRow {
  id: string
  display_name: string
  job_title: string | null
  preferred_language: string
  everyone: boolean
  units: string[]
  roles: AudienceRole[]
}

/**
 * Whether and why a post would reach a person, whatever state it is in (features.md N28).
 * @throws 422 `unknownUser`, for somebody who has left as well
 */
export async function previewAs(
  db: Kysely<Database>,
  viewer: Viewer,
  newsPostId: string,
  userId: string,
): Promise<NewsPostPreview> {
  const { rows } = await sql<PreviewRow>`
    select person.id, person.display_name, person.job_title, person.preferred_language,
      news_post.audience_everyone as everyone,
      array(select unit.display_name from org_unit unit where unit.id = any(news_post.audience_org_unit_ids)
        and exists (select from org_unit_member member
          where member.unit_id = unit.id and member.user_id = person.id) order by 1) as units,
      array(select role from unnest(news_post.audience_roles) role where role = any(person.app_roles)
        or (role = 'Leader' and exists (select from org_unit led where led.leader_id = person.id))) as roles
    from news_post, "user" person
    where news_post.id = ${newsPostId}::uuid and person.id = ${userId}::uuid and person.account_enabled
      and ${mayKnowOf(viewer, sql.ref('person.id'))}`.execute(db)
  const row = rows[0]
  if (!row) {
    const message = 'There is no such person.'
    throw unprocessable('unknownUser', message, [{ code: 'unknownUser', target: 'userId', message }])
  }
  return {
    user: { id: row.id, displayName: row.display_name, jobTitle: row.job_title },
    preferredLanguage: row.preferred_language,
    isRecipient: row.everyone || row.units.length > 0 || row.roles.length > 0,
    viaUnits: row.units,
    viaRoles: row.roles,
    viaEveryone: row.everyone,
  }
}
