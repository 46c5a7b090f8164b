import { infiniteQueryOptions } from '@tanstack/react-query'
import { Handover } from '#api/handovers/contract.ts'
import { page, request } from '../../lib/request.ts'

const HandoverPage = page(Handover)
const first = `/v1.0/me/handovers?${new URLSearchParams({ $count: 'true', $top: '50' }).toString()}`

/** What came to me from colleagues who left, the newest first. */
export const handoversQuery = infiniteQueryOptions({
  queryKey: ['tasks', 'handovers'],
  queryFn: ({ pageParam, signal }) => request(HandoverPage, pageParam, { signal }),
  initialPageParam: first,
  getNextPageParam: (last) => last['@odata.nextLink'],
  select: ({ pages }) => ({
    handovers: pages.flatMap(({ value }) => value),
    count: pages[0]?.['@odata.count'] ?? 0,
  }),
})
