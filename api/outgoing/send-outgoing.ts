import { sql } from 'kysely'
import type { OutgoingChannel } from '../database/outgoing-tables.ts'
import type { TimedDeps } from '../timed-work/timed-job.ts'
import { oneByOne } from '../timed-work/one-by-one.ts'
import type { MessageKind, TakenMessage } from './message-kind.ts'
import { Undeliverable } from './outlets.ts'
import { maxEmailsOf } from '../notifications/ways.ts'
import { osloDay, osloTime } from '../time/oslo.ts'
import { isQuiet, nextOpening } from './quiet-hours.ts'

/** Any kind, by its channel. */
export type AnyMessageKind = MessageKind<'email'> | MessageKind<'teams'>

const minute = 60_000
/** Milliseconds until a message that failed is tried again; after the last one it is given up. */
const retryAfter = [minute, 5 * minute, 30 * minute, 180 * minute, 720 * minute]
/** How long one message may take before it counts as cut off by a process that died. */
const patience = 15 * minute
/** How long one run goes on before the next one takes over. */
const runLength = 50_000
/** Messages on their way at the same time. */
const lanes = 4
/** Messages looked up at a time. */
const lookAhead = 200
/** Failures in a row after which the other end is taken to be away until the next run. */
const enoughFailures = 5

/**
 * Sends what may go now, through the outlets there are. A message is marked as being sent before it is, in a
 * transaction of its own: whatever happens, nobody gets it twice. One that was cut off in the middle may have
 * arrived, so it is given up.
 * @returns how many messages went out.
 */
