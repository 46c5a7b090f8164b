import * as z from 'zod/mini'

/** What is asked for of every person, and whose changes are followed. */
export const followed = [
  'id',
  'userPrincipalName',
  'displayName',
  'givenName',
  'surname',
  'jobTitle',
  'department',
  'companyName',
  'employeeOrgData',
  'officeLocation',
  'mail',
  'mobilePhone',
  'businessPhones',
  'preferredLanguage',
  'employeeId',
  'accountEnabled',
  'userType',
  'manager',
] as const

/** Longest value kept, in characters. */
const maxLength = 256

/** One line without control characters, which no name has; empty is null. */
const line = (value: string) =>
  value
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, maxLength)
    .trim() || null

const Id = z.pipe(
  z.uuid(),
  z.transform((id: string) => id.toLowerCase()),
)
const Line = z.pipe(
  z.nullable(z.string()),
  z.transform((value: string | null) => value && line(value)),
)
const Lines = z.pipe(
  z.array(z.string()),
  z.transform((values: string[]) => [...new Set(values.flatMap((value) => line(value) ?? []))]),
)
const Removal = z.optional(z.object({ reason: z.optional(z.string()) }))

/**
 * A person as a round tells of them (Microsoft Graph, `user`). What is absent has not changed since the last round;
 * null is without a value. `@removed`: no longer there.
 */
export const GraphUser = z.object({
  id: Id,
  '@removed': Removal,
  userPrincipalName: z.optional(Line),
  displayName: z.optional(Line),
  givenName: z.optional(Line),
  surname: z.optional(Line),
  jobTitle: z.optional(Line),
  department: z.optional(Line),
  companyName: z.optional(Line),
  employeeOrgData: z.optional(z.nullable(z.object({ division: z.optional(Line) }))),
  officeLocation: z.optional(Line),
  mail: z.optional(Line),
  mobilePhone: z.optional(Line),
  businessPhones: z.optional(Lines),
  preferredLanguage: z.optional(Line),
  employeeId: z.optional(Line),
  accountEnabled: z.optional(z.nullable(z.boolean())),
  userType: z.optional(Line),
  'manager@delta': z.optional(z.array(z.object({ id: Id, '@removed': Removal }))),
})
export type GraphUser = z.infer<typeof GraphUser>

/** Answer to `/users/{id}/manager`. */
export const GraphManager = z.object({ id: Id })

/** Answer to `/users/{id}/photos/240x240`. */
export const GraphPhoto = z.object({ '@odata.mediaEtag': z.string().check(z.maxLength(maxLength)) })

/** Answer to `/users/{id}?$select=aboutMe,responsibilities,skills`. */
export const GraphTexts = z.object({
  aboutMe: z.optional(
    z.pipe(
      z.nullable(z.string()),
      z.transform((text: string | null) => text?.replaceAll('\0', '').trim() || null),
    ),
  ),
  responsibilities: z.optional(Lines),
  skills: z.optional(Lines),
})

const Page = z.object({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.optional(z.string()),
  '@odata.deltaLink': z.optional(z.string()),
})

/** A page that has been understood. */
export interface UserPage {
  /** In the order they came, each once: what came of a person several times is one. */
  users: GraphUser[]
  /** Records that were not understood; those with an id are at least there. */
  skipped: { id: string | undefined }[]
  nextLink: string | undefined
  deltaLink: string | undefined
}

/** Reads a page. @returns undefined when it is no page at all. */
export function readPage(body: unknown): UserPage | undefined {
  const page = z.safeParse(Page, body)
  if (!page.success) return undefined
  const users = new Map<string, GraphUser>()
  const skipped: UserPage['skipped'] = []
  for (const value of page.data.value) {
    const user = z.safeParse(GraphUser, value)
    if (user.success) users.set(user.data.id, joined(users.get(user.data.id), user.data))
    else skipped.push({ id: z.safeParse(z.object({ id: Id }), value).data?.id })
  }
  return {
    users: [...users.values()],
    skipped,
    nextLink: page.data['@odata.nextLink'],
    deltaLink: page.data['@odata.deltaLink'],
  }
}

/** The later of two records of a person, with what only the earlier one says; whoever comes back is not removed. */
const joined = (earlier: GraphUser | undefined, later: GraphUser): GraphUser =>
  earlier && !later['@removed'] ? { ...earlier, '@removed': undefined, ...later } : later
