import { Hono } from 'hono'
import { idParam } from '../graph/entity.ts'
import { readJson } from '../http/body.ts'
import type { ApiContext, Env } from '../http/env.ts'
import { invalidQueryOption, notFound } from '../http/errors.ts'
import { noQueryOptions } from '../http/no-query-options.ts'
import {
  maxSubjectQueryLength,
  minSubjectLength,
  PresenceRequest,
  ReachabilityRequest,
  type ChainLink,
  type Reachability,
  type SubjectReachability,
} from './contract.ts'
import { findChainFacts, findPersonFacts, findSubjectPeople } from './facts.ts'
import { languageFor, nameLinks, wireTimes } from './links.ts'
import { presenceOf } from './presence.ts'
import { chainFor, isReachable, reachabilityOf, type LinkFact } from './reachability.ts'
import { chainForSubject } from './subject-chain.ts'
import { lineFor, lineForSubject, type NamedLink } from './texts.ts'
import { awayToday, unitWeek } from './unit-away.ts'

/** What the texts say of each link. */
const named = (links: readonly LinkFact[], chain: readonly ChainLink[]): NamedLink[] =>
  chain.flatMap(({ user }) => {
    const link = links.find(({ userId }) => userId === user.id)
    return link ? [{ ...link, displayName: user.displayName }] : []
  })

async function reachability(c: ApiContext, userId: string): Promise<Response> {
  const { viewer, deps } = c.var
  const facts = await findChainFacts(deps.db, viewer, userId)
  const links = chainFor(facts, userId)
  const [first] = links
  if (first?.userId !== userId) throw notFound()
  const chain = await nameLinks(c, links)
  const text = lineFor(await languageFor(c), named(links, chain), viewer.now)
  return c.json({ ...wireTimes(first), chain, text } satisfies Reachability)
}

/** How it is with each of some people, in the order asked; those who may not be known of are left out. */
async function statusesOf(c: ApiContext, ids: readonly string[]) {
  const wanted = [...new Set(ids.map((id) => id.toLowerCase()))]
  const people = await findPersonFacts(c.var.deps.db, c.var.viewer, wanted)
  return wanted.flatMap((id) => {
    const person = people.get(id)
    return person ? [{ id, ...reachabilityOf(person, c.var.viewer.now) }] : []
  })
}

async function presence(c: ApiContext, userId: string): Promise<Response> {
  const [found] = await statusesOf(c, [userId])
  if (!found) throw notFound()
  return c.json(presenceOf(found.id, found.status))
}

/** `?subject=`, without which there is nothing to answer. @throws 400 */
function subjectOf(c: ApiContext): string {
  const { searchParams } = new URL(c.req.url)
  const subject = (searchParams.get('subject') ?? '').trim()
  const isStorable = !subject.includes('\u0000') && subject.isWellFormed()
  if (
    searchParams.size !== 1 ||
    subject.length < minSubjectLength ||
    subject.length > maxSubjectQueryLength ||
    !isStorable
  ) {
    throw invalidQueryOption('subject', `Give one subject of 2 to ${maxSubjectQueryLength} characters.`)
  }
  return subject
}

async function bySubject(c: ApiContext): Promise<Response> {
  const { viewer, deps } = c.var
  const subject = subjectOf(c)
  const subjectIds = await findSubjectPeople(deps.db, viewer, subject)
  const facts = await findChainFacts(deps.db, viewer, subjectIds[0] ?? null, subjectIds)
  const links = chainForSubject(facts, subjectIds)
  const chain = await nameLinks(c, links)
  return c.json({
    subject,
    callNow: chain.find(isReachable) ?? null,
    chain,
    text: lineForSubject(await languageFor(c), subject, named(links, chain), viewer.now),
  } satisfies SubjectReachability)
}

/** Whether people can be reached, when if not, and whom to call instead; the same in Graph's words. */
export const reachabilityRoutes = new Hono<Env>()
  .get('/me/reachability', noQueryOptions, (c) => reachability(c, c.var.viewer.id))
  .get('/users/:id/reachability', noQueryOptions, (c) => reachability(c, idParam(c)))
  .get('/reachability/bySubject', bySubject)
  .post('/reachability/getByUserIds', async (c) => {
    const { ids } = await readJson(c, ReachabilityRequest)
    const found = await statusesOf(c, ids)
    return c.json({ value: found.map((one) => ({ id: one.id, ...wireTimes(one) })) })
  })
  .get('/me/presence', noQueryOptions, (c) => presence(c, c.var.viewer.id))
  .get('/users/:id/presence', noQueryOptions, (c) => presence(c, idParam(c)))
  .get('/orgUnits/:id/awayToday', noQueryOptions, (c) => awayToday(c, idParam(c)))
  .get('/orgUnits/:id/week', (c) => unitWeek(c, idParam(c)))
  .post('/communications/getPresencesByUserId', async (c) => {
    const { ids } = await readJson(c, PresenceRequest)
    const found = await statusesOf(c, ids)
    return c.json({ value: found.map(({ id, status }) => presenceOf(id, status)) })
  })
