import { sql } from 'kysely'
import type { ApiContext } from '../http/env.ts'
import { readRows, toWire } from '../graph/read.ts'
import { languageOf, type Language } from '../outgoing/texts.ts'
import { users } from '../users/resource.ts'
import * as z from 'zod/mini'
import { ChainLink } from './contract.ts'
import type { LinkFact, PersonReachability } from './reachability.ts'
import { acceptedLanguage } from './texts.ts'

const LinkUser = ChainLink.shape.user
const shape = { properties: Object.keys(LinkUser.shape), computed: [] }

/** Links with who they are, as the viewer may see each of them. Whoever may not be seen is not there. */
export async function nameLinks(c: ApiContext, links: readonly LinkFact[]): Promise<ChainLink[]> {
  const { viewer, deps } = c.var
  const ids = links.map(({ userId }) => userId)
  const rows = await readRows(deps.db, viewer, users, {
    shape,
    where: [sql`"user".id = any(${ids}::uuid[])`],
    limit: ids.length,
  })
  const byId = new Map(rows.map(({ row }) => [row.id, z.parse(LinkUser, toWire(users, shape, row, viewer))]))
  return links.flatMap(({ userId, why, ...reachability }) => {
    const user = byId.get(userId)
    return user ? [{ user, why, ...wireTimes(reachability) }] : []
  })
}

/** Moments as the wire has them. */
export const wireTimes = ({ status, availableFrom, availableUntil }: PersonReachability) => ({
  status,
  availableFrom: availableFrom?.toISOString() ?? null,
  availableUntil: availableUntil?.toISOString() ?? null,
})

/** The language to answer in: what the request asks for, else what the person prefers. */
export async function languageFor(c: ApiContext): Promise<Language> {
  const accepted = acceptedLanguage(c.req.header('accept-language'))
  if (accepted) return accepted
  const row = await c.var.deps.db
    .selectFrom('user')
    .select('preferred_language')
    .where('id', '=', c.var.viewer.id)
    .executeTakeFirst()
  return languageOf(row?.preferred_language ?? 'nb')
}
