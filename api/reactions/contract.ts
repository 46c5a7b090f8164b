import * as z from 'zod/mini'

/** Reactions there are anywhere; each area says which are its own. Words, never faces (screens.md §1). */
export const reactions = ['like', 'useful', 'thanks'] as const
export type Reaction = (typeof reactions)[number]

/** How many have reacted in one way. Who has, is told to nobody. */
export const ReactionCount = z.object({ reaction: z.enum(reactions), count: z.int() })
export type ReactionCount = z.infer<typeof ReactionCount>

/** Body of `POST …/setReaction`; takes the place of the viewer's earlier one. */
export const SetReaction = z.strictObject({ reaction: z.enum(reactions) })
export type SetReaction = z.infer<typeof SetReaction>
