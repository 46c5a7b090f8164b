import { queryOptions } from '@tanstack/react-query'
import { Absence, type AbsenceKind } from '#api/absences/contract.ts'
import type { Task } from '#api/tasks/contract.ts'
import { page, request } from '../../lib/request.ts'

const AbsencePage = page(Absence)
const day = 86_400_000
/** For how long one has just come back, in milliseconds. */
const backFor = 5 * day
/** Shorter absences hide nothing that one would look for. */
const shortest = day

/** One is at work, only not at one's desk. */
const atWork: readonly (AbsenceKind | null)[] = ['meeting', 'lunch']

/** The time one has just been away; null when one has not (features.md N25). */
export const awayQuery = queryOptions({
  queryKey: ['tasks', 'away'],
  queryFn: async ({ signal }) => {
    const now = new Date()
    const since = new Date(now.getTime() - backFor).toISOString()
    const query = {
      $filter: `endDateTime gt ${since} and endDateTime le ${now.toISOString()}`,
      $orderby: 'endDateTime desc',
      $top: 20,
    }
    const { value } = await request(AbsencePage, '/v1.0/me/absences', { query, signal })
    const latest = value.find(({ kind, startDateTime, endDateTime }) => {
      if (endDateTime === null || atWork.includes(kind)) return false
      return new Date(endDateTime).getTime() - new Date(startDateTime).getTime() >= shortest
    })
    if (!latest || latest.endDateTime === null) return null
    return { start: latest.startDateTime, end: latest.endDateTime }
  },
})

/** What came in that time, in the order it came in. */
export const cameWhileAway = (tasks: readonly Task[], away: { start: string; end: string }) =>
  tasks.filter(({ createdDateTime }) => createdDateTime >= away.start && createdDateTime <= away.end)
