import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { OrgUnit } from '#api/org-units/contract.ts'
import { Absence } from '#api/absences/contract.ts'
import { UnitWeek } from '#api/reachability/contract.ts'
import { Favorite } from '#api/favorites/contract.ts'
import { PersonProtection, User, UserProfile } from '#api/users/contract.ts'
import { ApiError, page, request } from '../../lib/request.ts'

/** What a list shows of a person. */
export const Colleague = z.pick(User, {
  id: true,
  displayName: true,
  givenName: true,
  jobTitle: true,
  department: true,
  orgUnitId: true,
  mobilePhone: true,
  businessPhones: true,
  responsibilities: true,
  hasPhoto: true,
})
export type Colleague = z.infer<typeof Colleague>

/** What a list on paper has of a person. */
export const PrintedColleague = z.pick(User, {
  id: true,
  displayName: true,
  jobTitle: true,
  department: true,
  mail: true,
  mobilePhone: true,
  businessPhones: true,
})
export type PrintedColleague = z.infer<typeof PrintedColleague>

const ColleaguePage = page(Colleague)
const PrintedPage = page(PrintedColleague)
const UnitPage = page(OrgUnit)
const users = '/v1.0/users'
const units = '/v1.0/orgUnits'
/** People fetched at a time: the first screens are there at once, the rest comes as one scrolls. */
const pageSize = 50
/** Most people shown of one's own unit before one has searched. */
const maxNear = 12
/** Most reports or units listed at once; more than any leader has. */
const maxListed = 200
/** Most favourites shown before one has searched. */
const maxFavoritesShown = 50
/** Most of the coming absences that are read. */
const maxAbsences = 5
/** More levels than any municipality has; ends the walk should the tree ever go in a ring. */
const maxDepth = 20
/** Most people fetched at once for paper, and printed at all: some forty sheets. */
const maxPage = 500
const maxPrinted = 2000
const $select = Object.keys(Colleague.shape).join(',')
/** Those who have left can be seen by some, and reached by nobody. */
const isEmployed = 'accountEnabled eq true'

/** Reads of people. All below `users` is fetched again when a person has changed. */
export const colleagueQueries = {
  all: ['users'] as const,
  /** Those who fit the text, the best first; what was found before stays until then. */
  search: (text: string) =>
    infiniteQueryOptions({
      queryKey: [...colleagueQueries.all, 'found', text],
      queryFn: async ({ pageParam, signal }) => ({
        ...(await request(ColleaguePage, pageParam, { signal })),
        text,
      }),
      initialPageParam: withQuery(users, {
        $search: quoted(text),
        $filter: isEmployed,
        $select,
        $top: String(pageSize),
        $count: 'true',
      }),
      getNextPageParam: (last) => last['@odata.nextLink'],
      placeholderData: keepPreviousData,
    }),
  /** Some of those with their main position in a unit, and how many there are. */
  near: (unitId: string) =>
    queryOptions({
      queryKey: [...colleagueQueries.all, 'near', unitId],
      queryFn: async ({ signal }) => {
        const query = {
          $filter: `${isEmployed} and orgUnitId eq ${unitId}`,
          $select,
          $top: maxNear,
          $count: true,
        }
        const { value, '@odata.count': count = value.length } = await request(ColleaguePage, users, {
          query,
          signal,
        })
        return { people: value, count }
      },
    }),
  /** Who leads somebody; null for the one on top. */
  manager: (id: string) =>
    queryOptions({
      queryKey: [...colleagueQueries.all, 'manager', id],
      queryFn: ({ signal }) =>
        noneAsNull(request(Colleague, `${users}/${id}/manager`, { query: { $select }, signal })),
    }),
  /** Whom somebody leads. */
  reports: (id: string) =>
    queryOptions({
      queryKey: [...colleagueQueries.all, 'reports', id],
      queryFn: async ({ signal }) => {
        const query = { $select, $top: maxListed }
        return (await request(ColleaguePage, `${users}/${id}/directReports`, { query, signal })).value
      },
    }),
  detail: (id: string) =>
    queryOptions({
      queryKey: [...colleagueQueries.all, 'detail', id],
      queryFn: ({ signal }) => request(UserProfile, `${users}/${encodeURIComponent(id)}`, { signal }),
    }),
  /** Those the viewer keeps at hand. */
  favorites: () =>
    queryOptions({
      queryKey: [...colleagueQueries.all, 'favorites'],
      queryFn: async ({ signal }) => {
        const { value: kept } = await request(page(Favorite), '/v1.0/me/favorites', {
          query: { $top: maxFavoritesShown },
          signal,
        })
        if (kept.length === 0) return []
        const $filter = `${isEmployed} and id in (${kept.map(({ id }) => id).join(',')})`
        const query = { $filter, $select, $top: maxFavoritesShown }
        return (await request(ColleaguePage, users, { query, signal })).value
      },
    }),
  /** When somebody is away from now on, the next first. */
  absences: (id: string) =>
    queryOptions({
      queryKey: [...colleagueQueries.all, 'absences', id],
      queryFn: async ({ signal }) => {
        const query = { $top: maxAbsences, $orderby: 'startDateTime' }
        return (await request(page(Absence), `${users}/${id}/absences`, { query, signal })).value
      },
    }),
  /** What is hidden of somebody and why, for HR; null when nothing is. Not kept. */
  protection: (id: string) =>
    queryOptions({
      queryKey: [...colleagueQueries.all, 'protection', id],
      queryFn: ({ signal }) => noneAsNull(request(PersonProtection, `${users}/${id}/protection`, { signal })),
      gcTime: 0,
    }),
}

