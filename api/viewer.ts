import type { AppRole } from './roles.ts'

/** The signed-in person a request is answered for, loaded fresh for every request. */
export interface Viewer {
  id: string
  displayName: string
  /** Powers, from the token. */
  roles: ReadonlySet<AppRole>
  /** Every unit the person works in, and all units above them. */
  unitIds: readonly string[]
  /** Units the person leads directly. Leadership reaches everything below them. */
  ledUnitIds: readonly string[]
  /** Units the person may publish news to, with all below: those led, and those one is named editor of. */
  publishUnitIds: readonly string[]
  /** What audiences are matched with: `everyone`, `unit:<id>` and `role:<name>` (roles here follow the directory). */
  audienceKeys: readonly string[]
  /** The moment the request is answered at; rules that depend on time look here. */
  now: Date
}

/** Whether the person leads any unit. */
export const isLeader = (viewer: Viewer) => viewer.ledUnitIds.length > 0
