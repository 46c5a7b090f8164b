import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Database } from '../database/schema.ts'
import type { Viewer } from '../viewer.ts'
import { searchWords } from './fold.ts'
import { mostWrong, variantsOf, wrongLetters } from './misspelling.ts'
import { seesDisabled } from './policy.ts'
import { hiddenFrom } from './protection.ts'

/**
 * Fields of `directory_term`, each with what it costs to be found in it by a whole word, and how much more by the
 * beginning of one; the least is the best.
 */
const fields = {
  name: { number: 1, cost: 0, begun: 1 },
  /** Of all names, and of the first and the last. Found whole only. */
  initials: { number: 2, cost: 1, begun: 0 },
  title: { number: 3, cost: 2, begun: 2 },
  subject: { number: 4, cost: 1, begun: 5 },
  userName: { number: 5, cost: 1, begun: 1 },
  phone: { number: 6, cost: 0, begun: 1 },
  unit: { number: 7, cost: 4, begun: 2 },
  unitAbove: { number: 8, cost: 5, begun: 2 },
  positionTitle: { number: 9, cost: 3, begun: 2 },
} as const
const byField = (key: 'cost' | 'begun') =>
  sql`(${sql.lit(
    `{${Object.values(fields)
      .map((field) => field[key])
      .join(',')}}`,
  )}::int[])[term.field]`
const cost = byField('cost')
const begun = byField('begun')
const number = (field: keyof typeof fields) => sql.lit(fields[field].number)
const placeFields = sql.join([number('unit'), number('unitAbove'), number('positionTitle')])

/** What a word that only contains what was typed costs more, and each wrong letter. */
const partCost = 7
const wrongLetterCost = 8
/** A word found so often has been spelt right. */
const oftenEnough = 4
/** Most words somebody could have meant by one. */
const mostMeant = 12
/** Up to so many hits, the other words are looked up for each person, and who is found is kept. */
const fewHits = 300
/** So many hits are enough without what costs most. */
const manyHits = 1000
/** Steps up to the nearest unit in common, of those who have none below the municipality. */
const farAway = 7
/** Digits of one unit in a path. */
const unitDigits = 6
/** Sorts after every word that begins as it does. */
const last = '\u{10FFFD}'

/** One word of a search: what it may be, and how often it is found as it stands, up to a limit. */
interface Word {
  typed: string
  hits: number
  /** Words that may be meant, and what each costs more than the word itself. */
  meant: ReadonlyMap<string, number>
}

/**
 * People by what somebody types, best first: a subquery of `user_id`, `rank` (less is better) and `sort_name`. Words may
 * stand in any order and each in another field; all must be found. Among equals whoever is nearest in the organisation
 * comes first. What is hidden from the viewer is not searched (features.md K1, K28).
 */
export async function findPeople(
  db: Kysely<Database>,
  viewer: Viewer,
  text: string,
): Promise<RawBuilder<unknown>> {
  const { words, paths } = await readWords(db, viewer, searchWords(text))
  if (words.length === 0) return nobody
  const options = { near: stepsFrom(viewer, paths), isInitials: /^\p{Lu}{2,4}$/u.test(text.trim()) }
  const typed = peopleOf(viewer, words, options)
  // One word that is hardly found is looked for with what may be meant by it as well.
  if (words.length === 1) {
    const isRare = words.every(({ hits }) => hits < oftenEnough)
    return ordered(isRare ? peopleOf(viewer, await withMeant(db, words), options) : typed)
  }
  if (words.every(({ hits }) => hits > 0)) {
    const found = await readFound(db, typed)
    if (found.length === fewHits) return ordered(typed)
    if (found.length > 0) return asRows(found)
  }
  return ordered(peopleOf(viewer, await withMeant(db, words), options))
}

const ordered = (people: RawBuilder<unknown>) =>
  sql`(select user_id, rank, sort_name from ${people} found order by rank, sort_name, user_id)`

/** Somebody found, and how well. */
interface FoundRow {
  user_id: string
  rank: number
  sort_name: string
}

/** People found, up to a limit, in no order. */
async function readFound(db: Kysely<Database>, people: RawBuilder<unknown>): Promise<FoundRow[]> {
  const { rows } = await sql<FoundRow>`select user_id, rank, sort_name from ${people} found
    limit ${fewHits}`.execute(db)
  return rows
}

/** Few people already found, which need not be looked for again while they are read. */
const asRows = (found: readonly FoundRow[]) => sql`(select user_id, rank, sort_name collate "C" as sort_name
  from unnest(${found.map(({ user_id }) => user_id)}::uuid[], ${found.map(({ rank }) => rank)}::int[],
    ${found.map(({ sort_name }) => sort_name)}::text[]) known(user_id, rank, sort_name))`

