import * as z from 'zod/mini'

/** `GET /v1.0/me/handovers`: one thing a colleague who left answered for, and that is the viewer's to see to. */
export const Handover = z.object({
  id: z.uuid(),
  leaver: z.object({ id: z.uuid(), displayName: z.string() }),
  /** A resource's name for one: `newsPost`, `callBackMessage`, `absence`, `dutyShift`, `newsEditor`. */
  target: z.object({ type: z.string(), id: z.uuid() }),
  /** `passed` to the viewer; `ended`, so that another may be found; `kept` where nobody could take it. */
  outcome: z.enum(['passed', 'ended', 'kept']),
  handedOverDateTime: z.iso.datetime(),
})
export type Handover = z.infer<typeof Handover>
