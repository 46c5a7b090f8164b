import type { Transaction } from 'kysely'
import type { Database } from '../database/schema.ts'
import type { ErrorDetail } from '../http/contract.ts'
import { unprocessable } from '../http/errors.ts'
import { osloDay } from '../time/oslo.ts'

/** What audiences are matched with, of a post as it now is. */
export async function audienceKeysOf(trx: Transaction<Database>, id: string): Promise<string[]> {
  const row = await trx
    .selectFrom('news_post')
    .select('audience_keys')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.audience_keys ?? []
}

/**
 * What a post must have to be out, or to wait for its time.
 * @param goesOut it is about to be, now or at its time: then the last day to confirm lies ahead as well.
 * @throws 422 with one detail per missing thing.
 */
export async function requireComplete(
  trx: Transaction<Database>,
  id: string,
  now: Date,
  { goesOut = false }: { goesOut?: boolean } = {},
): Promise<void> {
  const post = await trx
    .selectFrom('news_post')
    .select(['title', 'body_text', 'lead', 'audience_keys', 'audience_everyone', 'importance', 'confirm_by'])
    .select(['cover_file_id', 'cover_alt', 'state', 'publish_at', 'expires_at', 'send_to_teams'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const details: ErrorDetail[] = []
  const miss = (target: string, message: string) =>
    details.push({ code: 'requiredFieldMissing', target, message })
  const refuse = (code: string, target: string, message: string) => details.push({ code, target, message })
  if (post.title === '') miss('title', 'A published post has a title.')
  if (post.body_text.trim() === '' && post.lead === '') miss('body', 'A published post has a text.')
  if (post.audience_keys.length === 0) miss('audience', 'A published post is for someone.')
  if (post.confirm_by !== null && post.importance !== 'mustRead') {
    miss('importance', 'Only a must-read has a day to confirm by.')
  }
  if (post.cover_file_id !== null && post.cover_alt === '') {
    miss('coverImage/altText', 'A picture is described for those who do not see it.')
  }
  if (post.send_to_teams && !post.audience_everyone) {
    refuse('notForEveryone', 'sendToTeams', 'Only what everyone may read is posted in Teams.')
  }
  const from = post.publish_at && post.publish_at > now ? post.publish_at : now
  if (goesOut && post.confirm_by !== null && post.confirm_by < osloDay(from))
    details.push(dayPassed('confirmBy'))
  const livesOn = post.state !== 'expired' && post.state !== 'archived'
  if (livesOn && post.expires_at && post.expires_at <= from) {
    refuse('expiresBeforePublished', 'expirationDateTime', 'It would expire before it is out.')
  }
  if (details.length > 0) throw incomplete(details)
}

/** A day that is given to readers to do something by has not passed. @throws 422 `dayPassed` */
export function requireDayAhead(target: string, day: string, now: Date): void {
  if (day < osloDay(now)) throw incomplete([dayPassed(target)])
}

const dayPassed = (target: string): ErrorDetail => ({
  code: 'dayPassed',
  target,
  message: 'The day has passed before anybody can meet it.',
})

const incomplete = (details: ErrorDetail[]) =>
  unprocessable('incomplete', 'The post is not ready to be published.', details)