/** Reads of the organisation; the same key as the pickers of units use. */
export const unitQueries = {
  all: ['orgUnits'] as const,
  detail: (id: string) =>
    queryOptions({
      queryKey: [...unitQueries.all, 'detail', id],
      queryFn: ({ signal }) => request(OrgUnit, `${units}/${encodeURIComponent(id)}`, { signal }),
    }),
  /** The units directly below one, or the top of the tree. */
  below: (id: string | null) =>
    queryOptions({
      queryKey: [...unitQueries.all, 'below', id],
      queryFn: async ({ signal }) => {
        const query = { $filter: `parentId eq ${id}`, $top: maxListed }
        return (await request(UnitPage, units, { query, signal })).value
      },
    }),
  /** The units from the top of the tree down to one, that one last. */
  path: (id: string) =>
    queryOptions({
      queryKey: [...unitQueries.all, 'path', id],
      queryFn: async ({ client }) => {
        const path: OrgUnit[] = []
        for (let next: string | null = id; next !== null && path.length < maxDepth;) {
          const unit: OrgUnit = await client.ensureQueryData(unitQueries.detail(next))
          path.unshift(unit)
          next = unit.parentId
        }
        return path
      },
    }),
  /** Those with a position in the unit itself, by name. */
  people: (id: string) =>
    infiniteQueryOptions({
      queryKey: [...colleagueQueries.all, 'unit', id],
      queryFn: ({ pageParam, signal }) => request(ColleaguePage, pageParam, { signal }),
      initialPageParam: withQuery(`${units}/${encodeURIComponent(id)}/members`, {
        $select,
        $top: String(pageSize),
        $count: 'true',
      }),
      getNextPageParam: (last) => last['@odata.nextLink'],
    }),
  /** Who is away on seven days from a day, and where nobody is there for them. Fetched again with absences. */
  week: (id: string, startDate: string) =>
    queryOptions({
      queryKey: ['absences', 'week', id, startDate],
      queryFn: ({ signal }) =>
        request(UnitWeek, `${units}/${encodeURIComponent(id)}/week`, { query: { startDate }, signal }),
    }),
  /** Everybody in a unit, to be printed; in those below it too, if so asked. */
  everyone: (id: string, isWhole: boolean) =>
    queryOptions({
      queryKey: [...colleagueQueries.all, 'everyone', id, isWhole],
      queryFn: async ({ signal }) => {
        const people: PrintedColleague[] = []
        const list = isWhole ? 'transitiveMembers' : 'members'
        const query = { $select: Object.keys(PrintedColleague.shape).join(','), $top: String(maxPage) }
        let next: string | undefined = withQuery(`${units}/${encodeURIComponent(id)}/${list}`, query)
        while (next !== undefined && people.length < maxPrinted) {
          const found: z.infer<typeof PrintedPage> = await request(PrintedPage, next, { signal })
          people.push(...found.value)
          next = found['@odata.nextLink']
        }
        return { people, isAll: next === undefined }
      },
    }),
}

/** A `$search` clause: the whole of it in double quotes, so that no word is read as an operator. */
const quoted = (text: string) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`

function withQuery(path: string, query: Record<string, string>): string {
  return `${path}?${new URLSearchParams(query).toString()}`
}

async function noneAsNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null
    throw error
  }
}
