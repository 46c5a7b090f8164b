import { sql, type Insertable, type Transaction } from 'kysely'
import type { Database, NewsPostTable } from '#api/database/schema.ts'
import { plainText } from '#api/text/plain-text.ts'
import { readingTimeInMinutes } from '#api/text/reading-time.ts'
import { batches } from '../batches.ts'
import { unitNamed, type SeedUnit } from '../org-units.ts'
import { osloDay, osloTime, workdaysAgo } from '../oslo-time.ts'
import type { SeedPerson } from '../people.ts'
import type { SeedPosition } from '../positions.ts'
import { uuidAt } from '../random.ts'
import { recipientFinder, type SeedAudience } from './audience.ts'
import { bulkPosts } from './bulk-posts.ts'
import { insertFiles, pictureNodes } from './files.ts'
import { handWritten } from './hand-written.ts'
import { daysFrom, type NewsPlan } from './news-plan.ts'
import { readingsOf } from './readings.ts'
import { richText } from './rich-text.ts'

/** What news is made from. */
export interface NewsSource {
  units: readonly SeedUnit[]
  people: readonly SeedPerson[]
  positions: readonly SeedPosition[]
  /** Posts in all, never fewer than the hand-written ones. */
  count?: number | undefined
  now: Date
  onProgress: (text: string) => void
}

/** A post ready for the database, with what its readers are drawn from. */
export interface SeedPost {
  row: Insertable<NewsPostTable> & { id: string }
  audience: SeedAudience
  plan: Pick<NewsPlan, 'key' | 'files' | 'readBy' | 'confirmedBy' | 'notYet'>
}

/** Writes posts and who has read and confirmed them. @returns the number of posts. */
export async function insertNews(trx: Transaction<Database>, source: NewsSource): Promise<number> {
  const { units, people, positions, count = 0, now, onProgress } = source
  const plans = handWritten(daysFrom(now))
  const recipients = recipientFinder(units, people, positions)
  const posts = plans.map((plan) => postFrom(plan, source))
  const bulk = bulkPosts(source, recipients, Math.max(0, count - plans.length))
  const rows = [...posts.map((post) => post.row), ...bulk.rows]
  onProgress(`Makes ${rows.length} news posts.`)
  for (const batch of batches(rows)) await trx.insertInto('news_post').values(batch).execute()
  for (const post of posts) await insertFiles(trx, post)
  await sql`insert into news_post_version
    select id, version, title, lead, body, true, '', changed_by_id, changed_at from news_post
    where version > 0`.execute(trx)
  const readings = posts
    .flatMap((post) => readingsOf(post, recipients(post.audience), now))
    .concat(bulk.readings)
  onProgress(`Makes ${readings.length} readings.`)
  for (const batch of batches(readings)) await trx.insertInto('news_post_reading').values(batch).execute()
  return rows.length
}

function postFrom(plan: NewsPlan, { units, people, now }: NewsSource): SeedPost {
  const audience: SeedAudience =
    plan.audience === 'everyone'
      ? { everyone: true, units: [], roles: [] }
      : {
          everyone: false,
          units: (plan.audience.units ?? []).map((names) => unitNamed(units, names)),
          roles: plan.audience.roles ?? [],
        }
  const [workdays, time] = plan.at
  const written = osloTime(now, workdaysAgo(now, workdays), time)
  const state = plan.state ?? 'published'
  const version = state === 'draft' ? 0 : (plan.version ?? 1)
  const { type, content = [] } = richText(plan.body)
  const body = { type, content: content.toSpliced(1, 0, ...pictureNodes(plan)) }
  const authorId = authorOf(plan, units, people)
  const row = {
    id: uuidAt(written, `newsPost ${plan.key}`),
    title: plan.title,
    lead: plan.lead,
    body: JSON.stringify(body),
    body_text: plainText(body),
    reading_minutes: readingTimeInMinutes(plainText(body)),
    importance: plan.importance ?? 'normal',
    audience_everyone: audience.everyone,
    audience_org_unit_ids: audience.units.map((unit) => unit.id),
    audience_roles: [...audience.roles],
    confirm_by: plan.confirmBy === undefined ? null : osloDay(now, plan.confirmBy),
    state,
    author_id: authorId,
    changed_by_id: authorId,
    responsible_unit_id: unitNamed(units, plan.responsibleUnit).id,
    version,
    significant_version: version,
    revision: version + 1,
    created_at: minutesFrom(written, -40),
    // Later versions came a quarter of an hour later each.
    changed_at: minutesFrom(written, Math.max(0, version - 1) * 15),
    published_at: state === 'draft' ? null : written,
    archived_at: state === 'archived' ? minutesFrom(written, 3 * 24 * 60) : null,
  }
  return { row, audience, plan }
}

const minutesFrom = (time: Date, minutes: number) => new Date(time.getTime() + minutes * 60_000)

function authorOf(
  { key, author }: NewsPlan,
  units: readonly SeedUnit[],
  people: readonly SeedPerson[],
): string {
  const id =
    typeof author === 'string'
      ? people.find(({ isDemo, userPrincipalName }) => isDemo && userPrincipalName.startsWith(`${author}@`))
          ?.id
      : unitNamed(units, author).leaderId
  if (!id) throw new RangeError(`Nobody to write ${key}.`)
  return id
}
