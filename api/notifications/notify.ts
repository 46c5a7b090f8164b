import { sql, type Transaction } from 'kysely'
import type { Database } from '../database/schema.ts'
import { notificationKinds, type NotificationKind } from './contract.ts'
import { wayOf } from './ways.ts'

/** Something that happened, for those it concerns. */
export interface NewNotification {
  kind: NotificationKind
  /** Whom to tell. Whoever did it is not told of it, nor are those who have left or want to hear nothing of the kind. */
  userIds: readonly string[]
  /** Who did it; null for the clock. */
  actorId: string | null
  /** What of the same kind is told as one for as long as it is unread. */
  threadId: string
  /** What it is about, to go there. `type` is a resource's name for one. */
  resource: { type: string; id: string; commentId?: string }
  at: Date
}

/**
 * Tells people of what happened, in the transaction of what happens: the one way to do it. What a person has not read is
 * counted up instead of told anew, and is new again to the e-mail that gathers it.
 */
export async function notify(trx: Transaction<Database>, what: NewNotification): Promise<void> {
  const { kind, userIds, actorId, threadId, resource, at } = what
  const told = [...new Set(userIds)].filter((id) => id !== actorId)
  if (told.length === 0) return
  await sql`
    insert into notification as known (user_id, kind, thread_id, resource_type, resource_id, comment_id, person_id,
      created_at, changed_at)
    select person.id, ${kind}, ${threadId}::uuid, ${resource.type}, ${resource.id}::uuid,
      ${resource.commentId ?? null}::uuid, ${actorId}::uuid, ${at}::timestamptz, ${at}::timestamptz
    from "user" person left join notification_setting setting on setting.user_id = person.id
    where person.id = any(${told}::uuid[]) and person.account_enabled
      and ${wayOf(sql.lit(notificationKinds[kind]))} <> 'none'
    order by person.id
    on conflict (user_id, kind, thread_id) where read_at is null do update set
      count = known.count + 1, person_id = excluded.person_id, comment_id = excluded.comment_id,
      changed_at = excluded.changed_at, mailed_at = null`.execute(trx)
}

/** What has been seen where it stands is no longer news. */
export async function markNotificationsRead(
  trx: Pick<Transaction<Database>, 'updateTable'>,
  userId: string,
  which: { kinds: readonly NotificationKind[]; threadId: string },
  at: Date,
): Promise<void> {
  await trx
    .updateTable('notification')
    .set({ read_at: at })
    .where('user_id', '=', userId)
    .where('kind', 'in', [...which.kinds])
    .where('thread_id', '=', which.threadId)
    .where('read_at', 'is', null)
    .execute()
}
