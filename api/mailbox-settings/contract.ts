import * as z from 'zod/mini'

/** Longest message that answers for somebody who is away, in characters. */
export const maxReplyLength = 2000

/** Graph's names of time zones that are understood here. The hours of the municipality are Oslo's. */
export const timeZones = ['UTC', 'Europe/Oslo', 'W. Europe Standard Time'] as const

/** Graph's `dateTimeTimeZone`: a clock without an offset, and where it hangs. */
const DateTimeTimeZone = z.strictObject({
  dateTime: z
    .string()
    .check(
      z.regex(
        /^2[01]\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,7})?)?$/,
      ),
    ),
  timeZone: z.enum(timeZones),
})
export type DateTimeTimeZone = z.infer<typeof DateTimeTimeZone>

const statuses = ['disabled', 'alwaysEnabled', 'scheduled'] as const
const audiences = ['none', 'contactsOnly', 'all'] as const

/**
 * Graph's `automaticRepliesSetting`, read off the absence one is in, else the next: `scheduled` when its end is known,
 * `alwaysEnabled` when it is not, `disabled` when there is none.
 */
export const AutomaticRepliesSetting = z.object({
  status: z.enum(statuses),
  externalAudience: z.enum(audiences),
  scheduledStartDateTime: z.nullable(DateTimeTimeZone),
  scheduledEndDateTime: z.nullable(DateTimeTimeZone),
  internalReplyMessage: z.string(),
  externalReplyMessage: z.string(),
})

/** `GET /v1.0/me/mailboxSettings`, with Graph's names and shapes. Everyone reads and writes one's own alone. */
export const MailboxSettings = z.object({
  automaticRepliesSetting: AutomaticRepliesSetting,
  timeZone: z.enum(timeZones),
  language: z.object({ locale: z.string(), displayName: z.string() }),
})
export type MailboxSettings = z.infer<typeof MailboxSettings>

const Reply = z.string().check(z.trim(), z.maxLength(maxReplyLength))

/**
 * Body of `PATCH /v1.0/me/mailboxSettings`; absent is unchanged. Times or another status change the absence that was read,
 * or make one; `disabled` ends it, or takes it away when it has not begun; messages alone are set on it.
 */
export const MailboxSettingsPatch = z.strictObject({
  automaticRepliesSetting: z.strictObject({
    status: z.optional(z.enum(statuses)),
    externalAudience: z.optional(z.enum(audiences)),
    scheduledStartDateTime: z.optional(DateTimeTimeZone),
    scheduledEndDateTime: z.optional(DateTimeTimeZone),
    internalReplyMessage: z.optional(Reply),
    externalReplyMessage: z.optional(Reply),
  }),
})
export type MailboxSettingsPatch = z.infer<typeof MailboxSettingsPatch>
