import { sql, type Transaction } from 'kysely'
import type { NewsDigest } from '../database/outgoing-tables.ts'
import type { Database } from '../database/schema.ts'
import { gatherNotifications } from '../notifications/gather-for-digest.ts'
import { newsDigestOf } from '../notification-settings/news-digest.ts'
import type { TimedDeps, TimedJob } from '../timed-work/timed-job.ts'
import { addDays, osloDay, osloTime } from '../time/oslo.ts'
import { addWorkingDays, isWorkingDay } from '../time/working-days.ts'
import { isOut } from './policy.ts'

/** When a digest may be made, by Oslo's clock; a server that was down at seven makes it later in the morning. */
const from = '07:00'
const until = '12:00'
/** Posts named in one digest. */
const longest = 10
const day = 86_400_000
/** How far back the first digest goes, and how far back any goes, in milliseconds. */
const firstReach = 7 * day
const longestReach = 21 * day
/** People at a time: one short transaction each. */
const batchSize = 2000

/**
 * Whose digest is due: nobody's outside the morning of a working day; the weekly one comes on the first working day of
 * the week.
 */
export function dueDigests(now: Date): NewsDigest[] {
  const today = osloDay(now)
  if (!isWorkingDay(today) || now < osloTime(today, from) || now >= osloTime(today, until)) return []
  const monday = addDays(today, -((new Date(`${today}T12:00:00Z`).getUTCDay() + 6) % 7))
  return today === addWorkingDays(monday, 0) ? ['daily', 'weekly'] : ['daily']
}

/** Gathers for each person what is new and unread, where there is a way to send it. */
export const makeDigests: TimedJob = {
  name: 'make-digests',
  cron: '*/30 7-11 * * 1-5',
  run: async (deps) => {
    const now = deps.now()
    const frequencies = dueDigests(now)
    if (frequencies.length === 0 || !deps.outlets.email) return 0
    const batchId = await digestBatch(deps, now)
    let made = 0
    let after: string | undefined = '00000000-0000-0000-0000-000000000000'
    while (after !== undefined && !deps.signal?.aborted) {
      const last: string = after
      const step = await deps.db
        .transaction()
        .execute((trx) => digestSome(trx, { batchId, frequencies, after: last, now }))
      made += step.made
      after = step.last
    }
    return made + (await addNotifications(deps, batchId, now))
  },
}

/** Adds what people have not seen of what happened to them to the digests just made. */
async function addNotifications(deps: TimedDeps, batchId: string, now: Date): Promise<number> {
  let people = 0
  while (!deps.signal?.aborted) {
    const more = await deps.db.transaction().execute((trx) => gatherNotifications(trx, batchId, now))
    if (more === undefined) break
    people += more
  }
  return people
}

/** The batch of the day. It has no recipients of its own: each digest is added as it is gathered. */
async function digestBatch({ db }: TimedDeps, now: Date): Promise<string> {
  const dedupeKey = `newsDigest:${osloDay(now)}`
  const { id } = await db
    .insertInto('outgoing_batch')
    .values({
      kind: 'newsDigest',
      channel: 'email',
      dedupe_key: dedupeKey,
      news_post_id: null,
      is_urgent: false,
      created_at: now,
      addressed_at: now,
    })
    .onConflict((on) => on.column('dedupe_key').doUpdateSet({ dedupe_key: dedupeKey }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/**
 * What audiences are matched with, of `"user" person`: as `find-viewer.ts` makes it for whoever asks, here for
 * thousands at once.
 */
const audienceKeysOfPerson = sql`(array['everyone']
  || array(select distinct 'unit:' || member.unit_id from org_unit_member member where member.user_id = person.id)
  || array(select 'role:' || role from unnest(person.app_roles) role)
  || array(select 'role:Leader' where exists (select from org_unit led where led.leader_id = person.id)))`

interface Step {
  batchId: string
  frequencies: readonly NewsDigest[]
  /** Id of the last person of the step before. */
  after: string
  now: Date
}

/** Gathers for the next people, in the order of their ids. @returns the last of them, or undefined at the end. */
async function digestSome(
  trx: Transaction<Database>,
  { batchId, frequencies, after, now }: Step,
): Promise<{ made: number; last: string | undefined }> {
  const today = osloTime(osloDay(now), from)
  const { rows: people } = await sql<{ id: string }>`
    select person.id from "user" person left join notification_setting setting on setting.user_id = person.id
    where person.account_enabled and person.id > ${after}::uuid
      and ${newsDigestOf} = any(${[...frequencies]}::text[])
      and (setting.digested_at is null or setting.digested_at < ${today})
    order by person.id limit ${batchSize}`.execute(trx)
  const last = people.length === batchSize ? people.at(-1)?.id : undefined
  // Whoever writes the time first makes the digest; another process finds nothing left to do.
  const { rows: claimed } = await sql<{ id: string; since: Date | null }>`
    insert into notification_setting as setting (user_id, digested_at)
      select person_id, ${now}::timestamptz from unnest(${people.map(({ id }) => id)}::uuid[]) person_id
      order by person_id
    on conflict (user_id) do update set digested_at = excluded.digested_at
      where setting.digested_at is null or setting.digested_at < ${today}
    returning user_id as id, old.digested_at as since`.execute(trx)
  if (claimed.length === 0) return { made: 0, last }
  const oldest = now.getTime() - longestReach
  const readers = claimed.map(({ id, since }) => ({
    id,
    since: new Date(since ? Math.max(since.getTime(), oldest) : now.getTime() - firstReach),
  }))
  const { numAffectedRows } = await sql`
    with reader as materialized (
      select person.id, given.since, ${audienceKeysOfPerson} as audience_keys
      from unnest(${readers.map(({ id }) => id)}::uuid[],
        ${readers.map(({ since }) => since.toISOString())}::timestamptz[]) given(id, since)
        join "user" person on person.id = given.id),
    recent as materialized (
      select news_post.id, news_post.published_at, news_post.audience_keys from news_post
      where news_post.published_at > ${new Date(oldest)} and ${isOut(now)}),
    unread as (
      select reader.id as reader_id, recent.id as post_id,
        row_number() over (partition by reader.id order by recent.published_at desc, recent.id) as place
      from reader join recent
        on recent.audience_keys && reader.audience_keys and recent.published_at > reader.since
      where not exists (select from news_post_reading reading where reading.news_post_id = recent.id
        and reading.user_id = reader.id and reading.read_at is not null))
    insert into outgoing_message (batch_id, recipient_id, due_at, content)
    select ${batchId}::uuid, reader_id, ${now}::timestamptz, jsonb_build_object(
      'newsPostIds', jsonb_agg(post_id order by place) filter (where place <= ${longest}),
      'more', greatest(count(*) - ${longest}, 0))
    from unread group by reader_id
    on conflict (batch_id, recipient_id) do update set content = outgoing_message.content || excluded.content
      where outgoing_message.state = 'waiting'`.execute(trx)
  return { made: Number(numAffectedRows ?? 0n), last }
}
