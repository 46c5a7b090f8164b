import { sql } from 'kysely'
import { actorOf } from '../acting.ts'
import { record } from '../audit/record.ts'
import { readBytes } from '../http/body.ts'
import type { ApiContext } from '../http/env.ts'
import { allow } from '../http/allow.ts'
import { badRequest, unsupportedMediaType } from '../http/errors.ts'
import { readCalendar, type CalendarContent } from './calendar-file.ts'
import type { CalendarImport, CalendarPreview } from './contract.ts'
import { canChangeReason } from './policy.ts'
import { concernedKeys } from './store.ts'
import type { AbsenceContext } from './write.ts'

/** Largest calendar file, in bytes. */
const maxCalendarSize = 2 * 1024 * 1024

/** The calendar a request brings. @throws 415, 413, 400 `notCalendar` or `tooManyEvents` */
export async function calendarIn(c: ApiContext, now: Date): Promise<CalendarContent> {
  if (!/^text\/calendar\s*(;|$)/i.test(c.req.header('content-type') ?? '')) {
    throw unsupportedMediaType('text/calendar')
  }
  const bytes = await readBytes(c, maxCalendarSize)
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw badRequest('notCalendar', 'The calendar is not in UTF-8.')
  }
  return readCalendar(text.replaceAll('\u0000', ''), now)
}

/** What a calendar tells, in order, for those who may read it in. @throws 403 */
export function previewCalendar(
  { viewer, facts }: AbsenceContext,
  { absences, skipped }: CalendarContent,
): CalendarPreview {
  allow(canChangeReason(viewer, facts))
  const inOrder = absences.toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime())
  return {
    absences: inOrder.map(({ startsAt, endsAt, kind }) => ({
      startDateTime: startsAt.toISOString(),
      endDateTime: endsAt.toISOString(),
      kind,
    })),
    skipped,
  }
}

/**
 * Puts what a calendar tells in the place of what it told before: each event is one absence however often it is read,
 * and what is off or no longer repeats is taken away, as far as it has not been. Substitutes that were named stay, and are
 * asked anew when it lasts longer. @throws 403
 */
export async function importCalendar(
  { trx, viewer, now, facts }: AbsenceContext,
  { absences, uids, skipped }: CalendarContent,
): Promise<CalendarImport> {
  allow(canChangeReason(viewer, facts))
  const { userId } = facts
  const known = await trx
    .selectFrom('absence')
    .selectAll()
    .where('user_id', '=', userId)
    .where('source', '=', 'calendar')
    .where(sql<boolean>`(ends_at is null or ends_at > ${now}::timestamptz)`)
    .where(sql<boolean>`split_part(source_key, e'\\n', 1) = any(${[...uids]}::text[])`)
    .execute()
  const byKey = new Map(known.map((row) => [row.source_key, row]))
  const told = new Map(absences.map((absence) => [absence.key, absence]))
  const result = { created: 0, changed: 0, skipped }
  const gone = known.filter((row) => !told.has(row.source_key ?? ''))
  if (gone.length > 0) {
    const ids = gone.map(({ id }) => id)
    await trx.deleteFrom('absence').where('id', 'in', ids).execute()
    result.changed += gone.length
  }
  const rows = []
  for (const { key, startsAt, endsAt, kind, isPhoneOpen } of told.values()) {
    const row = byKey.get(key)
    const isSame =
      row?.starts_at.getTime() === startsAt.getTime() &&
      row.ends_at?.getTime() === endsAt.getTime() &&
      row.kind === kind &&
      row.is_phone_open === isPhoneOpen
    if (isSame) continue
    if (row) result.changed++
    else result.created++
    const isLonger = row && (startsAt < row.starts_at || row.ends_at === null || endsAt > row.ends_at)
    rows.push({
      user_id: userId,
      starts_at: startsAt,
      ends_at: endsAt,
      kind,
      is_phone_open: isPhoneOpen,
      substitute_id: row?.substitute_id ?? null,
      substitute_status:
        isLonger && row.substitute_id ? ('proposed' as const) : (row?.substitute_status ?? null),
      source: 'calendar' as const,
      source_key: key,
      created_by_id: viewer.id,
      created_at: now,
      changed_at: now,
    })
  }
  if (rows.length > 0) {
    await trx
      .insertInto('absence')
      .values(rows)
      .onConflict((on) =>
        on
          .columns(['user_id', 'source', 'source_key'])
          .where('source_key', 'is not', null)
          .doUpdateSet((eb) => ({
            starts_at: eb.ref('excluded.starts_at'),
            ends_at: eb.ref('excluded.ends_at'),
            kind: eb.ref('excluded.kind'),
            is_phone_open: eb.ref('excluded.is_phone_open'),
            substitute_status: eb.ref('excluded.substitute_status'),
            changed_at: eb.ref('excluded.changed_at'),
            revision: sql`absence.revision + 1`,
          })),
      )
      .execute()
  }
  if (result.created + result.changed > 0) {
    await record(trx, {
      ...actorOf(viewer),
      action: 'absence.calendarImported',
      targetType: 'user',
      targetId: userId,
      data: { userId, ...result },
      live: {
        audienceKeys: await concernedKeys(
          trx,
          userId,
          known.map((row) => row.substitute_id),
        ),
      },
      at: now,
    })
  }
  return result
}
