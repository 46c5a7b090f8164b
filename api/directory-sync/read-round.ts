import type { Kysely } from 'kysely'
import type { Database } from '../database/schema.ts'
import { applyPage, findIncomplete } from './apply-page.ts'
import { followed, GraphUser, readPage, type UserPage } from './graph-user.ts'
import { markUnseen } from './leavers.ts'
import { DirectoryFault, ResyncRequired, type DirectorySource } from './source.ts'
import { keepProgress, type SyncState } from './sync-state.ts'
import * as z from 'zod/mini'

/** What a round came to. */
export interface RoundCounts {
  /** Of the full readings. */
  round: number
  pages: number
  created: number
  changed: number
  leftOut: number
  /** Records that were not understood. */
  skipped: number
  /** People who were not in a full reading, and so have left. */
  unseen: number
  /** False when the rest of the round is for the next run. */
  isComplete: boolean
}

interface Reading {
  db: Kysely<Database>
  now: () => Date
  source: DirectorySource
  leaseId: string
  onProgress: (text: string) => void
  isStopped: () => boolean
}

/** Times a page is written before a conflict with somebody signing in counts as a fault. */
const attempts = 3

/**
 * Reads who there is and what has changed, page by page, from where the last run stopped; each page is kept together
 * with the place of the next.
 * @throws DirectoryFault when the directory cannot be read now.
 */
export async function readRound(reading: Reading, state: SyncState): Promise<RoundCounts> {
  const { db, now, source, leaseId, onProgress, isStopped } = reading
  const isSameQuestion = state.query === source.start
  let { round, is_full: isFull } = state
  let link = isSameQuestion ? (state.next_link ?? state.delta_link) : null
  const counts = { pages: 0, created: 0, changed: 0, leftOut: 0, skipped: 0, unseen: 0 }
  const beginAnew = async () => {
    round++
    isFull = true
    link = source.start
    await keepProgress(db, leaseId, now(), {
      query: source.start,
      round,
      is_full: true,
      next_link: source.start,
      delta_link: null,
    })
  }
  if (link === null) await beginAnew()
  const asked = new Set<string>()
  while (link !== null) {
    if (isStopped()) return { ...counts, round, isComplete: false }
    const page = await readOne(source, link, asked)
    if (page === 'resync') {
      onProgress('The directory asks for everybody to be read anew')
      await beginAnew()
      continue
    }
    const users = await completed(db, source, page)
    counts.skipped += page.skipped.length
    const next = page.nextLink ?? null
    const atEnd = next === null
    const applied = await again(() =>
      db.transaction().execute(async (trx) => {
        await keepProgress(trx, leaseId, now(), {
          next_link: next,
          ...(atEnd && { delta_link: page.deltaLink, is_full: false, completed_at: now() }),
        })
        const written = await applyPage(trx, users, { round, now: now() })
        await markSeen(trx, page.skipped, round)
        return { ...written, unseen: atEnd && isFull ? await markUnseen(trx, round) : 0 }
      }),
    )
    counts.pages++
    counts.created += applied.created
    counts.changed += applied.changed
    counts.leftOut += applied.leftOut
    counts.unseen += applied.unseen
    onProgress(`Page ${counts.pages}: ${counts.created} new, ${counts.changed} changed`)
    link = next
  }
  return { ...counts, round, isComplete: true }
}

async function readOne(
  source: DirectorySource,
  link: string,
  asked: Set<string>,
): Promise<UserPage | 'resync'> {
  let body: unknown
  try {
    body = await source.page(link)
  } catch (error) {
    // From the very beginning there is nothing to be read anew.
    if (error instanceof ResyncRequired && !asked.has('resync')) {
      asked.clear()
      asked.add('resync')
      return 'resync'
    }
    throw error instanceof ResyncRequired
      ? new DirectoryFault('The directory asks again and again for everything to be read anew.')
      : error
  }
  const page = readPage(body)
  if (!page) throw new DirectoryFault('The directory answered with something that is no page of users.')
  if (page.nextLink === undefined && page.deltaLink === undefined)
    throw new DirectoryFault('The directory answered with a page that leads nowhere.')
  if (asked.has(link) || page.nextLink === link)
    throw new DirectoryFault('The directory leads in a circle from page to page.')
  asked.add(link)
  return page
}

/** The people of a page; those of whom it says too little are asked for whole. */
async function completed(
  db: Kysely<Database>,
  source: DirectorySource,
  page: UserPage,
): Promise<GraphUser[]> {
  const incomplete = await findIncomplete(db, page.users)
  if (incomplete.length === 0) return page.users
  const properties = followed.filter((name) => name !== 'manager').join()
  const answers = await source.ask(incomplete.map((id) => `/users/${id}?$select=${properties}`))
  const whole = new Map<string, GraphUser>()
  for (const [index, id] of incomplete.entries()) {
    const answer = answers[index]
    // Left out now, a person would not be told of again.
    if (!answer || answer.status === 429 || answer.status >= 500)
      throw new DirectoryFault('The directory could not say who a changed account belongs to.')
    const user = z.safeParse(GraphUser, answer.body)
    if (answer.status === 200 && user.success) whole.set(id, user.data)
  }
  return page.users.map((user) => {
    const found = whole.get(user.id)
    return found ? { ...user, ...found, 'manager@delta': user['manager@delta'] } : user
  })
}

/** A record nobody understands says at least that the person is there. */
async function markSeen(db: Kysely<Database>, skipped: UserPage['skipped'], round: number) {
  const ids = skipped.flatMap(({ id }) => id ?? [])
  if (ids.length === 0) return
  await db.updateTable('directory_person').set({ seen_round: round }).where('user_id', 'in', ids).execute()
}

/** What two transactions at once may end in, where trying again helps: someone new signs in while a page is written. */
const conflicts = new Set(['23505', '40001', '40P01'])

async function again<T>(write: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await write()
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      if (attempt === attempts || !conflicts.has(code)) throw error
    }
  }
}
