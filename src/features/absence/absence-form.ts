import type { Absence, AbsenceKind, NewAbsence } from '#api/absences/contract.ts'
import { addDays, osloTime } from '#api/time/oslo.ts'
import type { UserReference } from '#api/users/contract.ts'
import { isMidnight } from '../../components/absence/absence-texts.ts'
import { dayOf } from '../../lib/dates.ts'
import { m } from '../../messages/messages.js'

/** An absence while it is filled in. */
export interface AbsenceForm {
  isWholeDays: boolean
  isOpenEnded: boolean
  /** `2026-11-20`, both included; empty until chosen. */
  firstDay: string
  lastDay: string
  /** UTC ISO 8601, for what is not whole days. */
  start: string | null
  end: string | null
  kind: AbsenceKind
  note: string
  substitute: UserReference | null
}

/** The form of an absence there is, or of a new one. */
export function formOf(absence?: Absence): AbsenceForm {
  const { startDateTime = null, endDateTime = null, kind, note, substitute } = absence ?? {}
  const isWholeDays =
    startDateTime === null || (isMidnight(startDateTime) && (endDateTime === null || isMidnight(endDateTime)))
  return {
    isWholeDays,
    isOpenEnded: absence !== undefined && endDateTime === null,
    firstDay: startDateTime === null ? '' : dayOf(new Date(startDateTime)),
    lastDay: endDateTime === null ? '' : addDays(dayOf(new Date(endDateTime)), isWholeDays ? -1 : 0),
    start: startDateTime,
    end: endDateTime,
    kind: kind ?? 'other',
    note: note ?? '',
    substitute: substitute ?? null,
  }
}

/** When it begins and ends; null where that is not said yet. */
function timesOf({ isWholeDays, isOpenEnded, firstDay, lastDay, start, end }: AbsenceForm) {
  if (!isWholeDays) return { start, end: isOpenEnded ? null : end }
  return {
    start: firstDay === '' ? null : osloTime(firstDay, '00:00').toISOString(),
    end: lastDay === '' || isOpenEnded ? null : osloTime(addDays(lastDay, 1), '00:00').toISOString(),
  }
}

/** What is missing, by field. */
export function problemsOf(form: AbsenceForm): { start?: string; end?: string } {
  const { start, end } = timesOf(form)
  if (start === null) return { start: m.absencePage_needFirst() }
  if (form.isOpenEnded) return {}
  if (end === null) return { end: m.absencePage_needLast() }
  return end <= start ? { end: m.absencePage_needLater() } : {}
}

/** What is sent of a form without problems. @param givesReason whether more than the times may be sent. */
export function bodyOf(form: AbsenceForm, givesReason: boolean): NewAbsence {
  const { start, end } = timesOf(form)
  return {
    // The form has no problems, so there is one.
    startDateTime: start ?? '',
    endDateTime: end,
    ...(givesReason && {
      kind: form.kind,
      note: form.note.trim() || null,
      substituteId: form.substitute?.id ?? null,
    }),
  }
}

/** The first day that can be chosen: today. */
export const firstDay = (now = new Date()): string => dayOf(now)
