import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { countCollection, listCollection } from '../graph/list.ts'
import { allow } from '../http/allow.ts'
import { readJson } from '../http/body.ts'
import type { Env } from '../http/env.ts'
import { NewSearchMiss, SearchRequest, type SearchResponse } from './contract.ts'
import { canReadSearchMisses } from './policy.ts'
import { findsSomething, runSearch } from './run-search.ts'
import { countMiss, searchMisses } from './search-misses.ts'

const mayReadMisses = createMiddleware<Env>(async (c, next) => {
  allow(canReadSearchMisses(c.var.viewer))
  await next()
})

/** The one search, and what was searched for in vain. What is searched for is never logged. */
export const searchRoutes = new Hono<Env>()
  .post('/search/query', async (c) => {
    const { requests } = await readJson(c, SearchRequest)
    const { viewer, deps } = c.var
    const value: SearchResponse['value'] = []
    for (const request of requests) value.push(await runSearch(deps.db, viewer, request))
    return c.json({ value } satisfies SearchResponse)
  })
  .get('/searchMisses', mayReadMisses, (c) => listCollection(c, searchMisses))
  .get('/searchMisses/$count', mayReadMisses, (c) => countCollection(c, searchMisses))
  // No entry in the log: it would name who searched. The answer does not tell whether it was counted.
  .post('/searchMisses', async (c) => {
    const { query } = await readJson(c, NewSearchMiss)
    const { viewer, deps } = c.var
    if (!(await findsSomething(deps.db, viewer, query))) await countMiss(deps.db, query, deps.now())
    return c.body(null, 204)
  })
