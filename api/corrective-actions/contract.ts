import * as z from 'zod/mini'
import { UserReference } from '../users/contract.ts'

/** New → accepted by its owner → done → effect seen (features.md §8.1). */
export const correctiveActionStates = ['new', 'accepted', 'done', 'evaluated'] as const
export const effects = ['effective', 'notEffective'] as const

/** What is done about a deviation: an entry of its `correctiveActions`. */
export const CorrectiveAction = z.object({
  id: z.uuid(),
  description: z.string(),
  /** Null when the viewer may not know of them. */
  owner: z.nullable(UserReference),
  /** The last day, in Europe/Oslo. */
  dueDate: z.iso.date(),
  state: z.enum(correctiveActionStates),
  isOverdue: z.boolean(),
  /** What was done, in the owner's words. */
  doneNote: z.nullable(z.string()),
  doneDateTime: z.nullable(z.iso.datetime()),
  effect: z.nullable(z.enum(effects)),
})
export type CorrectiveAction = z.infer<typeof CorrectiveAction>

/**
 * A corrective action without its case, which the owner may not know: `GET /v1.0/correctiveActions` are one's own and
 * those of the cases one sees; `$filter=owner/id eq …` and `state`. Accepted and completed through the case
 * (`POST /v1.0/deviations/{deviation/id}/acceptAction`, `…/completeAction`), also by an owner who cannot open it.
 */
export const OwnCorrectiveAction = z.extend(CorrectiveAction, {
  deviation: z.object({
    id: z.uuid(),
    number: z.string(),
    /** Null unless the viewer may know of the case: then link to it. */
    title: z.nullable(z.string()),
  }),
  permissions: z.object({ canAccept: z.boolean(), canComplete: z.boolean() }),
})
export type OwnCorrectiveAction = z.infer<typeof OwnCorrectiveAction>
