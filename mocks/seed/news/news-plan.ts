import type { NewsPostImportance, NewsPostState } from '#api/database/schema.ts'
import type { AudienceRole } from '#api/roles.ts'
import type { SeedFile } from './files.ts'
import { daysUntil, dayInWords, workdaysAgo } from '../oslo-time.ts'

/** Names of units from above; levels in between may be left out (`unitNamed`). */
type UnitNames = readonly string[]

/** A post to be made. */
export interface NewsPlan {
  /** Different for each post; its id comes from it. */
  key: string
  title: string
  lead: string
  /** In the notation of `richText`. */
  body: string
  importance?: NewsPostImportance
  audience: 'everyone' | { units?: readonly UnitNames[]; roles?: readonly AudienceRole[] }
  /** Key of a demo person, or the unit whose leader wrote it. */
  author: string | UnitNames
  responsibleUnit: UnitNames
  /** Workdays before today, and the time of day in Oslo. For a draft: when it was last written on. */
  at: readonly [workdaysAgo: number, time: string]
  state?: NewsPostState
  /** Above 1 when the published text has been changed since. */
  version?: number
  /** Days from now. */
  confirmBy?: number
  /** Of those it is for: shares who have read and confirmed it, 0–1. */
  readBy: number
  confirmedBy?: number
  /** Keys of demo people who have neither read nor confirmed it. */
  notYet?: readonly string[]
  files?: readonly SeedFile[]
}

/** Days to write about, seen from the day the demo is opened. */
export interface Days {
  /** «mandag 23. november», so many days from now. */
  words(daysFromNow: number, language?: 'nb' | 'nn'): string
  /** Days until the next Monday, or another weekday (0 is Sunday), at least so many days from now. */
  until(weekday: number, atLeast?: number): number
  /** The workday so many workdays before today, as days from now. */
  workdaysAgo(count: number): number
}

/** Days as seen on the day of `now` in Oslo. */
export const daysFrom = (now: Date): Days => ({
  words: (daysFromNow, language) => dayInWords(now, daysFromNow, language),
  until: (weekday, atLeast) => daysUntil(now, weekday, atLeast),
  workdaysAgo: (count) => workdaysAgo(now, count),
})