function peopleOf(
  viewer: Viewer,
  words: readonly Word[],
  { near, isInitials }: { near: RawBuilder<unknown>; isInitials: boolean },
): RawBuilder<unknown> {
  const [rarest, ...others] = words.toSorted((a, b) => a.hits - b.hits)
  if (!rarest) return nobody
  // What is found very often is found often enough without the units above.
  const isBroad = others.length === 0 && rarest.hits >= manyHits
  const first = bestHits(hitsOf(viewer, rarest, { near, isInitials, isBroad }))
  const found =
    others.length === 0 || isFew(rarest, others)
      ? lookedUp(first, viewer, others)
      : counted([first, ...others.map((word) => bestHits(hitsOf(viewer, word, { near })))])
  const surplus = others.length === 0 ? sql`0` : sql`least(greatest(name_count - ${words.length}::int, 0), 3)`
  return sql`(select user_id, ((cost * 4 + ${surplus}) * 8 + steps)::int as rank, sort_name from ${found} found)`
}

/** Whether the other words are looked up for each person of this one: it is found seldom, or they are found too often. */
const isFew = ({ hits }: Word, others: readonly Word[]) =>
  hits < fewHits || (hits < manyHits && others.some((other) => other.hits >= manyHits))

/** As `findPeople`, when nothing can be found. */
export const nobody = sql`(select null::uuid as user_id, 0 as rank, '' as sort_name where false)`

/** The best hit of each person. */
const bestHits = (hits: RawBuilder<unknown>) => sql`(select hit.user_id, min(hit.cost) as cost,
  min(hit.steps) as steps, min(hit.sort_name) as sort_name, min(hit.name_count) as name_count
  from ${hits} hit group by hit.user_id)`

/** Few people, each with the other words looked up. */
function lookedUp(first: RawBuilder<unknown>, viewer: Viewer, others: readonly Word[]): RawBuilder<unknown> {
  const names = others.map((_, index) => sql.ref(`also${index}`))
  const joins = others.map((word, index) => {
    const hits = hitsOf(viewer, word, { isOwn: true })
    return sql` join lateral (select min(hit.cost) as cost from ${hits} hit) ${names[index]}
      on ${names[index]}.cost is not null`
  })
  const costs = [sql`best.cost`, ...names.map((name) => sql`${name}.cost`)]
  return sql`(select best.user_id, ${sql.join(costs, sql` + `)} as cost, best.steps, best.sort_name,
    best.name_count from ${first} best ${sql.join(joins, sql` `)})`
}

/** Many people, found once for each word. A join would go by how many are expected, which is seldom right. */
const counted = (each: readonly RawBuilder<unknown>[]) => sql`(select user_id, sum(cost)::int as cost,
  min(steps) as steps, min(sort_name) as sort_name, min(name_count) as name_count
  from (${sql.join(
    each.map((one) => sql`select * from ${one} one`),
    sql` union all `,
  )}) every group by user_id having count(*) = ${each.length}::int)`

interface HitOptions {
  /** Steps to the person of a hit. */
  near?: RawBuilder<unknown>
  isInitials?: boolean
  isBroad?: boolean
  /** Only of the person `best`, who is known to be found. */
  isOwn?: boolean
}

/** Rows of `directory_term` that a word is found in and the viewer may find, each with its cost. */
function hitsOf(viewer: Viewer, { typed, meant }: Word, options: HitOptions): RawBuilder<unknown> {
  const { near = sql`0`, isInitials = false, isBroad = false, isOwn = false } = options
  const columns = isOwn
    ? sql`term.user_id`
    : sql`term.user_id, ${near} as steps, term.sort_name, term.name_count`
  // The offset keeps the planner at the words of one person; it takes a beginning of a word for rarer than it is.
  const source = isOwn
    ? sql`(select own.term, own.field, own.user_id from directory_term own
        where own.user_id = best.user_id offset 0)`
    : sql`directory_term`
  const conditions = sql`${isOwn || seesDisabled(viewer) ? sql`` : sql`and term.is_enabled`}
    and term.user_id not in ${hiddenFrom(viewer, 'person')}
    and (term.field <> ${number('phone')} or term.user_id not in ${hiddenFrom(viewer, 'phone')})
    and (term.field not in (${placeFields}) or term.user_id not in ${hiddenFrom(viewer, 'place')})
    ${isBroad ? sql`and term.field <> ${number('unitAbove')}` : sql``}`
  const whole = isInitials ? sql`case when term.field = ${number('initials')} then 0 else ${cost} end` : cost
  const begins = sql`select ${columns}, case when term.term = ${typed} then ${whole} else ${cost} + ${begun} end as cost
    from ${source} term where term.term >= ${typed} and term.term < ${typed + last}
      and (term.field <> ${number('initials')} or term.term = ${typed}) ${conditions}`
  if (meant.size === 0) return sql`(${begins})`
  const [words, more] = [[...meant.keys()], [...meant.values()]]
  return sql`(${begins} union all select ${columns},
      ${cost} + (${more}::int[])[array_position(${words}::text[], term.term)] as cost
    from ${source} term where term.term = any(${words}::text[])
      and term.field not in (${number('initials')}, ${number('phone')}) ${conditions})`
}

