import type {
  NewsPostImportance,
  NewsPostReviewOutcome,
  NewsPostState,
} from '#api/database/news-post-tables.ts'
import type { Reaction } from '#api/reactions/contract.ts'
import type { AudienceRole } from '#api/roles.ts'
import type { SeedFile, SeedPicture } from './files.ts'
import { daysUntil, dayInWords, workdaysAgo } from '../oslo-time.ts'

/** Names of units from above; levels in between may be left out (`unitNamed`). */
export type UnitNames = readonly string[]

/** Days from now, and the time of day in Oslo. */
type Moment = readonly [days: number, time: string]

/** A text a post has had before: what was different, and what is said of the change that replaced it. */
export interface EarlierEdition {
  title?: string
  lead?: string
  body?: string
  replaced: {
    /** Workdays before today, and the time of day in Oslo. */
    at: readonly [workdaysAgo: number, time: string]
    note: string
    /** Readers did not have to confirm anew. */
    isEditorial?: boolean
  }
}

/** Something said below a post. */
export interface CommentPlan {
  /** Key of a demo person, or the unit whose leader says it; left out: somebody the post is for. */
  by?: string | UnitNames
  /** Workdays before today, and the time of day in Oslo. */
  at: readonly [workdaysAgo: number, time: string]
  /** In the notation of `richText`. */
  text: string
  isQuestion?: boolean
  /** Of a question: how many others wonder about the same, and demo people among them who have seen the answer. */
  alsoAsked?: { count: number; by?: readonly string[] }
  /** Taken away by the one who wrote the post. */
  removed?: string
  replies?: readonly (Pick<CommentPlan, 'by' | 'at' | 'text'> & { isAnswer?: boolean })[]
}

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
  /** Texts before this one, the oldest first. Each makes the version one higher. */
  earlier?: readonly EarlierEdition[]
  /** Days from now. */
  confirmBy?: number
  /** What readers are asked to do, until so many days from now, and the share of them who say it is done, 0–1. */
  action?: { what: string; who?: string; due?: number; doneBy?: number }
  cover?: SeedPicture
  publishAt?: Moment
  expiresAt?: Moment
  pinnedUntil?: Moment
  hasNoComments?: boolean
  sendByEmail?: boolean
  sendToTeams?: boolean
  showOnScreens?: boolean
  /** What last happened in review. People are keys of demo people, or units whose leader it is. */
  review?: {
    submittedBy: string
    outcome: NewsPostReviewOutcome
    by: string | UnitNames
    at: readonly [workdaysAgo: number, time: string]
    comment: string
  }
  /** Of those it is for: shares who have read and confirmed it, 0–1. */
  readBy: number
  confirmedBy?: number
  /** Keys of demo people who have neither read nor confirmed it. */
  notYet?: readonly string[]
  /** Keys of demo people who have confirmed the first version and no later one. */
  confirmedFirst?: readonly string[]
  comments?: readonly CommentPlan[]
  /** Shares of those who have read it, 0–1. */
  reactions?: Partial<Record<Reaction, number>>
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
