import { queryOptions } from '@tanstack/react-query'
import { Absence, Substitution } from '#api/absences/contract.ts'
import { AwayToday } from '#api/reachability/contract.ts'
import { page, request } from '../../lib/request.ts'

const AbsencePage = page(Absence)
const SubstitutionPage = page(Substitution)
/** Most coming absences listed of a person. */
const maxListed = 100

/** Where the absences of somebody are; of oneself without an id. */
export const absencesPath = (userId?: string) =>
  `${userId === undefined ? '/v1.0/me' : `/v1.0/users/${encodeURIComponent(userId)}`}/absences`

/** Reads of absences. Everything below `all` is fetched again after a change. */
export const absenceQueries = {
  all: ['absences'] as const,
  /** What is now and what comes, in order. @param userId whose; without it one's own. */
  coming: (userId?: string) =>
    queryOptions({
      queryKey: [...absenceQueries.all, 'coming', userId ?? 'me'],
      queryFn: async ({ signal }) => {
        const $filter = `endDateTime eq null or endDateTime gt ${new Date().toISOString()}`
        const query = { $filter, $top: maxListed }
        return (await request(AbsencePage, absencesPath(userId), { query, signal })).value
      },
    }),
  /** Who of a unit is away today. */
  awayToday: (unitId: string) =>
    queryOptions({
      queryKey: [...absenceQueries.all, 'today', unitId],
      queryFn: ({ signal }) =>
        request(AwayToday, `/v1.0/orgUnits/${encodeURIComponent(unitId)}/awayToday`, { signal }),
    }),
  /** Whom I stand in for, and who asks whether I can. */
  substitutions: () =>
    queryOptions({
      queryKey: [...absenceQueries.all, 'substitutions'],
      queryFn: async ({ signal }) =>
        (await request(SubstitutionPage, '/v1.0/me/substitutions', { query: { $top: maxListed }, signal }))
          .value,
    }),
}

/** The absence somebody is in at a moment, if any. */
export const absenceNow = (absences: readonly Absence[], now = new Date()): Absence | undefined =>
  absences.find(({ startDateTime }) => startDateTime <= now.toISOString())

/** Those one has agreed to stand in for, who are away at a moment. */
export const actingAt = (substitutions: readonly Substitution[], now = new Date()): Substitution[] =>
  substitutions.filter(
    ({ substituteStatus, startDateTime, endDateTime }) =>
      substituteStatus === 'accepted' &&
      startDateTime <= now.toISOString() &&
      (endDateTime === null || endDateTime > now.toISOString()),
  )
