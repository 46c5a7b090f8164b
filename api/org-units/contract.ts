import * as z from 'zod/mini'

/** A unit, as named inside other things. */
export const OrgUnitReference = z.object({ id: z.uuid(), displayName: z.string() })
export type OrgUnitReference = z.infer<typeof OrgUnitReference>

export const orgUnitKinds = [
  'municipality',
  'sector',
  'staff',
  'area',
  'unit',
  'department',
  'section',
] as const

/** A unit of the organisation tree. */
export const OrgUnit = z.object({
  id: z.uuid(),
  displayName: z.string(),
  kind: z.enum(orgUnitKinds),
  parentId: z.nullable(z.uuid()),
  /** Name of the unit above, so that equal names can be told apart. */
  parentName: z.nullable(z.string()),
  location: z.nullable(z.string()),
  leader: z.nullable(z.object({ id: z.uuid(), displayName: z.string(), jobTitle: z.nullable(z.string()) })),
  /** Enabled employees with a position here or anywhere below, each counted once. */
  memberCount: z.int(),
})
export type OrgUnit = z.infer<typeof OrgUnit>
