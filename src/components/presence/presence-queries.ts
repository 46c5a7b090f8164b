import { queryOptions } from '@tanstack/react-query'
import { Reachability, ReachabilityEntry, SubjectReachability } from '#api/reachability/contract.ts'
import { page, request } from '../../lib/request.ts'

const EntryPage = page(ReachabilityEntry)
/** Most people asked about in one call; the API's own limit. */
const maxAsked = 100
/** How long an answer is taken to be right, and how often it is asked for anew while it is seen, in milliseconds. */
const fresh = { staleTime: 30_000, refetchInterval: 60_000 }

/** Reads of who can be reached. Everything below `all` is fetched again when an absence has changed. */
export const presenceQueries = {
  all: ['reachability'] as const,
  /** Whether one person can be reached; null for somebody the viewer may not know of. Those asked for at once go together. */
  entry: (id: string) =>
    queryOptions({
      queryKey: [...presenceQueries.all, 'entry', id],
      queryFn: () => askTogether(id),
      ...fresh,
    }),
  /** The same with whom to call instead. */
  person: (id: string) =>
    queryOptions({
      queryKey: [...presenceQueries.all, 'person', id],
      queryFn: ({ signal }) =>
        request(Reachability, `/v1.0/users/${encodeURIComponent(id)}/reachability`, { signal }),
      ...fresh,
    }),
  /** Who can answer on a subject now. */
  subject: (subject: string) =>
    queryOptions({
      queryKey: [...presenceQueries.all, 'subject', subject],
      queryFn: ({ signal }) =>
        request(SubjectReachability, '/v1.0/reachability/bySubject', { query: { subject }, signal }),
      ...fresh,
    }),
}

interface Question {
  id: string
  resolve: (entry: ReachabilityEntry | null) => void
  reject: (reason: unknown) => void
}

let waiting: Question[] = []

/** Rows that are drawn together ask together: one call for all of them. */
function askTogether(id: string): Promise<ReachabilityEntry | null> {
  return new Promise((resolve, reject) => {
    waiting.push({ id, resolve, reject })
    if (waiting.length === 1) setTimeout(() => void askAll())
  })
}

async function askAll(): Promise<void> {
  const questions = waiting.slice(0, maxAsked)
  waiting = waiting.slice(maxAsked)
  if (waiting.length > 0) setTimeout(() => void askAll())
  try {
    const body = { ids: [...new Set(questions.map(({ id }) => id))] }
    const { value } = await request(EntryPage, '/v1.0/reachability/getByUserIds', { method: 'POST', body })
    const entries = new Map(value.map((entry) => [entry.id, entry]))
    for (const { id, resolve } of questions) resolve(entries.get(id) ?? null)
  } catch (error) {
    for (const { reject } of questions) reject(error)
  }
}
