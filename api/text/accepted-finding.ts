import * as z from 'zod/mini'

/**
 * A finding of the sensitive-data guard that the author says is not an identity number; logged. Offsets count in
 * the plain text of the field `target`: `start` is the first character, `end` one past the last.
 */
export const AcceptedFinding = z.object({ target: z.string(), start: z.int(), end: z.int() })
export type AcceptedFinding = z.infer<typeof AcceptedFinding>
