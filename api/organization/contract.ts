import * as z from 'zod/mini'

/** The municipality, its titles and its colours. */
export const Organization = z.object({
  id: z.uuid(),
  displayName: z.string(),
  chiefExecutiveTitle: z.string(),
  branding: z.object({
    /** `#rrggbb` */
    accentColor: z.optional(z.string()),
  }),
})
export type Organization = z.infer<typeof Organization>
