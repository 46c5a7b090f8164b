import type { AppRole } from './roles.ts'

/** The signed-in person a request is answered for, loaded fresh for every request. */
export interface Viewer {
  id: string
  displayName: string
  /** Powers, from the token. */
  roles: ReadonlySet<AppRole>
  /** Every unit the person works in, and all units above them. */
  unitIds: readonly string[]
  /** Units the person leads directly, or leads now for somebody who is away. Leadership reaches everything below them. */
  ledUnitIds: readonly string[]
  /** Those of them that are the person's own to lead. */
  ownLedUnitIds: readonly string[]
  /** Whose substitute the person has agreed to be and is at this moment (features.md K5, §8.5). Ends by itself. */
  actsFor: readonly Principal[]
  /** Units the person may publish news to, with all below: those led, and those one is named editor of. */
  publishUnitIds: readonly string[]
  /** Units the person is named editor of. */
  editedUnitIds: readonly string[]
  /** Whose rights a write is done with, when the person's own do not suffice (`acting.ts`); null otherwise. */
  onBehalfOf: Principal | null
  /** What audiences are matched with: `everyone`, `unit:<id>` and `role:<name>` (roles here follow the directory). */
  audienceKeys: readonly string[]
  /** The moment the request is answered at; rules that depend on time look here. */
  now: Date
}

/** Somebody who is away, for whom the viewer acts. */
export interface Principal {
  id: string
  displayName: string
  /** Units they lead directly. */
  ledUnitIds: readonly string[]
  /** What audiences are matched with for them. The viewer sees what must be read for them, and is no recipient of it. */
  audienceKeys: readonly string[]
}

/** Whether the person leads any unit. */
export const isLeader = (viewer: Viewer) => viewer.ledUnitIds.length > 0