export async function sendOutgoing(deps: TimedDeps, kinds: readonly AnyMessageKind[]): Promise<number> {
  const channels = channelsOf(deps)
  if (channels.length === 0) return 0
  await giveUpInterrupted(deps)
  await addressBatches(deps, kinds, channels)
  const until = deps.now().getTime() + runLength
  let sent = 0
  let failures = 0
  const nextWaiting = waitingMessages(deps, channels)
  const lane = async () => {
    while (!deps.signal?.aborted && failures < enoughFailures && deps.now().getTime() < until) {
      const id = await nextWaiting()
      if (id === undefined) return
      const taken = await takeMessage(deps, id)
      if (!taken) continue
      if (await isOverBudget(deps, taken)) {
        await letWait(deps, taken)
        continue
      }
      const outcome = await send(deps, kinds, taken)
      if (outcome === 'sent') sent++
      failures = outcome === 'failed' ? failures + 1 : 0
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  if (sent > 0 || failures > 0) deps.log('info', 'outgoing messages', { sent, failures })
  return sent
}

const channelsOf = ({ outlets }: TimedDeps): OutgoingChannel[] =>
  (['email', 'teams'] as const).filter((channel) => outlets[channel])

/** What may go now: everything, or in quiet hours what is urgent. Over `outgoing_batch`. */
const mayGo = (channels: readonly OutgoingChannel[], now: Date) =>
  sql<boolean>`(outgoing_batch.channel = any(${[...channels]}::text[])
    and (outgoing_batch.is_urgent or not ${isQuiet(now)}::boolean))`

async function giveUpInterrupted({ db, now, log }: TimedDeps): Promise<void> {
  const at = now()
  const { numUpdatedRows } = await db
    .updateTable('outgoing_message')
    .set({ state: 'failed', ended_at: at, last_error: 'interrupted while it was being sent' })
    .where('state', '=', 'sending')
    .where('begun_at', '<', new Date(at.getTime() - patience))
    .executeTakeFirst()
  if (numUpdatedRows > 0n) log('warning', 'outgoing messages interrupted', { count: Number(numUpdatedRows) })
}

/** Makes the messages of every batch that may go, one statement each. */
async function addressBatches(
  deps: TimedDeps,
  kinds: readonly AnyMessageKind[],
  channels: readonly OutgoingChannel[],
): Promise<void> {
  const now = deps.now()
  const waiting = await deps.db
    .selectFrom('outgoing_batch')
    .select('id')
    .where('addressed_at', 'is', null)
    .where(mayGo(channels, now))
    .orderBy('created_at')
    .limit(100)
    .execute()
  const ids = waiting.map(({ id }) => id)
  await oneByOne(deps, 'address-outgoing', ids, async (trx, id) => {
    const batch = await trx
      .selectFrom('outgoing_batch')
      .select(['kind', 'news_post_id'])
      .where('id', '=', id)
      .where('addressed_at', 'is', null)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst()
    if (!batch) return false
    const kind = kinds.find(({ name }) => name === batch.kind)
    if (kind?.recipients && batch.news_post_id) {
      await sql`insert into outgoing_message (batch_id, recipient_id, due_at)
        select ${id}::uuid, recipient.id, ${now}::timestamptz
        from (${kind.recipients(batch.news_post_id, now)}) recipient(id)`.execute(trx)
    }
    await trx.updateTable('outgoing_batch').set({ addressed_at: now }).where('id', '=', id).execute()
    return true
  })
}

interface Taken extends TakenMessage {
  kind: string
  isUrgent: boolean
  attempts: number
}

/**
 * Hands out, one by one, the messages that may go, in the order they have waited. They are looked up some hundred at a
 * time, without a lock; whether one is still there to be sent is seen when it is taken.
 */
function waitingMessages({ db, now }: TimedDeps, channels: readonly OutgoingChannel[]) {
  let found: string[] = []
  let looking: Promise<void> | undefined
  const look = async () => {
    const at = now()
    const { rows } = await sql<{ id: string }>`
      select outgoing_message.id
      from outgoing_message join outgoing_batch on outgoing_batch.id = outgoing_message.batch_id
      where outgoing_message.state = 'waiting' and outgoing_message.due_at <= ${at} and ${mayGo(channels, at)}
      order by outgoing_message.due_at, outgoing_message.id limit ${lookAhead}`.execute(db)
    found = rows.map(({ id }) => id)
    looking = undefined
  }
  return async (): Promise<string | undefined> => {
    if (found.length === 0) await (looking ??= look())
    return found.shift()
  }
}

/** Takes a message and marks it as being sent. @returns undefined when another process has taken it. */
async function takeMessage({ db, now }: TimedDeps, id: string): Promise<Taken | undefined> {
  const { rows } = await sql<Taken>`
    update outgoing_message set state = 'sending', attempts = attempts + 1, begun_at = ${now()}
    from outgoing_batch
    where outgoing_batch.id = outgoing_message.batch_id and outgoing_message.id = (
      select waiting.id from outgoing_message waiting where waiting.id = ${id}::uuid and waiting.state = 'waiting'
      for update skip locked)
    returning outgoing_message.id, recipient_id as "recipientId", content, attempts, outgoing_batch.kind,
      outgoing_batch.is_urgent as "isUrgent", outgoing_batch.news_post_id as "newsPostId"`.execute(db)
  return rows[0]
}

/** Whether the person has had as many e-mails today as they want in a day. What is urgent is not counted against it. */
async function isOverBudget({ db, now }: TimedDeps, { recipientId, isUrgent }: Taken): Promise<boolean> {
  if (isUrgent || recipientId === null) return false
  const { rows } = await sql<{ isOver: boolean }>`
    select (select count(*) from outgoing_message sent where sent.recipient_id = person.id and sent.state = 'sent'
      and sent.ended_at >= ${osloTime(osloDay(now()), '00:00')}) >= ${maxEmailsOf} as "isOver"
    from "user" person left join notification_setting setting on setting.user_id = person.id
    where person.id = ${recipientId}::uuid`.execute(db)
  return rows[0]?.isOver ?? false
}

/** Puts a message back until the next working day opens. That it was taken was no attempt. */
const letWait = ({ db, now }: TimedDeps, { id, attempts }: Taken) =>
  db
    .updateTable('outgoing_message')
    .set({ state: 'waiting', attempts: attempts - 1, due_at: nextOpening(now()) })
    .where('id', '=', id)
    .execute()

type Outcome = 'sent' | 'dropped' | 'failed'

async function send(deps: TimedDeps, kinds: readonly AnyMessageKind[], taken: Taken): Promise<Outcome> {
  const { db, log } = deps
  const { outcome, ending } = await attempt(deps, kinds, taken)
  try {
    await db.updateTable('outgoing_message').set(ending).where('id', '=', taken.id).execute()
    return outcome
  } catch (error) {
    // It may have left the house: it stays marked as being sent, and is given up rather than sent twice.
    log('error', 'what became of an outgoing message could not be noted', {
      id: taken.id,
      error: String(error),
    })
    return 'failed'
  }
}

/** Sends one message. @returns how it went, and what is to be noted about it. */
async function attempt(
  deps: TimedDeps,
  kinds: readonly AnyMessageKind[],
  taken: Taken,
): Promise<{ outcome: Outcome; ending: Ending }> {
  const { now, log } = deps
  try {
    const kind = kinds.find(({ name }) => name === taken.kind)
    const wasSent = kind?.channel === 'email' ? await through(deps, kind, taken) : false
    const wasPosted = kind?.channel === 'teams' ? await through(deps, kind, taken) : false
    const outcome = wasSent || wasPosted ? 'sent' : 'dropped'
    return { outcome, ending: { state: outcome, ended_at: now(), last_error: null } }
  } catch (error) {
    const delay = error instanceof Undeliverable ? undefined : retryAfter[taken.attempts - 1]
    const last_error = String(error).slice(0, 300)
    if (delay !== undefined) {
      const due_at = new Date(now().getTime() + delay)
      return { outcome: 'failed', ending: { state: 'waiting', due_at, last_error } }
    }
    log('warning', 'outgoing message given up', { id: taken.id, kind: taken.kind, attempts: taken.attempts })
    // One address that does not exist says nothing about the others.
    const outcome = error instanceof Undeliverable ? 'dropped' : 'failed'
    return { outcome, ending: { state: 'failed', ended_at: now(), last_error } }
  }
}

interface Ending {
  state: 'sent' | 'dropped' | 'failed' | 'waiting'
  ended_at?: Date
  due_at?: Date
  last_error: string | null
}

/** Makes the words and sends them. @returns whether there was something to send. */
async function through<Channel extends OutgoingChannel>(
  { db, now, settings, outlets }: TimedDeps,
  kind: MessageKind<Channel>,
  message: TakenMessage,
): Promise<boolean> {
  const form = await kind.compose(message, { db, now: now(), publicUrl: settings.publicUrl })
  const outlet = outlets[kind.channel]
  if (!form || !outlet) return false
  await outlet(form)
  return true
}
