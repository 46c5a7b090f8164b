import type { AbsenceKind } from '#api/absences/contract.ts'
import { addDays } from '#api/time/oslo.ts'
import { dayOf, formatDateTime, formatDay, formatTime } from '../../lib/dates.ts'
import { m } from '../../messages/messages.js'

/** Whole days end when the next day begins. */
export const isMidnight = (time: string) => formatTime(time) === '00:00'

/** When somebody is back, to stand after a comma or for itself: «tilbake i dag kl. 12:30», «tilbake fredag». */
export function backText(end: string | null, now = new Date()): string {
  if (end === null) return m.absence_backUnknown()
  if (isMidnight(end)) return m.absence_back({ when: formatDay(dayOf(new Date(end)), now) })
  return m.absence_back({ when: formatDateTime(end, now) })
}

/** Until when somebody is away, to end a sentence with: «til i dag kl. 12:30», «til og med fredag», «inntil videre». */
export function untilText(end: string | null, now = new Date()): string {
  if (end === null) return m.absence_untilUnknown()
  if (isMidnight(end)) {
    return m.absence_untilDay({ day: formatDay(addDays(dayOf(new Date(end)), -1), now) })
  }
  return m.absence_untilTime({ when: formatDateTime(end, now) })
}

/** The whole time: «Nå, tilbake i dag kl. 12:30», «Fra mandag til og med onsdag», «I dag kl. 14:00–15:00». */
export function periodText(
  { startDateTime: start, endDateTime: end }: { startDateTime: string; endDateTime: string | null },
  now = new Date(),
): string {
  if (new Date(start) <= now) return m.absence_now({ back: backText(end, now) })
  const startDay = dayOf(new Date(start))
  const from = isMidnight(start) ? formatDay(startDay, now) : formatDateTime(start, now)
  if (end === null) return m.absence_from({ from })
  if (isMidnight(start) && isMidnight(end)) {
    const lastDay = addDays(dayOf(new Date(end)), -1)
    return lastDay === startDay
      ? m.absence_wholeDay({ day: from })
      : m.absence_days({ from, to: formatDay(lastDay, now) })
  }
  return m.absence_times({ from, to: formatDateTime(end, now) })
}

/** Names of the reasons, which only the person and the nearest leader see. */
export const kindNames: Record<AbsenceKind, () => string> = {
  meeting: m.absence_kindMeeting,
  lunch: m.absence_kindLunch,
  travel: m.absence_kindTravel,
  vacation: m.absence_kindVacation,
  leave: m.absence_kindLeave,
  sick: m.absence_kindSick,
  personal: m.absence_kindPersonal,
  other: m.absence_kindOther,
}
