import * as z from 'zod/mini'
import { appRoles } from '../roles.ts'

/** A person, as named inside other things. */
export const UserReference = z.object({
  id: z.uuid(),
  displayName: z.string(),
  jobTitle: z.nullable(z.string()),
})
export type UserReference = z.infer<typeof UserReference>

/** Sides of photos in pixels, as Graph has them; 648 stands for the picture as it was set. */
export const photoSizes = [48, 64, 96, 120, 240, 360, 432, 504, 648] as const
export type PhotoSize = (typeof photoSizes)[number]

/** What is not shown of a protected person; `person` hides them whole (features.md K28). */
export const hiddenParts = ['person', 'photo', 'place', 'phone'] as const
/** Longest text about oneself, and longest subject or skill, in characters; most subjects and skills. */
export const maxAboutMeLength = 1000
export const maxSubjectLength = 60
export const maxSubjects = 20

/** One of a person's positions. */
export const Position = z.object({
  orgUnitId: z.uuid(),
  orgUnitName: z.string(),
  title: z.string(),
  /** 0–100. */
  percentage: z.int(),
  isPrimary: z.boolean(),
})
export type Position = z.infer<typeof Position>

/** An employee, with Microsoft Graph's names for what Graph has. What is protected is null or empty. */
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
  employeeId: z.nullable(z.string()),
  accountEnabled: z.boolean(),
  /** Subjects the person can be asked about («Spør meg om»). */
  responsibilities: z.array(z.string()),
  /** Whether the person has set a photo that the viewer may see. */
  hasPhoto: z.boolean(),
})
export type User = z.infer<typeof User>

/** One employee, whole: what a list leaves out comes along. */
export const UserProfile = z.extend(User, {
  aboutMe: z.nullable(z.string()),
  skills: z.array(z.string()),
  /** The main one first. */
  positions: z.array(Position),
  /** ISO weekdays worked, 1 is Monday; empty for those whose shifts are not known here. */
  workdays: z.array(z.int()),
  /** What is hidden from others; null unless the viewer is HR or the person. Nobody but HR reads the reason. */
  protection: z.nullable(z.object({ hides: z.array(z.enum(hiddenParts)) })),
  viewer: z.object({ isFavorite: z.boolean() }),
  permissions: z.object({
    /** May change what the person tells of themselves: aboutMe, skills, workdays. */
    canEdit: z.boolean(),
    /** May change `responsibilities`: the person, their leaders, the service desk. */
    canEditResponsibilities: z.boolean(),
    canEditPhoto: z.boolean(),
    canProtect: z.boolean(),
    /** May register absence for the person: themselves, their leaders, the service desk. */
    canRegisterAbsence: z.boolean(),
    canLeaveCallBackMessage: z.boolean(),
  }),
})
export type UserProfile = z.infer<typeof UserProfile>

const Subject = z.string().check(z.trim(), z.minLength(1), z.maxLength(maxSubjectLength))

/** Body of `PATCH /v1.0/me` and `PATCH /v1.0/users/{id}`: absent is unchanged, null clears. */
export const UserPatch = z.strictObject({
  aboutMe: z.optional(z.nullable(z.string().check(z.trim(), z.maxLength(maxAboutMeLength)))),
  responsibilities: z.optional(z.array(Subject).check(z.maxLength(maxSubjects))),
  skills: z.optional(z.array(Subject).check(z.maxLength(maxSubjects))),
  workdays: z.optional(z.array(z.int().check(z.minimum(1), z.maximum(7))).check(z.maxLength(7))),
  preferredLanguage: z.optional(z.enum(['nb', 'nn', 'en'])),
})
export type UserPatch = z.infer<typeof UserPatch>

/** `GET` and `PUT /v1.0/users/{id}/protection`, for HR alone (features.md K28). */
export const PersonProtection = z.object({
  hides: z.array(z.enum(hiddenParts)),
  reason: z.string(),
  decidedBy: UserReference,
  decidedDateTime: z.iso.datetime(),
})
export type PersonProtection = z.infer<typeof PersonProtection>

/** Longest reason for protecting a person, in characters. */
export const maxProtectionReasonLength = 500

/** Body of `PUT /v1.0/users/{id}/protection`. */
export const PersonProtectionBody = z.strictObject({
  hides: z.array(z.enum(hiddenParts)).check(z.minLength(1), z.maxLength(hiddenParts.length)),
  reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(maxProtectionReasonLength)),
})
export type PersonProtectionBody = z.infer<typeof PersonProtectionBody>

/** What the signed-in person is told about oneself: the user, and what the areas offer. */
export const Me = z.extend(User, {
  appRoles: z.array(z.enum(appRoles)),
  /** Units led, directly; also those led for somebody who is away. */
  ledOrgUnitIds: z.array(z.uuid()),
  /** Whose substitute one is at this moment. */
  actsFor: z.array(z.object({ id: z.uuid(), displayName: z.string() })),
  permissions: z.object({
    /** May write news at all; where to is decided when publishing. */
    canCreateNewsPost: z.boolean(),
    /** May publish news to somebody: to all, or to units led or edited. Others submit what they write. */
    canPublishNewsPosts: z.boolean(),
    /** May name editors of some unit: those led, or any. */
    canNameNewsEditors: z.boolean(),
    canReadAuditEntries: z.boolean(),
    /** May see what people search for and do not find. */
    canReadSearchMisses: z.boolean(),
    /** Sees messages to others than oneself: the service desk, and leaders those to their people. */
    canFollowCallBackMessages: z.boolean(),
    /** May edit standing duties of some unit: those led, or any. */
    canEditDuties: z.boolean(),
  }),
})
export type Me = z.infer<typeof Me>
