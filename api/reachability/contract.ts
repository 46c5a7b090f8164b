import * as z from 'zod/mini'
import { UserReference } from '../users/contract.ts'

/**
 * `busy` is a short while (meeting, lunch), `away` is «ikke til stede», `offHours` outside the hours worked, `unknown`
 * for those whose shifts are not known here.
 */
export const reachabilityStatuses = ['available', 'busy', 'away', 'offHours', 'unknown'] as const
export type ReachabilityStatus = (typeof reachabilityStatuses)[number]

/** Why somebody is in the chain: the person asked for, then who can help instead (features.md K20). */
export const chainReasons = ['person', 'substitute', 'sameSubject', 'leader', 'serviceDesk'] as const
export type ChainReason = (typeof chainReasons)[number]

/** One who can be called. */
export const ChainLink = z.object({
  user: z.extend(UserReference, {
    givenName: z.string(),
    mobilePhone: z.nullable(z.string()),
    businessPhones: z.array(z.string()),
  }),
  why: z.enum(chainReasons),
  status: z.enum(reachabilityStatuses),
  /** When they can be reached next; null when it is now, or not known. */
  availableFrom: z.nullable(z.iso.datetime()),
  /** Until when they are there, when they are; null when it is not known. */
  availableUntil: z.nullable(z.iso.datetime()),
})
export type ChainLink = z.infer<typeof ChainLink>

/** Whether somebody can be reached now, when if not, and who can help instead: `GET /v1.0/users/{id}/reachability`. */
export const Reachability = z.object({
  status: z.enum(reachabilityStatuses),
  availableFrom: z.nullable(z.iso.datetime()),
  availableUntil: z.nullable(z.iso.datetime()),
  /** Whom to call, in order. Always ends in someone. The first is the person asked for, reachable or not. */
  chain: z.array(ChainLink),
  /** The answer in one line, in the reader's language (`Accept-Language`, else the person's own). No reason for absence. */
  text: z.string(),
})
export type Reachability = z.infer<typeof Reachability>

/** Body of `POST /v1.0/reachability/getByUserIds`: at most 100. Answers with `value`, in the order asked, without chains. */
export const ReachabilityRequest = z.strictObject({ ids: z.array(z.uuid()).check(z.maxLength(100)) })
export const ReachabilityEntry = z.object({
  id: z.uuid(),
  status: z.enum(reachabilityStatuses),
  availableFrom: z.nullable(z.iso.datetime()),
  availableUntil: z.nullable(z.iso.datetime()),
})
export type ReachabilityEntry = z.infer<typeof ReachabilityEntry>

/**
 * Who can answer on a subject now: `GET /v1.0/reachability/bySubject?subject=byggesak`. The chain has first those who
 * answer for the subject, the nearest in the organisation first; then their leader and the service desk.
 */
export const SubjectReachability = z.object({
  subject: z.string(),
  /** The first who can be called now; null when nobody can. */
  callNow: z.nullable(ChainLink),
  chain: z.array(ChainLink),
  text: z.string(),
})
export type SubjectReachability = z.infer<typeof SubjectReachability>

/** Shortest and longest subject asked for, in characters. */
export const minSubjectLength = 2
export const maxSubjectQueryLength = 60

/**
 * Graph's presence: `GET /v1.0/users/{id}/presence`, `GET /v1.0/me/presence`. Availability is `Available`, `Busy`, `Away`,
 * `Offline` or `PresenceUnknown`; activity says no more than that.
 */
export const Presence = z.object({ id: z.uuid(), availability: z.string(), activity: z.string() })
export type Presence = z.infer<typeof Presence>

/** Body of `POST /v1.0/communications/getPresencesByUserId`: at most 650, as Graph has it. */
export const PresenceRequest = z.strictObject({ ids: z.array(z.uuid()).check(z.maxLength(650)) })

/** When somebody of a unit is away, never why. Whom the viewer may not know of is left out. */
export const WeekAbsence = z.object({
  user: UserReference,
  startDateTime: z.iso.datetime(),
  endDateTime: z.nullable(z.iso.datetime()),
  substitute: z.nullable(UserReference),
  substituteStatus: z.nullable(z.enum(['proposed', 'accepted', 'declined'])),
})
export type WeekAbsence = z.infer<typeof WeekAbsence>

/** How many days a unit's week has, and how far ahead of today it may begin, in days. */
export const weekLength = 7
export const maxWeekAhead = 49

/**
 * Seven days of a unit and those below it: `GET /v1.0/orgUnits/{id}/week?startDate=2026-11-20`, today without
 * `startDate`. For who leads the unit and the service desk.
 */
export const UnitWeek = z.object({
  /** Days in Europe/Oslo. */
  days: z.array(
    z.object({
      date: z.iso.date(),
      absences: z.array(WeekAbsence),
      /**
       * People away for most of a day they work, whose substitute is away as well or who have none (features.md K26).
       */
      holes: z.array(UserReference),
    }),
  ),
  memberCount: z.int(),
})
export type UnitWeek = z.infer<typeof UnitWeek>

/**
 * Who of a unit itself is away today, from now on: `GET /v1.0/orgUnits/{id}/awayToday`. Each person once, with the absence
 * that comes first.
 */
export const AwayToday = z.object({ absences: z.array(WeekAbsence), memberCount: z.int() })
export type AwayToday = z.infer<typeof AwayToday>
