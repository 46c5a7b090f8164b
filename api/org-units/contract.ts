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
  /** Who leads when the leader is away and has named nobody. */
  deputyLeader: z.nullable(
    z.object({ id: z.uuid(), displayName: z.string(), jobTitle: z.nullable(z.string()) }),
  ),
  /** Enabled employees with a position here or anywhere below, each counted once. */
  memberCount: z.int(),
  /** Units directly below. */
  childCount: z.int(),
  permissions: z.object({
    /** May name the deputy leader: who leads the unit or one above it, HR. */
    canEdit: z.boolean(),
    /** May take the list of members out as a file: leaders above, HR, the service desk. */
    canExportMembers: z.boolean(),
    /** May see who is away when in the coming week, and the holes: leaders above, the service desk. */
    canReadWeek: z.boolean(),
  }),
})
export type OrgUnit = z.infer<typeof OrgUnit>

/** Body of `PATCH /v1.0/orgUnits/{id}`. */
export const OrgUnitPatch = z.strictObject({ deputyLeaderId: z.optional(z.nullable(z.uuid())) })
export type OrgUnitPatch = z.infer<typeof OrgUnitPatch>
