import { sql, type Kysely } from 'kysely'
import * as z from 'zod/mini'
import { record } from '../audit/record.ts'
import type { DirectoryTexts } from '../database/directory-tables.ts'
import type { Database } from '../database/schema.ts'
import type { Deps } from '../deps.ts'
import { GraphManager, GraphPhoto, GraphTexts } from './graph-user.ts'
import { fetchPhoto, forgetPhoto } from './photos.ts'
import type { Answer, DirectorySource } from './source.ts'
import { mergeTexts, type OwnTexts } from './own-texts.ts'

/** People whose details are asked for at once. */
const portion = 40
/** Milliseconds until what could not be answered is asked again. */
const retryAfter = 3_600_000
/** Days until details are read again unasked: a new photo shows nowhere in what the directory says has changed. */
const readAgain = { least: 5, spread: 4 }

/** What the details came to. */
export interface DetailCounts {
  detailsRead: number
  textsChanged: number
  photosChanged: number
  photosRefused: number
  /** Questions that could not be answered now, and are asked again later. */
  detailsPostponed: number
}

interface Person extends OwnTexts {
  id: string
  manager_read: boolean
  texts: DirectoryTexts
  photo_etag: string | null
  photo_written_at: Date | null
}

/**
 * Asks for what a round does not tell of: managers, own texts and photos, of those it concerns and of everybody now
 * and then. What was answered is kept at once, so that a run that is cut off goes on where it was.
 * @param goOn asked between portions: keeps the lease, and says whether there is time for more.
 */
export async function readDetails(
  { db, log, source }: Pick<Deps, 'db' | 'log'> & { source: DirectorySource },
  now: () => Date,
  goOn: (done: number) => Promise<boolean>,
): Promise<DetailCounts> {
  const counts: DetailCounts = {
    detailsRead: 0,
    textsChanged: 0,
    photosChanged: 0,
    photosRefused: 0,
    detailsPostponed: 0,
  }
  const startedAt = now()
  while (await goOn(counts.detailsRead)) {
    const people = await findDue(db, startedAt)
    if (people.length === 0) break
    const answers = await source.ask(people.flatMap((person) => questionsOf(person)))
    for (const person of people) {
      const [manager, texts, photo] = answers.splice(0, 3)
      try {
        await keep({ db, source }, person, { manager, texts, photo }, now(), counts)
      } catch (error) {
        // One person's photo or text must not keep everybody else's waiting.
        log('warning', 'details of a person could not be kept', { id: person.id, error: String(error) })
        await setDue(db, person.id, new Date(now().getTime() + retryAfter))
        counts.detailsPostponed++
      }
    }
  }
  return counts
}

const questionsOf = ({ id }: Person) => [
  `/users/${id}/manager?$select=id`,
  `/users/${id}?$select=aboutMe,responsibilities,skills`,
  `/users/${id}/photos/240x240`,
]

const findDue = (db: Kysely<Database>, at: Date): Promise<Person[]> =>
  db
    .selectFrom('directory_person as p')
    .innerJoin('user', 'user.id', 'p.user_id')
    .select([
      'user.id',
      'user.about_me',
      'user.responsibilities',
      'user.skills',
      'p.manager_read',
      'p.texts',
      'p.photo_etag',
      'p.photo_written_at',
    ])
    .where('p.is_active', '=', true)
    .where('p.details_due_at', '<=', at)
    .orderBy('p.details_due_at')
    .orderBy('p.user_id')
    .limit(portion)
    .execute()

const setDue = (db: Kysely<Database>, id: string, at: Date) =>
  db.updateTable('directory_person').set({ details_due_at: at }).where('user_id', '=', id).execute()

async function keep(
  { db, source }: { db: Kysely<Database>; source: DirectorySource },
  person: Person,
  answers: { manager?: Answer; texts?: Answer; photo?: Answer },
  now: Date,
  counts: DetailCounts,
): Promise<void> {
  const postponed = Object.values(answers).some(isPostponed)
  const manager = managerIn(answers.manager)
  const found = z.safeParse(GraphTexts, answers.texts?.status === 200 ? answers.texts.body : {})
  const texts = mergeTexts(person, person.texts, found.data ?? {})
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('directory_person')
      .set({
        ...(manager !== undefined && { manager_id: manager, manager_read: true }),
        texts: JSON.stringify(texts.written),
        details_due_at: postponed
          ? new Date(now.getTime() + retryAfter)
          : sql`${now}::timestamptz + (${readAgain.least} + random() * ${readAgain.spread}) * interval '1 day'`,
      })
      .where('user_id', '=', person.id)
      .execute()
    if (texts.fields.length === 0) return
    await trx.updateTable('user').set(texts.columns).where('id', '=', person.id).execute()
    const data = { fields: texts.fields }
    await record(trx, {
      actorId: null,
      action: 'user.synchronised',
      targetType: 'user',
      targetId: person.id,
      data,
      at: now,
    })
  })
  counts.detailsRead++
  if (postponed) counts.detailsPostponed++
  if (texts.fields.length > 0) counts.textsChanged++
  const outcome = await photoOutcome({ db, source }, person, answers.photo, now)
  if (outcome === 'changed') counts.photosChanged++
  if (outcome === 'refused') counts.photosRefused++
}

const isPostponed = (answer: Answer | undefined) =>
  answer === undefined || answer.status === 429 || answer.status >= 500

/** @returns null where there is none, undefined where it is not said. */
function managerIn(answer: Answer | undefined): string | null | undefined {
  if (answer?.status === 404) return null
  if (answer?.status !== 200) return undefined
  return z.safeParse(GraphManager, answer.body).data?.id
}

async function photoOutcome(
  deps: { db: Kysely<Database>; source: DirectorySource },
  person: Person,
  answer: Answer | undefined,
  now: Date,
): Promise<'changed' | 'refused' | 'same'> {
  if (answer?.status === 404) return forgetPhoto(deps.db, person, now)
  if (answer?.status !== 200) return 'same'
  const etag = z.safeParse(GraphPhoto, answer.body).data?.['@odata.mediaEtag']
  return etag === undefined || etag === person.photo_etag ? 'same' : fetchPhoto(deps, person, etag, now)
}
