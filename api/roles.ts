/** App roles a token may carry (design.md §2). Leader is never one of them: it follows the organisation tree. */
export const appRoles = [
  'Editor',
  'Quality',
  'HR',
  'SafetyRep',
  'UnionRep',
  'DataProtection',
  'Crisis',
  'ServiceDesk',
  'Admin',
] as const

/** An app role. */
export type AppRole = (typeof appRoles)[number]

/** Roles something can be addressed to: the app roles of the directory, and everyone who leads a unit. */
export const audienceRoles = [...appRoles, 'Leader'] as const

/** A role an audience can name. */
export type AudienceRole = (typeof audienceRoles)[number]
