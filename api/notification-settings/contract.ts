import * as z from 'zod/mini'
import { notificationWays } from '../notifications/contract.ts'

/** How often unread news come by e-mail (features.md N8). */
export const newsDigests = ['never', 'daily', 'weekly'] as const

/** Most e-mails a day one can ask for. */
export const mostEmailsPerDay = 20

const Way = z.enum(notificationWays)

/** What the signed-in person wants to be sent. `id` is the user's. */
export const NotificationSettings = z.object({
  id: z.uuid(),
  /** Weekly until chosen; always `never` for those without an e-mail address. */
  newsDigest: z.enum(newsDigests),
  /** How each group of notifications is told; never `email` for those without an address. */
  notifications: z.object({
    comments: Way,
    mentions: Way,
    newsPosts: Way,
    callBacks: Way,
    substitutes: Way,
    deviations: Way,
  }),
  /** E-mails beyond this wait for the next working day; what is urgent does not (features.md A22). */
  maxEmailsPerDay: z.int(),
})
export type NotificationSettings = z.infer<typeof NotificationSettings>

/** Body of `PATCH /v1.0/me/notificationSettings`: absent is unchanged. */
export const NotificationSettingsPatch = z.strictObject({
  newsDigest: z.optional(z.enum(newsDigests)),
  notifications: z.optional(
    z.strictObject({
      comments: z.optional(Way),
      mentions: z.optional(Way),
      newsPosts: z.optional(Way),
      callBacks: z.optional(Way),
      substitutes: z.optional(Way),
      deviations: z.optional(Way),
    }),
  ),
  maxEmailsPerDay: z.optional(z.int().check(z.minimum(1), z.maximum(mostEmailsPerDay))),
})
export type NotificationSettingsPatch = z.infer<typeof NotificationSettingsPatch>
