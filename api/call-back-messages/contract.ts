import * as z from 'zod/mini'
import { AcceptedFinding } from '../text/accepted-finding.ts'
import { UserReference } from '../users/contract.ts'

/** Working days within which somebody is rung back (the seed: «innen tre dager»; features.md K23). */
export const callBackWithinWorkingDays = 3
/** Longest name, number and subject, in characters. The subject has no details of the case. */
export const maxCallerNameLength = 100
export const maxCallerPhoneLength = 20
export const maxCallBackSubjectLength = 200

/** Somebody rang and is to be rung back: `/v1.0/callBackMessages`. */
export const CallBackMessage = z.object({
  '@odata.etag': z.optional(z.string()),
  id: z.uuid(),
  recipient: UserReference,
  callerName: z.string(),
  callerPhone: z.string(),
  subject: z.string(),
  state: z.enum(['open', 'answered']),
  /** The last day to ring back, in Europe/Oslo. */
  dueDate: z.iso.date(),
  /** Null when the viewer may not know of them, or they have left. */
  createdBy: z.nullable(UserReference),
  createdDateTime: z.iso.datetime(),
  /** Null as long as it is open, and as `createdBy`. */
  answeredBy: z.nullable(UserReference),
  answeredDateTime: z.nullable(z.iso.datetime()),
  permissions: z.object({
    /** The recipient, their substitute, their leader. */
    canAnswer: z.boolean(),
  }),
})
export type CallBackMessage = z.infer<typeof CallBackMessage>

/** Body of `POST /v1.0/callBackMessages`. 422 `sensitiveContent` when a text looks like a national identity number. */
export const NewCallBackMessage = z.strictObject({
  recipientId: z.uuid(),
  callerName: z.string().check(z.trim(), z.minLength(1), z.maxLength(maxCallerNameLength)),
  callerPhone: z.string().check(z.trim(), z.minLength(3), z.maxLength(maxCallerPhoneLength)),
  subject: z.string().check(z.trim(), z.minLength(1), z.maxLength(maxCallBackSubjectLength)),
  acceptedFindings: z.optional(z.array(AcceptedFinding)),
})
export type NewCallBackMessage = z.infer<typeof NewCallBackMessage>
