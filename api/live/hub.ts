import { sql } from 'kysely'
import { liveChannel, userKey } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import { tooManyRequests } from '../http/errors.ts'
import type { Viewer } from '../viewer.ts'

/** What an open page is told: that something happened to a thing it may see. Never the thing itself. */
export interface LiveEvent {
  id: number
  topic: string
  resourceId: string
}

interface Subscriber {
  audienceKeys: ReadonlySet<string>
  onEvent(event: LiveEvent): void
}

/** Most streams a person has open in one process: tabs and devices, with room to spare. */
const maxStreams = 20
/** Most events sent when a page catches up; a page further behind reloads its lists anyway. */
const maxCatchUp = 200

/**
 * One LISTEN per process, shared by every open page of it (docs/decisions/007). An event is read once and handed
 * to those whose audience it meets.
 */
export function createHub(deps: Deps) {
  const subscribers = new Set<Subscriber>()
  /** Streams open, by person. */
  const places = new Map<string, number>()
  let listening: Promise<unknown> | undefined
  let lastHandedOut: Promise<unknown> = Promise.resolve()

  async function handOut(id: number) {
    if (subscribers.size === 0 || !Number.isSafeInteger(id)) return
    const row = await deps.db.selectFrom('live_event').selectAll().where('id', '=', id).executeTakeFirst()
    if (!row) return
    const event = { id: row.id, topic: row.topic, resourceId: row.resource_id }
    for (const subscriber of subscribers) {
      if (row.audience_keys.some((key) => subscriber.audienceKeys.has(key))) subscriber.onEvent(event)
    }
  }

  const listen = () =>
    deps.listen(liveChannel, (payload) => {
      // One at a time: events keep the order of their ids, and streams take a lower id for one they have sent.
      lastHandedOut = lastHandedOut
        .then(() => handOut(Number(payload)))
        .catch((error: unknown) =>
          deps.log('error', 'live event was not delivered', { error: String(error) }),
        )
    })

  /** What a page listens for: what reaches the person's audiences, and what concerns the person alone. */
  const keysOf = (viewer: Viewer) => [...viewer.audienceKeys, userKey(viewer.id)]

  return {
    /** Counts one more stream of a person. @returns a function that gives the place back. @throws 429 for too many. */
    takePlace(viewer: Viewer): () => void {
      const taken = places.get(viewer.id) ?? 0
      if (taken >= maxStreams) throw tooManyRequests(60)
      places.set(viewer.id, taken + 1)
      return () => {
        const left = (places.get(viewer.id) ?? 1) - 1
        if (left > 0) places.set(viewer.id, left)
        else places.delete(viewer.id)
      }
    },

    /** @returns a function that ends the subscription. */
    async subscribe(viewer: Viewer, onEvent: (event: LiveEvent) => void): Promise<() => void> {
      const subscriber = { audienceKeys: new Set(keysOf(viewer)), onEvent }
      subscribers.add(subscriber)
      try {
        await (listening ??= listen())
      } catch (error) {
        listening = undefined
        subscribers.delete(subscriber)
        throw error
      }
      return () => subscribers.delete(subscriber)
    },

    /** What happened after `lastId`, oldest first, for those the viewer's audiences meet. */
    async catchUp(viewer: Viewer, lastId: number): Promise<LiveEvent[]> {
      const rows = await deps.db
        .selectFrom('live_event')
        .select(['id', 'topic', 'resource_id'])
        .where('id', '>', lastId)
        .where('audience_keys', '&&', sql<string[]>`${keysOf(viewer)}::text[]`)
        .orderBy('id')
        .limit(maxCatchUp)
        .execute()
      return rows.map(({ id, topic, resource_id }) => ({ id, topic, resourceId: resource_id }))
    },

    /** Where the stream stands now, for a page that starts without history. */
    async lastId(): Promise<number> {
      const row = await deps.db
        .selectFrom('live_event')
        .select((eb) => eb.fn.max('id').as('id'))
        .executeTakeFirst()
      return row?.id ?? 0
    },
  }
}
