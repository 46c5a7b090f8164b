import * as z from 'zod/mini'
import { appRoles } from '../roles.ts'

/** A person, as named inside other things. */
export const UserReference = z.object({
  id: z.uuid(),
  displayName: z.string(),
  jobTitle: z.nullable(z.string()),
})
export type UserReference = z.infer<typeof UserReference>

/** An employee, with Microsoft Graph's names for what Graph has. */
export const User = z.object({
  id: z.uuid(),
  userPrincipalName: z.string(),
  displayName: z.string(),
  givenName: z.string(),
  surname: z.string(),
  jobTitle: z.nullable(z.string()),
  mail: z.nullable(z.string()),
  mobilePhone: z.nullable(z.string()),
  businessPhones: z.array(z.string()),
  officeLocation: z.nullable(z.string()),
  /** Name of the unit of the main position. */
  department: z.nullable(z.string()),
  /** Unit of the main position. */
  orgUnitId: z.nullable(z.uuid()),
  preferredLanguage: z.string(),
  accountEnabled: z.boolean(),
})
export type User = z.infer<typeof User>

/** What the signed-in person is told about oneself: the user, and what the areas offer. */
export const Me = z.extend(User, {
  appRoles: z.array(z.enum(appRoles)),
  /** Units led, directly. */
  ledOrgUnitIds: z.array(z.uuid()),
  permissions: z.object({
    /** May write news at all; where to is decided when publishing. */
    canCreateNewsPost: z.boolean(),
    /** May publish news to somebody: to all, or to units led or edited. Others submit what they write. */
    canPublishNewsPosts: z.boolean(),
    /** May name editors of some unit: those led, or any. */
    canNameNewsEditors: z.boolean(),
    canReadAuditEntries: z.boolean(),
  }),
})
export type Me = z.infer<typeof Me>
