import * as z from 'zod/mini'

/** How often unread news come by e-mail (features.md N8). */
export const newsDigests = ['never', 'daily', 'weekly'] as const

/** What the signed-in person wants to be sent. `id` is the user's. */
export const NotificationSettings = z.object({
  id: z.uuid(),
  /** Weekly until chosen; always `never` for those without an e-mail address. */
  newsDigest: z.enum(newsDigests),
})
export type NotificationSettings = z.infer<typeof NotificationSettings>

/** Body of `PATCH /v1.0/me/notificationSettings`: absent is unchanged. */
export const NotificationSettingsPatch = z.strictObject({ newsDigest: z.optional(z.enum(newsDigests)) })
export type NotificationSettingsPatch = z.infer<typeof NotificationSettingsPatch>
