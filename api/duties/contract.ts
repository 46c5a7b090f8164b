import * as z from 'zod/mini'
import { OrgUnitReference } from '../org-units/contract.ts'
import { UserReference } from '../users/contract.ts'

/** A standing duty, such as the fire watch, which somebody has at any time (features.md K27). */
export const Duty = z.object({
  '@odata.etag': z.optional(z.string()),
  id: z.uuid(),
  displayName: z.string(),
  orgUnit: OrgUnitReference,
  /** Number to call: the duty's own, or else the holder's. */
  phone: z.nullable(z.string()),
  /** The duty's own number; null when one rings whoever has it. */
  ownPhone: z.nullable(z.string()),
  /** Who has it now; null when nobody does, or nobody the viewer may know of. */
  holder: z.nullable(UserReference),
  /** When the holder's shift ends. */
  holderUntil: z.nullable(z.iso.datetime()),
  permissions: z.object({ canEdit: z.boolean() }),
})
export type Duty = z.infer<typeof Duty>

/** Who has a duty when: `/v1.0/duties/{id}/shifts`. */
export const DutyShift = z.object({
  id: z.uuid(),
  user: UserReference,
  startDateTime: z.iso.datetime(),
  endDateTime: z.iso.datetime(),
})
export type DutyShift = z.infer<typeof DutyShift>

/** Longest name of a duty, in characters. */
export const maxDutyNameLength = 80
/** Longest number, in characters. */
export const maxDutyPhoneLength = 20

/** Body of `POST /v1.0/duties`, and in parts of `PATCH /v1.0/duties/{id}`. */
export const NewDuty = z.strictObject({
  displayName: z.string().check(z.trim(), z.minLength(1), z.maxLength(maxDutyNameLength)),
  orgUnitId: z.uuid(),
  phone: z.optional(z.nullable(z.string().check(z.trim(), z.minLength(3), z.maxLength(maxDutyPhoneLength)))),
})
export type NewDuty = z.infer<typeof NewDuty>
export const DutyPatch = z.partial(NewDuty)
export type DutyPatch = z.infer<typeof DutyPatch>

/** Body of `POST /v1.0/duties/{id}/shifts`. Shifts of a duty do not overlap. */
export const NewDutyShift = z.strictObject({
  userId: z.uuid(),
  startDateTime: z.iso.datetime(),
  endDateTime: z.iso.datetime(),
})
export type NewDutyShift = z.infer<typeof NewDutyShift>
