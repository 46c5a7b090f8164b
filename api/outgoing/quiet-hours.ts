import { osloDay, osloTime } from '../time/oslo.ts'
import { addWorkingDays, isWorkingDay } from '../time/working-days.ts'

/** When the house may write to people, by Oslo's clock. */
const opens = '07:00'
const closes = '17:00'

/**
 * Whether people are left in peace: before 07:00, from 17:00, and on days off. Only what is urgent leaves the house
 * then (features.md N26).
 */
export function isQuiet(moment: Date): boolean {
  const day = osloDay(moment)
  return !isWorkingDay(day) || moment < osloTime(day, opens) || moment >= osloTime(day, closes)
}

/** When people may be written to again on a later day. */
export const nextOpening = (moment: Date): Date => osloTime(addWorkingDays(osloDay(moment), 1), opens)
