import { sql, type RawBuilder } from 'kysely'
import type { NewsDigest } from '../database/outgoing-tables.ts'

/** What people get when they have chosen nothing (features.md N8). */
const unchosen: NewsDigest = 'weekly'

/** How often a person gets unread news by e-mail, over `"user" person` and its `notification_setting setting`. */
export const newsDigestOf: RawBuilder<NewsDigest> = sql`(case when person.mail is null then 'never'
  else coalesce(setting.news_digest, ${sql.lit(unchosen)}) end)`
