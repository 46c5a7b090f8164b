import { Hono } from 'hono'
import { countCollection, listCollection } from '../graph/list.ts'
import type { Env } from '../http/env.ts'
import { tasks } from './resource.ts'

/** `GET /v1.0/me/tasks`: everyone reads one's own. What is done with a task is done with what it is about. */
export const taskRoutes = new Hono<Env>()
  .get('/me/tasks', (c) => listCollection(c, tasks))
  .get('/me/tasks/$count', (c) => countCollection(c, tasks))
