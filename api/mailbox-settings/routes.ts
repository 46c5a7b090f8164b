import { Hono } from 'hono'
import { lockPerson } from '../absences/store.ts'
import { readJson } from '../http/body.ts'
import type { ApiContext, Env } from '../http/env.ts'
import { noQueryOptions } from '../http/no-query-options.ts'
import { languageOf } from '../outgoing/texts.ts'
import { findCurrentOrNext, settingOf, writeSetting } from './automatic-replies.ts'
import { MailboxSettingsPatch, type MailboxSettings } from './contract.ts'

const languages = {
  nb: { locale: 'nb-NO', displayName: 'norsk bokmål' },
  nn: { locale: 'nn-NO', displayName: 'norsk nynorsk' },
  en: { locale: 'en-GB', displayName: 'English' },
}

async function read(c: ApiContext): Promise<MailboxSettings> {
  const { deps, viewer } = c.var
  const { preferred_language: language } = await deps.db
    .selectFrom('user')
    .select('preferred_language')
    .where('id', '=', viewer.id)
    .executeTakeFirstOrThrow()
  return {
    automaticRepliesSetting: settingOf(await findCurrentOrNext(deps.db, viewer.id, deps.now())),
    timeZone: 'Europe/Oslo',
    language: languages[languageOf(language)],
  }
}

/** `GET` and `PATCH /v1.0/me/mailboxSettings`: one's own automatic replies, which are one's own absence. */
export const mailboxSettingsRoutes = new Hono<Env>()
  .get('/me/mailboxSettings', noQueryOptions, async (c) => c.json(await read(c)))
  .patch('/me/mailboxSettings', async (c) => {
    const { automaticRepliesSetting } = await readJson(c, MailboxSettingsPatch)
    const { deps, viewer } = c.var
    await deps.db.transaction().execute(async (trx) => {
      const facts = await lockPerson(trx, viewer, viewer.id)
      await writeSetting({ trx, viewer, now: deps.now(), facts }, automaticRepliesSetting)
    })
    return c.json(await read(c))
  })
