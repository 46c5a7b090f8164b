import { Hono } from 'hono'
import { countCollection, listCollection } from '../graph/list.ts'
import type { Env } from '../http/env.ts'
import { handovers } from './resource.ts'

/** `GET /v1.0/me/handovers`: what came to the viewer from colleagues who left, the newest first. */
export const handoverRoutes = new Hono<Env>()
  .get('/me/handovers', (c) => listCollection(c, handovers))
  .get('/me/handovers/$count', (c) => countCollection(c, handovers))