/** Steps up from the viewer's own unit to the nearest in common with the person of a hit, as SQL. */
function stepsFrom(viewer: Viewer, paths: readonly string[]): RawBuilder<unknown> {
  const each = paths.map((path) => {
    const levels = path.length / unitDigits
    const cases = Array.from(
      { length: levels },
      (_, up) =>
        sql` when starts_with(term.unit_path, ${path.slice(0, (levels - up) * unitDigits)}) then ${sql.lit(up)}`,
    )
    // Most are far away, and that is told by one comparison.
    return cases.length === 0
      ? sql`0`
      : sql`case when not starts_with(term.unit_path, ${path.slice(0, unitDigits)}) then ${sql.lit(farAway)}
          ${sql.join(cases, sql``)} end`
  })
  if (each.length === 0) return sql.lit(farAway)
  return sql`case when term.user_id in ${hiddenFrom(viewer, 'place')} then ${sql.lit(farAway)}
    else least(${sql.join(each)}) end`
}

/** How often each word is found as it stands, and the paths of the units the viewer has a position in. */
async function readWords(
  db: Kysely<Database>,
  viewer: Viewer,
  typed: readonly string[],
): Promise<{ words: Word[]; paths: string[] }> {
  if (typed.length === 0) return { words: [], paths: [] }
  const { rows } = await sql<{ word: string; hits: number; paths: string[] }>`
    select word, (select count(*)::int from (select from directory_term
      where field <> ${number('unitAbove')} and term >= word collate "C" and term < word || ${last} collate "C" limit ${manyHits}) hit) as hits,
      array(select distinct directory_path(org_unit_id) from position where user_id = ${viewer.id}::uuid) as paths
    from unnest(${[...typed]}::text[]) word`.execute(db)
  return {
    words: rows.map(({ word, hits }) => ({ typed: word, hits, meant: new Map<string, number>() })),
    paths: rows[0]?.paths ?? [],
  }
}

/** The words, each with those somebody could have meant by it. */
async function withMeant(db: Kysely<Database>, words: readonly Word[]): Promise<Word[]> {
  const unsure = words.map(({ typed }) => typed).filter((word) => mostWrong(word) > 0 && /\D/.test(word))
  const meant = await readMeant(db, unsure)
  return words.map((word) => ({ ...word, meant: meant.get(word.typed) ?? word.meant }))
}

/** Words of the directory that hold what was typed, or are it but for a letter or two. */
async function readMeant(
  db: Kysely<Database>,
  typed: readonly string[],
): Promise<Map<string, Map<string, number>>> {
  if (typed.length === 0) return new Map()
  const parts = typed.map((word) => `%${word}%`)
  const { rows } = await sql<{ word: string }>`
    select word from directory_variant where variant = any(${[...new Set(typed.flatMap(variantsOf))]}::text[])
    union select word from directory_word where word like any(${parts}::text[])`.execute(db)
  return new Map(
    typed.map((word) => [
      word,
      meantBy(
        word,
        rows.map((row) => row.word),
      ),
    ]),
  )
}

function meantBy(typed: string, words: readonly string[]): Map<string, number> {
  const most = mostWrong(typed)
  const near = words
    .filter((word) => !word.startsWith(typed))
    .map((word) => {
      const wrong = wrongLetters(typed, word)
      const more = wrong <= most ? wrong * wrongLetterCost + (word[0] === typed[0] ? 0 : 2) : Infinity
      return [word, Math.min(more, word.includes(typed) ? partCost : Infinity)] as const
    })
    .filter(([, more]) => more < Infinity)
  const longer = (word: string) => Math.abs(word.length - typed.length)
  return new Map(
    near
      .toSorted(([one, a], [other, b]) => a - b || longer(one) - longer(other) || (one < other ? -1 : 1))
      .slice(0, mostMeant),
  )
}
