import { infiniteQueryOptions, keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { OwnCorrectiveAction } from '#api/corrective-actions/contract.ts'
import { DeviationEffect, DeviationSettings } from '#api/deviation-insight/contract.ts'
import { ReportCheck, SimilarDeviation, type ReportToCheck } from '#api/deviation-reports/contract.ts'
import { Deviation, DeviationMessage } from '#api/deviations/contract.ts'
import { subscribeToLive } from '../../lib/live.ts'
import { page, request } from '../../lib/request.ts'

const DeviationPage = page(Deviation)
const ActionPage = page(OwnCorrectiveAction)
const MessagePage = page(DeviationMessage)
const SimilarPage = page(SimilarDeviation)
export const deviationsPath = '/v1.0/deviations'
const pageSize = 20

/** The address of one case in the API. */
export const deviationPath = (id: string) => `${deviationsPath}/${encodeURIComponent(id)}`

/** What a list asks for: a filter and a search of the API, and the order. */
export interface ListQuery {
  filter: string | undefined
  search?: string
  orderBy: string
}

/** Reads of deviations. Everything below `all` is fetched again after a change. */
export const deviationQueries = {
  all: ['deviations'] as const,
  /** A page at a time, with how many there are. */
  list: ({ filter, search, orderBy }: ListQuery) => {
    const query = new URLSearchParams({ $orderby: orderBy, $top: String(pageSize), $count: 'true' })
    if (filter !== undefined) query.set('$filter', filter)
    if (search) query.set('$search', quoted(search))
    return infiniteQueryOptions({
      queryKey: [...deviationQueries.all, 'list', query.toString()],
      queryFn: ({ pageParam, signal }) => request(DeviationPage, pageParam, { signal }),
      initialPageParam: `${deviationsPath}?${query.toString()}`,
      getNextPageParam: (last) => last['@odata.nextLink'],
    })
  },
  /** What I am to do about deviations, also those I do not see, and what those I act for are to do. */
  ownActions: (ownerIds: readonly string[]) => {
    const owners = ownerIds.map((id) => `owner/id eq ${id}`).join(' or ')
    const query = new URLSearchParams({
      $filter: `(${owners}) and (state eq 'new' or state eq 'accepted')`,
      $top: String(pageSize),
    })
    return infiniteQueryOptions({
      queryKey: [...deviationQueries.all, 'list', 'actions', query.toString()],
      queryFn: ({ pageParam, signal }) => request(ActionPage, pageParam, { signal }),
      initialPageParam: `/v1.0/correctiveActions?${query.toString()}`,
      getNextPageParam: (last) => last['@odata.nextLink'],
    })
  },
  detail: (id: string) =>
    queryOptions({
      queryKey: [...deviationQueries.all, 'detail', id],
      queryFn: ({ signal }) => request(Deviation, deviationPath(id), { signal }),
    }),
  /** The dialogue with the reporter, the oldest first. */
  messages: (id: string) =>
    queryOptions({
      queryKey: [...deviationQueries.all, 'messages', id],
      queryFn: async ({ signal }) => {
        const { value } = await request(MessagePage, `${deviationPath(id)}/messages`, { signal })
        return value
      },
    }),
  /** Open cases that are like it. */
  similar: (id: string) =>
    queryOptions({
      queryKey: [...deviationQueries.all, 'similar', id],
      queryFn: async ({ signal }) => {
        const { value } = await request(SimilarPage, `${deviationPath(id)}/similar`, { signal })
        return value
      },
    }),
  /** How many similar ones there were before and after, for whoever reviews the effect. */
  effect: (id: string) =>
    queryOptions({
      queryKey: [...deviationQueries.all, 'effect', id],
      queryFn: ({ signal }) => request(DeviationEffect, `${deviationPath(id)}/effect`, { signal }),
    }),
  /** Deadlines, who may stay unnamed, and whom to call. */
  settings: queryOptions({
    queryKey: ['deviationSettings'],
    queryFn: ({ signal }) => request(DeviationSettings, `${deviationsPath}/settings`, { signal }),
    staleTime: 10 * 60_000,
  }),
  /** What the API makes of what is being written. Nothing is kept. */
  check: (body: ReportToCheck) =>
    queryOptions({
      queryKey: ['deviationCheck', body],
      queryFn: ({ signal }) =>
        request(ReportCheck, `${deviationsPath}/check`, { method: 'POST', body, signal }),
      placeholderData: keepPreviousData,
    }),
}

/** A `$search` clause: the whole of it in double quotes. */
const quoted = (text: string) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`

/** Fetches again when something happens to a case one sees, while the page is open. */
export function useLiveDeviations(): void {
  const queryClient = useQueryClient()
  useEffect(
    () =>
      subscribeToLive(({ topic }) => {
        if (topic.startsWith('deviation.')) {
          void queryClient.invalidateQueries({ queryKey: deviationQueries.all })
        }
      }),
    [queryClient],
  )
}
