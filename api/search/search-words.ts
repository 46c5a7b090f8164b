import { sql, type Kysely, type Transaction } from 'kysely'
import type { Database } from '../database/schema.ts'
import { foldLetters } from '../text/fold-letters.ts'
import type { TimedJob } from '../timed-work/timed-job.ts'
import { lettersLeftOut, minCorrectedLength } from './near-words.ts'

/** Words written at a time. */
const batchSize = 1000
/** Longer runs of letters are no words. */
const maxWordLength = 40

/**
 * Gathers the words in use that everybody may know: names, titles and subjects of people who can be seen by all, names of
 * units, and the texts of news to everyone that are out. Nothing of what is for some only.
 * @returns how many words are new or gone.
 */
export async function rebuildSearchWords(trx: Transaction<Database>, now: Date): Promise<number> {
  const wanted = await wordsInUse(trx, now)
  const known = await trx.selectFrom('search_word').select(['word', 'occurrences']).execute()
  const gone = known.filter(({ word }) => !wanted.has(word)).map(({ word }) => word)
  for (const { word, occurrences } of known) if (wanted.get(word) === occurrences) wanted.delete(word)
  if (gone.length > 0) await sql`delete from search_word where word = any(${gone}::text[])`.execute(trx)
  const changed = [...wanted]
  for (let from = 0; from < changed.length; from += batchSize) {
    const rows = changed.slice(from, from + batchSize).map(([word, occurrences]) => {
      const folded = foldLetters(word)
      return { word, folded, occurrences, left_out: lettersLeftOut(folded) }
    })
    await trx
      .insertInto('search_word')
      .values(rows)
      .onConflict((on) =>
        on.column('word').doUpdateSet((eb) => ({ occurrences: eb.ref('excluded.occurrences') })),
      )
      .execute()
  }
  const { seq } = await trx.selectFrom('audit_head').select('seq').executeTakeFirstOrThrow()
  await trx
    .insertInto('search_word_state')
    .values({ audit_seq: seq })
    .onConflict((on) => on.column('id').doUpdateSet({ audit_seq: seq }))
    .execute()
  return gone.length + changed.length
}

async function wordsInUse(db: Kysely<Database>, now: Date): Promise<Map<string, number>> {
  const isOut = `state = 'published' and audience_everyone
    and (expires_at is null or expires_at > '${now.toISOString()}')`
  const { rows } = await sql<{ word: string; occurrences: number }>`
    select word, sum(occurrences)::int as occurrences from (
      select word, ndoc as occurrences from ts_stat(${`select to_tsvector('simple',
        search_words(title || ' ' || lead || ' ' || body_text)) from news_post where ${isOut}`})
      union all
      select word, ndoc from ts_stat(${`select to_tsvector('simple', display_name) from org_unit`})
      union all
      select word, ndoc from ts_stat(${`select to_tsvector('simple', display_name || ' ' || coalesce(job_title, '')
          || ' ' || array_to_string(responsibilities, ' '))
        from "user" where account_enabled and not exists (
          select from person_protection where user_id = "user".id and 'person' = any(hides))`})
    ) used group by word`.execute(db)
  return new Map(
    rows
      .filter(({ word }) => isWord(word))
      .map(({ word, occurrences }) => [word.normalize('NFC'), occurrences]),
  )
}

const isWord = (word: string) =>
  word.length >= minCorrectedLength - 1 && word.length <= maxWordLength && /^\p{L}+$/u.test(word)

/** Keeps the words in use up to date; does nothing when nothing has been written since the last time. */
export const gatherSearchWords: TimedJob = {
  name: 'gather-search-words',
  cron: '25 * * * *',
  async run({ db, now }) {
    const { seq } = await db.selectFrom('audit_head').select('seq').executeTakeFirstOrThrow()
    const state = await db.selectFrom('search_word_state').select('audit_seq').executeTakeFirst()
    if (Number(state?.audit_seq) === Number(seq)) return 0
    return db.transaction().execute((trx) => rebuildSearchWords(trx, now()))
  },
}
