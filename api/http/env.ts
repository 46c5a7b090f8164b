import type { Context } from 'hono'
import type { Deps } from '../deps.ts'
import type { Viewer } from '../viewer.ts'

/** What every handler finds on the Hono context. */
export interface Env {
  Variables: {
    deps: Deps
    /** The signed-in person; set by `require-viewer.ts` before any route that needs one. */
    viewer: Viewer
    requestId: string
  }
}

/** A handler's context. */
export type ApiContext = Context<Env>
