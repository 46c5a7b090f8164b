import { ApiError } from '../http/errors.ts'
import { queueBatch } from '../outgoing/queue.ts'
import { oneByOne } from '../timed-work/one-by-one.ts'
import type { TimedDeps, TimedJob } from '../timed-work/timed-job.ts'
import type { Transaction } from 'kysely'
import type { Database } from '../database/schema.ts'
import { goLive } from './lifecycle.ts'
import { responsibleEditor } from './notices.ts'
import { requireComplete } from './requirements.ts'
import { log } from './write-context.ts'

/** Puts out what is scheduled, at its minute (features.md N2). */
export const publishScheduledPosts: TimedJob = {
  name: 'publish-scheduled-posts',
  cron: '* * * * *',
  run: async (deps) => {
    const now = deps.now()
    const due = await deps.db
      .selectFrom('news_post')
      .select('id')
      .where('state', '=', 'scheduled')
      .where('publish_at', '<=', now)
      .orderBy('publish_at')
      .limit(500)
      .execute()
    const ids = due.map(({ id }) => id)
    return oneByOne(deps, publishScheduledPosts.name, ids, (trx, id) => publish(deps, trx, id, now))
  },
}

async function publish(deps: TimedDeps, trx: Transaction<Database>, id: string, now: Date) {
  const post = await trx
    .selectFrom('news_post')
    .select(['id', 'version', 'audience_keys', 'publish_at'])
    .where('id', '=', id)
    .where('state', '=', 'scheduled')
    .where('publish_at', '<=', now)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!post) return false
  try {
    await requireComplete(trx, id, now, { goesOut: true })
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    await returnToAuthor(deps, trx, id, now, error)
    return false
  }
  await goLive({ trx, viewer: null, now }, { id, version: post.version, audienceKeys: post.audience_keys })
  return true
}

/** What cannot go out is a draft again, with what it lacks, and its editor is told. */
async function returnToAuthor(
  { log: tell }: TimedDeps,
  trx: Transaction<Database>,
  id: string,
  now: Date,
  error: ApiError,
): Promise<void> {
  const details = (error.parts.details ?? []).map(({ code, target = '' }) => ({ code, target }))
  const { revision, editorId } = await trx
    .updateTable('news_post')
    .set((eb) => ({
      state: 'draft',
      publish_problem: JSON.stringify({ dateTime: now.toISOString(), details }),
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', id)
    .returning(['revision', responsibleEditor.as('editorId')])
    .executeTakeFirstOrThrow()
  if (editorId) {
    const dedupeKey = `newsNotPublished:${id}:${revision}`
    const batch = { kind: 'newsNotPublished', channel: 'email', newsPostId: id, isUrgent: false } as const
    await queueBatch(trx, { ...batch, dedupeKey, at: now }, [editorId])
  }
  await log({ trx, viewer: null, now }, 'notPublished', id, { codes: details.map(({ code }) => code) })
  tell('warning', 'scheduled post was not complete', { id, codes: details.map(({ code }) => code) })
}
