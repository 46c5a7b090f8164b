import { sql, type Transaction } from 'kysely'
import type { Database } from '../database/schema.ts'
import { maxAbsenceNoteLength } from './contract.ts'
import type { AbsenceRow } from './store.ts'

/** Whether one period has all of the other in it. An end of null never comes. */
export const covers = (
  outer: Pick<AbsenceRow, 'starts_at' | 'ends_at'>,
  inner: Pick<AbsenceRow, 'starts_at' | 'ends_at'>,
) =>
  outer.starts_at <= inner.starts_at &&
  (outer.ends_at === null || (inner.ends_at !== null && inner.ends_at <= outer.ends_at))

/**
 * Makes one of an absence and those it overlaps or meets of the same kind with the same substitute (features.md §8.5).
 * What calendars say stays apart, so that reading them again finds it. A yes from the substitute holds for the period
 * it was given for, not for a longer one.
 * @returns the ids of those that are in it now and no longer rows of their own.
 */
export async function mergeNeighbours(trx: Transaction<Database>, id: string, now: Date): Promise<string[]> {
  const merged: string[] = []
  for (;;) {
    const row = await trx.selectFrom('absence').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    if (row.source !== 'person') return merged
    const others = await trx
      .selectFrom('absence')
      .selectAll()
      .where('user_id', '=', row.user_id)
      .where('id', '<>', id)
      .where('source', '=', 'person')
      .where('kind', '=', row.kind)
      .where('substitute_id', 'is not distinct from', row.substitute_id)
      .where(sql<boolean>`(${row.ends_at}::timestamptz is null or starts_at <= ${row.ends_at}::timestamptz)`)
      .where(sql<boolean>`(ends_at is null or ends_at >= ${row.starts_at}::timestamptz)`)
      .orderBy('starts_at')
      .execute()
    if (others.length === 0) return merged
    const all = [row, ...others]
    const period = {
      starts_at: all.reduce((min, { starts_at }) => (starts_at < min ? starts_at : min), row.starts_at),
      ends_at: all.reduce<Date | null>(
        (max, { ends_at }) => (max === null || ends_at === null ? null : ends_at > max ? ends_at : max),
        row.ends_at,
      ),
    }
    const accepted = all.find((one) => one.substitute_status === 'accepted' && covers(one, period))
    const ids = others.map((other) => other.id)
    await trx.deleteFrom('absence').where('id', 'in', ids).execute()
    await trx
      .updateTable('absence')
      .set({
        ...period,
        note: jointNote(all.map(({ note }) => note)),
        substitute_status: row.substitute_id === null ? null : accepted ? 'accepted' : 'proposed',
        substitute_answered_at: accepted?.substitute_answered_at ?? null,
        changed_at: now,
      })
      .where('id', '=', id)
      .execute()
    merged.push(...ids)
  }
}

/** All that was noted, as far as there is room; what was noted last goes first. */
function jointNote(notes: readonly (string | null)[]): string | null {
  const different = [...new Set(notes.filter((note) => note !== null))]
  if (different.length === 0) return null
  const joint = different.join('. ')
  return joint.length <= maxAbsenceNoteLength ? joint : (different[0] ?? null)
}
