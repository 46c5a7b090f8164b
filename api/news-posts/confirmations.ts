import { sql, type SqlBool } from 'kysely'
import { boolean, dateTime, guid, int, text } from '../graph/property.ts'
import type { Resource } from '../graph/resource.ts'
import { mayKnowOf, protectedFrom, shows } from '../users/protection.ts'
import { managed } from './policy.ts'
import { recipients } from './recipients.ts'

const displayName = text('recipient.display_name', { filter: true, sort: true })

/**
 * One row per recipient of a must-read. Those who manage the post see everyone; another leader sees the people
 * below the units they lead, and nobody else (features.md N3, N30; aml kap. 9).
 * @param newsPostId makes the recipients a set that is found once; of a post to everyone the names are then walked in
 * their order, and the page costs the same however many people there are.
 */
export const confirmationsOf = (newsPostId: string): Resource => ({
  name: 'confirmations',
  entity: 'newsPostConfirmation',
  from: (viewer) => sql`news_post
    join "user" recipient on recipient.account_enabled and (news_post.audience_everyone or recipient.id in (
      select reached.id from news_post cross join lateral ${recipients} reached
      where news_post.id = ${newsPostId}::uuid and not news_post.audience_everyone))
    left join ${protectedFrom(viewer)} protection on protection.user_id = recipient.id
    left join org_unit unit on unit.id = recipient.org_unit_id and ${shows('place')}
    left join news_post_reading reading
      on reading.news_post_id = news_post.id and reading.user_id = recipient.id
    left join "user" standin on standin.id = reading.confirmed_by_id
      and ${mayKnowOf(viewer, sql.ref('standin.id'))}`,
  visible: (
    viewer,
  ) => sql<SqlBool>`(news_post.id = ${newsPostId}::uuid and ${shows('person')} and (${managed(viewer)}
    or recipient.id in (select member.user_id from org_unit_member member
      where member.unit_id = any(${[...viewer.ledUnitIds]}::uuid[]))))`,
  properties: new Map([
    ['id', guid('recipient.id', { filter: true, sort: true })],
    ['displayName', displayName],
    ['jobTitle', text('recipient.job_title', { nullable: true })],
    ['department', text('unit.display_name', { filter: true, nullable: true })],
    ['confirmedDateTime', dateTime('reading.confirmed_at', { filter: true, sort: true, nullable: true })],
    ['confirmedVersion', int('reading.confirmed_version', { filter: true, nullable: true })],
    ['confirmedBy/id', guid('standin.id', { filter: true, nullable: true })],
    ['confirmedBy/displayName', text('standin.display_name', { nullable: true })],
    ['confirmedBy/jobTitle', text('standin.job_title', { nullable: true })],
    [
      'isCurrent',
      boolean(sql`(coalesce(reading.confirmed_version, 0) >= news_post.significant_version)`, {
        filter: true,
      }),
    ],
  ]),
  nullWhen: { confirmedBy: 'confirmedBy/id' },
  order: [{ path: 'displayName', property: displayName, descending: false }],
})
