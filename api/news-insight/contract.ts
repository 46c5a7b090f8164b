import * as z from 'zod/mini'
import { readingChannels, readingDevices } from '../news-posts/contract.ts'
import { audienceRoles } from '../roles.ts'
import { UserReference } from '../users/contract.ts'

/** The kinds of unit reach may be counted by, from the widest. */
export const reachLevels = ['sector', 'unit', 'department'] as const

/** Why a number is not told: too few people, too few of them did it, or it would give away one that is hidden. */
export const hiddenReasons = ['fewPeople', 'fewReaders', 'others'] as const
export type HiddenReason = (typeof hiddenReasons)[number]

/** A number of people to the nearest five; null when it is of fewer than five (features.md N30). */
const PeopleCount = z.nullable(z.int())

/** How far a post has come. Every number is of its present audience, and each person is counted once. */
export const NewsPostReach = z.object({
  recipientCount: z.int(),
  readCount: PeopleCount,
  /** Exact, as those who have confirmed are listed by name; null when the post is no must-read. */
  confirmedCount: z.nullable(z.int()),
  /** E-mails an all-staff message to the same people would have been. */
  emailsSpared: z.int(),
  level: z.enum(reachLevels),
  /** By unit; the widest first. A unit is hidden when it has fewer than five, or when the hidden could be worked out. */
  units: z.array(
    z.object({
      id: z.nullable(z.uuid()),
      displayName: z.string(),
      recipientCount: z.int(),
      readCount: PeopleCount,
      hiddenBecause: z.nullable(z.enum(hiddenReasons)),
    }),
  ),
  /** How many had read it by the end of each day in Europe/Oslo, from the day it came out. */
  days: z.array(z.object({ date: z.iso.date(), readCount: PeopleCount })),
  channels: z.array(z.object({ channel: z.enum(readingChannels), readCount: PeopleCount })),
  devices: z.array(z.object({ device: z.enum(readingDevices), readCount: PeopleCount })),
})
export type NewsPostReach = z.infer<typeof NewsPostReach>

/** All-staff e-mail that news has taken the place of (features.md N21). */
export const EmailsAvoided = z.object({
  /** The last twelve months, the oldest first; `2026-11`. */
  months: z.array(z.object({ month: z.string(), postCount: z.int(), emailCount: z.int() })),
  /** Units whose messages to many were brought in the last twelve months, the most first. */
  unitsStillMailing: z.array(
    z.object({
      id: z.nullable(z.uuid()),
      displayName: z.string(),
      messageCount: z.int(),
      emailCount: z.int(),
    }),
  ),
})
export type EmailsAvoided = z.infer<typeof EmailsAvoided>

/** Body of `POST …/preview`: as whom the post is to be seen (features.md N28). */
export const PreviewAs = z.strictObject({ userId: z.uuid() })

/** Whether and why a post would reach a person. */
export const NewsPostPreview = z.object({
  user: UserReference,
  preferredLanguage: z.string(),
  isRecipient: z.boolean(),
  /** Names of the audience's units the person belongs to. */
  viaUnits: z.array(z.string()),
  viaRoles: z.array(z.enum(audienceRoles)),
  viaEveryone: z.boolean(),
})
export type NewsPostPreview = z.infer<typeof NewsPostPreview>
