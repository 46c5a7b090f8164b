import { Hono } from 'hono'
import { sql } from 'kysely'
import { record } from '../audit/record.ts'
import { sendEntity, sendUpdated, withId } from '../graph/entity.ts'
import { readJson } from '../http/body.ts'
import type { Env } from '../http/env.ts'
import { unprocessable } from '../http/errors.ts'
import { NotificationSettingsPatch } from './contract.ts'
import { notificationSettings } from './resource.ts'

/** `GET` and `PATCH /v1.0/me/notificationSettings`: everyone sets one's own, and nobody else's. */
export const notificationSettingsRoutes = new Hono<Env>()
  .get('/me/notificationSettings', (c) =>
    sendEntity(c, notificationSettings, withId(notificationSettings, c.var.viewer.id)),
  )
  .patch('/me/notificationSettings', async (c) => {
    const { deps, viewer } = c.var
    const { newsDigest, notifications = {}, maxEmailsPerDay } = await readJson(c, NotificationSettingsPatch)
    const data = {
      ...(newsDigest && { newsDigest }),
      ...(Object.keys(notifications).length > 0 && { notifications }),
      ...(maxEmailsPerDay && { maxEmailsPerDay }),
    }
    await deps.db.transaction().execute(async (trx) => {
      if (Object.keys(data).length === 0) return
      const { mail } = await trx
        .selectFrom('user')
        .select('mail')
        .where('id', '=', viewer.id)
        .executeTakeFirstOrThrow()
      if (mail === null) refuseEmail(newsDigest, notifications)
      const ways = JSON.stringify(notifications)
      const chosen = {
        ...(newsDigest && { news_digest: newsDigest }),
        ...(maxEmailsPerDay && { max_emails_per_day: maxEmailsPerDay }),
      }
      await trx
        .insertInto('notification_setting')
        .values({ user_id: viewer.id, notification_ways: ways, ...chosen })
        .onConflict((on) =>
          on.column('user_id').doUpdateSet({
            notification_ways: sql`notification_setting.notification_ways || excluded.notification_ways`,
            ...chosen,
          }),
        )
        .execute()
      await record(trx, {
        actorId: viewer.id,
        action: 'notificationSettings.changed',
        targetType: 'user',
        targetId: viewer.id,
        data,
        at: deps.now(),
      })
    })
    return sendUpdated(c, notificationSettings, viewer.id)
  })

/** @throws 422 `noMailAddress` naming what would be sent by e-mail. */
function refuseEmail(
  newsDigest: string | undefined,
  notifications: Record<string, string | undefined>,
): void {
  const targets = [
    ...(newsDigest === undefined || newsDigest === 'never' ? [] : ['newsDigest']),
    ...Object.entries(notifications).flatMap(([group, way]) =>
      way === 'email' ? [`notifications/${group}`] : [],
    ),
  ]
  if (targets.length === 0) return
  const message = 'There is no e-mail address to send to.'
  throw unprocessable(
    'noMailAddress',
    message,
    targets.map((target) => ({ code: 'noMailAddress', target, message })),
  )
}
