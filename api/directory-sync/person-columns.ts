import type { Selectable } from 'kysely'
import type { UserTable } from '../database/schema.ts'
import type { GraphUser } from './graph-user.ts'

/** The columns of `user` the directory decides, besides the id. */
export type DirectoryColumns = Pick<
  Selectable<UserTable>,
  | 'user_principal_name'
  | 'display_name'
  | 'given_name'
  | 'surname'
  | 'job_title'
  | 'mail'
  | 'mobile_phone'
  | 'business_phones'
  | 'office_location'
  | 'employee_id'
>

/** Columns as they will be, and the names of Graph whose value differs from before. */
export interface PersonChange {
  columns: DirectoryColumns
  fields: string[]
}

/** Whether the directory counts the person among those who work here: an enabled account that is no guest's. */
export function isActive(user: GraphUser, before: boolean | undefined): boolean {
  if (user['@removed']) return false
  if (user.userType !== undefined && user.userType?.toLowerCase() === 'guest') return false
  return user.accountEnabled ?? before ?? true
}

/** Whether a record of someone unknown says enough to make a person of. */
export const isWhole = (user: GraphUser) =>
  Boolean(user.userPrincipalName && (user.displayName || user.givenName || user.surname))

const graphName: Record<keyof DirectoryColumns, string> = {
  user_principal_name: 'userPrincipalName',
  display_name: 'displayName',
  given_name: 'givenName',
  surname: 'surname',
  job_title: 'jobTitle',
  mail: 'mail',
  mobile_phone: 'mobilePhone',
  business_phones: 'businessPhones',
  office_location: 'officeLocation',
  employee_id: 'employeeId',
}

/**
 * What a record makes of a person. Absent is unchanged; a name that is taken away is made from the others, since
 * everybody has one here.
 * @param before the row as it is; undefined for someone new.
 */
export function changeOf(user: GraphUser, before: DirectoryColumns | undefined): PersonChange {
  const upn = user.userPrincipalName ?? before?.user_principal_name ?? user.id
  const given = user.givenName === undefined ? before?.given_name : user.givenName
  const family = user.surname === undefined ? before?.surname : user.surname
  const display =
    user.displayName ?? before?.display_name ?? ([given, family].filter(Boolean).join(' ') || upn)
  const words = display.split(' ')
  const pick = <Name extends keyof DirectoryColumns>(
    name: Name,
    value: DirectoryColumns[Name] | undefined,
    fallback: DirectoryColumns[Name],
  ): DirectoryColumns[Name] => (value === undefined ? (before?.[name] ?? fallback) : value)
  const columns: DirectoryColumns = {
    user_principal_name: upn,
    display_name: display,
    given_name: given || words.slice(0, -1).join(' ') || display,
    surname: family || (words.at(-1) ?? display),
    job_title: pick('job_title', user.jobTitle, null),
    mail: pick('mail', user.mail, null),
    mobile_phone: pick('mobile_phone', user.mobilePhone, null),
    business_phones: pick('business_phones', user.businessPhones, []),
    office_location: pick('office_location', user.officeLocation, null),
    employee_id: pick('employee_id', user.employeeId, null),
  }
  const names = Object.keys(graphName) as (keyof DirectoryColumns)[]
  const fields = names.filter((name) => !before || String(columns[name]) !== String(before[name]))
  return { columns, fields: fields.map((name) => graphName[name]) }
}

/** The languages there are texts in: `nn-NO` → `nn`; `no` and everything unknown is bokmål, save English. */
export function languageOf(tag: string | null | undefined): 'nb' | 'nn' | 'en' {
  const language = tag?.toLowerCase().split(/[-_]/)[0]
  return language === 'nn' || language === 'en' ? language : 'nb'
}

/** The manager a record tells of: an id, null for none, undefined when it does not say. */
export function managerOf(user: GraphUser): string | null | undefined {
  const links = user['manager@delta']
  return links && (links.findLast((link) => !link['@removed'])?.id ?? null)
}
