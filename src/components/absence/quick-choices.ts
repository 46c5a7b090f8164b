import type { NewAbsence } from '#api/absences/contract.ts'
import { addDays, osloTime } from '#api/time/oslo.ts'
import { dayOf, formatTime } from '../../lib/dates.ts'
import { m } from '../../messages/messages.js'

/** Something one is back from that is said with one press. */
export interface QuickChoice {
  key: 'halfHour' | 'lunch' | 'day'
  label: string
  absence: NewAbsence
}

/** When one can say «after lunch»; who goes earlier than people eat is not at lunch until then. */
const lunch = { offered: '06:00', from: '10:00', to: '12:15', back: '12:30' }

/** What fits the clock: back in half an hour, after lunch, or away for the rest of the day. */
export function quickChoices(now = new Date()): QuickChoice[] {
  const today = dayOf(now)
  const startDateTime = now.toISOString()
  const until = (end: Date) => ({ startDateTime, endDateTime: end.toISOString() })
  const clock = formatTime(now)
  const isBeforeLunchIsOver = clock >= lunch.offered && clock < lunch.to
  return [
    {
      key: 'halfHour',
      label: m.absence_inHalfAnHour(),
      absence: until(new Date(now.getTime() + 30 * 60_000)),
    },
    ...(isBeforeLunchIsOver
      ? [
          {
            key: 'lunch' as const,
            label: m.absence_afterLunch(),
            absence: {
              ...until(osloTime(today, lunch.back)),
              ...(clock >= lunch.from && { kind: 'lunch' as const }),
            },
          },
        ]
      : []),
    {
      key: 'day',
      label: m.absence_restOfDay(),
      absence: until(osloTime(addDays(today, 1), '00:00')),
    },
  ]
}

/** Away from now until a day one is back. @param day `2026-11-20` */
export const awayUntilDay = (now: Date, day: string): NewAbsence => ({
  startDateTime: now.toISOString(),
  endDateTime: osloTime(day, '00:00').toISOString(),
})

/** The first day one can be back on, when it is not today. */
export const firstDayBack = (now = new Date()): string => addDays(dayOf(now), 1)
