import * as z from 'zod/mini'
import { OrgUnitReference } from '../org-units/contract.ts'
import { UserReference } from '../users/contract.ts'

/** Someone named to publish news to a unit and what is below it. */
export const NewsEditor = z.object({
  id: z.uuid(),
  orgUnit: OrgUnitReference,
  user: UserReference,
  namedDateTime: z.iso.datetime(),
  permissions: z.object({ canDelete: z.boolean() }),
})
export type NewsEditor = z.infer<typeof NewsEditor>

/** Body of `POST /v1.0/newsEditors`. */
export const NewNewsEditor = z.strictObject({ orgUnitId: z.uuid(), userId: z.uuid() })
