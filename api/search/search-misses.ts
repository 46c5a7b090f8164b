import { sql, type Kysely } from 'kysely'
import type { Database } from '../database/schema.ts'
import { date, guid, int, text } from '../graph/property.ts'
import type { Resource } from '../graph/resource.ts'
import { findSensitiveContent } from '../text/sensitive-content.ts'
import { osloDay } from '../time/oslo.ts'
import { wordsIn } from './search-terms.ts'

/** How long it is remembered what was searched for in vain, in days. */
export const missesKeptFor = 90
/** What was looked for less often is chance, and too near to the one who did. */
const shownFrom = 3

const lastDate = date('miss.last_date', { filter: true, sort: true })
const count = int('miss.count', { filter: true, sort: true })

/** What people searched for and did not find, summed over the days. Who may read it is asked before. */
export const searchMisses: Resource = {
  name: 'searchMisses',
  entity: 'searchMiss',
  from: (
    viewer,
  ) => sql`(select overlay(overlay(md5(query) placing '4' from 13) placing '8' from 17)::uuid as id, query, sum(count)::int as count, max(searched_on) as last_date
    from search_miss where searched_on > ${osloDay(viewer.now)}::date - ${missesKeptFor}::int
    group by query having sum(count) >= ${shownFrom}) miss`,
  visible: () => sql`true`,
  properties: new Map([
    ['id', guid('miss.id', { filter: true, sort: true })],
    ['query', text('miss.query', { filter: true, sort: true })],
    ['count', count],
    ['lastDate', lastDate],
  ]),
  order: [
    { path: 'count', property: count, descending: true },
    { path: 'lastDate', property: lastDate, descending: true },
  ],
}

/**
 * A search as it is counted: small letters, one space between words.
 * @returns undefined when it may be about a person: with many digits, an identity number, or an address.
 */
export function countableQuery(query: string): string | undefined {
  const digits = query.normalize('NFKC').match(/\p{N}/gu)?.length ?? 0
  if (digits >= 6 || query.includes('@') || findSensitiveContent(query).length > 0) return undefined
  const words = wordsIn(query)
  return words.every((word) => word.length < 2) ? undefined : words.join(' ')
}

/** Counts a finished search without hits. No person is recorded, and none that is named in it. */
export async function countMiss(db: Kysely<Database>, query: string, now: Date): Promise<void> {
  const counted = countableQuery(query)
  if (counted === undefined || (await namesSomebody(db, counted))) return
  await db
    .insertInto('search_miss')
    .values({ query: counted, searched_on: osloDay(now), count: 1 })
    .onConflict((on) =>
      on.columns(['query', 'searched_on']).doUpdateSet((eb) => ({ count: eb('search_miss.count', '+', 1) })),
    )
    .execute()
}

/** Whether two words beside each other are somebody's name: also of those who have left, or are not shown. */
async function namesSomebody(db: Kysely<Database>, query: string): Promise<boolean> {
  const words = query.split(' ')
  const pairs = words
    .slice(1)
    .flatMap((word, index) => [`${words[index]} ${word}`, `${word} ${words[index]}`])
  if (pairs.length === 0) return false
  const { rows } = await sql`select from "user"
    where lower(given_name || ' ' || surname) = any(${pairs}::text[])
      or lower(regexp_replace(given_name, ' .*', '') || ' ' || regexp_replace(surname, '.* ', '')) = any(${pairs}::text[])
    limit 1`.execute(db)
  return rows.length > 0
}
