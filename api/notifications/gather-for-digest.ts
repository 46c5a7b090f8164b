import { sql, type Transaction } from 'kysely'
import type { Database } from '../database/schema.ts'
import { groupOf, wayOf } from './ways.ts'

/** People at a time: one short transaction each. */
const batchSize = 2000
/** Most notifications of one e-mail; what is beyond stands in the app. */
const mostMailed = 20

/** Not seen, in no e-mail yet, and wanted by e-mail; over `notification` and its `notification_setting setting`. */
const isToMail = sql`(notification.read_at is null and notification.mailed_at is null
  and ${wayOf(groupOf(sql.ref('notification.kind')))} = 'email')`

/**
 * Puts what people have not seen, and want by e-mail, into their digest of the day: beside the news when there is one,
 * else by itself, so that nobody gets two. What has been in one is in no other.
 * @returns how many people, or undefined when there is nobody left.
 */
export async function gatherNotifications(
  trx: Transaction<Database>,
  batchId: string,
  now: Date,
): Promise<number | undefined> {
  const { rows } = await sql<{ people: number; gathered: number }>`
    with people as (
      select distinct notification.user_id from notification
        join "user" person on person.id = notification.user_id and person.account_enabled and person.mail is not null
        left join notification_setting setting on setting.user_id = person.id
      where ${isToMail} and not exists (select from outgoing_message earlier where earlier.batch_id = ${batchId}::uuid
        and earlier.recipient_id = notification.user_id and earlier.state <> 'waiting')
      order by notification.user_id limit ${batchSize}),
    waiting as (
      select notification.id, notification.user_id, notification.changed_at from notification
        join people on people.user_id = notification.user_id
        left join notification_setting setting on setting.user_id = notification.user_id
      where ${isToMail}),
    placed as (
      select id, user_id, row_number() over (partition by user_id order by changed_at desc, id) as place from waiting),
    message as (
      insert into outgoing_message (batch_id, recipient_id, due_at, content)
      select ${batchId}::uuid, user_id, ${now}::timestamptz, jsonb_build_object('newsPostIds', '[]'::jsonb, 'more', 0,
        'notificationIds', jsonb_agg(id order by place) filter (where place <= ${mostMailed}))
      from placed group by user_id
      on conflict (batch_id, recipient_id) do update set content = outgoing_message.content
        || jsonb_build_object('notificationIds', excluded.content -> 'notificationIds')
        where outgoing_message.state = 'waiting'
      returning recipient_id),
    mailed as (
      update notification set mailed_at = ${now}::timestamptz from waiting
      where notification.id = waiting.id and waiting.user_id in (select recipient_id from message)
      returning notification.id)
    select (select count(*)::int from message) as people, (select count(*)::int from mailed) as gathered`.execute(
    trx,
  )
  const { people = 0, gathered = 0 } = rows[0] ?? {}
  return gathered === 0 ? undefined : people
}
