import * as z from 'zod/mini'
import { UserReference } from '../users/contract.ts'

/** What is told of what happened. `group` is what one chooses about in the settings (features.md A22). */
export const notificationKinds = {
  commentReplied: 'comments',
  newsPostCommented: 'comments',
  sameQuestionAsked: 'comments',
  mention: 'mentions',
  questionAnswered: 'mentions',
  newsPostApproved: 'newsPosts',
  newsPostRejected: 'newsPosts',
  callBackAnswered: 'callBacks',
  substituteAccepted: 'substitutes',
  substituteDeclined: 'substitutes',
  deviationAssigned: 'deviations',
  deviationReceived: 'deviations',
  deviationForwarded: 'deviations',
  deviationActionsSet: 'deviations',
  deviationClosed: 'deviations',
  deviationChanged: 'deviations',
  deviationMessage: 'deviations',
  deviationOverdue: 'deviations',
  deviationEscalated: 'deviations',
  correctiveActionAssigned: 'deviations',
} as const
export type NotificationKind = keyof typeof notificationKinds

export const notificationGroups = [
  'comments',
  'mentions',
  'newsPosts',
  'callBacks',
  'substitutes',
  'deviations',
] as const
export type NotificationGroup = (typeof notificationGroups)[number]

/** In the app alone; also in the e-mail that gathers what one has not seen; or not at all. */
export const notificationWays = ['inApp', 'email', 'none'] as const
export type NotificationWay = (typeof notificationWays)[number]

/**
 * Something that happened: `GET /v1.0/me/notifications`, the latest first. What happens again in the same thread while it
 * is unread is the same notification, with a count.
 */
export const Notification = z.object({
  id: z.uuid(),
  // The keys above.
  kind: z.enum(Object.keys(notificationKinds) as [NotificationKind, ...NotificationKind[]]),
  /** Name of what it is about. */
  title: z.nullable(z.string()),
  /** How often it has happened. */
  count: z.int(),
  /** Who did it last. */
  person: z.nullable(UserReference),
  resource: z.object({ type: z.string(), id: z.uuid(), commentId: z.nullable(z.uuid()) }),
  createdDateTime: z.iso.datetime(),
  /** When it last happened. */
  lastDateTime: z.iso.datetime(),
  isRead: z.boolean(),
  /** It waits on the list of tasks as well, and is not told twice there. */
  isTask: z.boolean(),
})
export type Notification = z.infer<typeof Notification>
