import { Hono } from 'hono'
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
    const { newsDigest } = await readJson(c, NotificationSettingsPatch)
    await deps.db.transaction().execute(async (trx) => {
      if (newsDigest === undefined) return
      const { mail } = await trx
        .selectFrom('user')
        .select('mail')
        .where('id', '=', viewer.id)
        .executeTakeFirstOrThrow()
      if (mail === null && newsDigest !== 'never') {
        const message = 'There is no e-mail address to send news to.'
        throw unprocessable('noMailAddress', message, [
          { code: 'noMailAddress', target: 'newsDigest', message },
        ])
      }
      await trx
        .insertInto('notification_setting')
        .values({ user_id: viewer.id, news_digest: newsDigest })
        .onConflict((on) => on.column('user_id').doUpdateSet({ news_digest: newsDigest }))
        .execute()
      await record(trx, {
        actorId: viewer.id,
        action: 'notificationSettings.changed',
        targetType: 'user',
        targetId: viewer.id,
        data: { newsDigest },
        at: deps.now(),
      })
    })
    return sendUpdated(c, notificationSettings, viewer.id)
  })
