import type { Caller } from '../call-api.ts'
import type { Fixtures } from './fixtures.ts'

/** Everyone a right is tried as: the demo people, and three who must never get in. */
export const columns = [
  'kari.nilsen',
  'ola.bakken',
  'ingrid.solberg',
  'arne.lund',
  'marit.haugen',
  'liv.dahl',
  'hege.moen',
  'tor.berg',
  'nina.aas',
  'per.eide',
  'anne.vik',
  'jon.strand',
  'sara.holm',
  'signed out',
  'disabled',
  'expired token',
] as const
/** One of them. */
export type Column = (typeof columns)[number]
/** A demo person. */
export type Person = Exclude<Column, 'signed out' | 'disabled' | 'expired token'>

/** One thing someone may try. The last three columns are 401 in every row. */
export interface Row {
  resource: string
  action: string
  call: (as: Caller, fixtures: Fixtures) => Promise<Response>
  /** Status of those named in `except`, and of everybody else. */
  status: number
  except?: Partial<Record<Person, number>>
  /** What the body says instead of a status, for questions answered 200 either way. */
  says?: (response: Response) => Promise<number>
}

/** The same status for several people. */
export const everyoneWith = (status: number, people: readonly Person[]): Partial<Record<Person, number>> =>
  Object.fromEntries(people.map((person) => [person, status]))

/** Whom the post of the fixtures reaches. */
export const recipients = ['kari.nilsen', 'ola.bakken', 'ingrid.solberg', 'nina.aas'] as const
/** Author, leaders above the responsible unit, communications. */
export const managers = ['ingrid.solberg', 'arne.lund', 'marit.haugen', 'liv.dahl'] as const
/** Who may see and change the draft. */
export const draftManagers = ['ola.bakken', ...managers] as const
/** Whoever leads a unit, among the demo people. */
export const leaders = ['ola.bakken', 'ingrid.solberg', 'arne.lund', 'marit.haugen'] as const
/** Who may read the post: those it reaches, and those who manage it. */
export const seesPost = { ...everyoneWith(200, recipients), ...everyoneWith(200, managers) }
/** Whom the post in review reaches if it comes out, and who may approve it: the department's leaders, communications. */
export const reviewers = ['ola.bakken', ...managers] as const
/** How many things a list has. */
export const valueCount = async (response: Response) =>
  ((await response.json()) as { value: unknown[] }).value.length
