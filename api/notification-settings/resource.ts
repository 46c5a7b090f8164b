import { sql } from 'kysely'
import { guid, int, text, type Property } from '../graph/property.ts'
import type { OrderStep, Resource } from '../graph/resource.ts'
import { notificationGroups } from '../notifications/contract.ts'
import { maxEmailsOf, wayOf } from '../notifications/ways.ts'
import { newsDigestOf } from './news-digest.ts'

const id = guid('person.id', { filter: true })
const byId: OrderStep = { path: 'id', property: id, descending: false }

/** What each person wants to be sent: one row, and only one's own. */
export const notificationSettings: Resource = {
  name: 'notificationSettings',
  entity: 'notificationSettings',
  from: () => sql`"user" person left join notification_setting setting on setting.user_id = person.id`,
  visible: (viewer) => sql`person.id = ${viewer.id}::uuid`,
  properties: new Map([
    ['id', id],
    ['newsDigest', text(newsDigestOf)],
    ...notificationGroups.map((group): [string, Property] => [
      `notifications/${group}`,
      text(sql`(case when person.mail is null then replace(${wayOf(sql.lit(group))}, 'email', 'inApp')
          else ${wayOf(sql.lit(group))} end)`),
    ]),
    ['maxEmailsPerDay', int(maxEmailsOf)],
  ]),
  order: [byId],
}
