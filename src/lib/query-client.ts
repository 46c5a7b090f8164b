import { QueryClient } from '@tanstack/react-query'
import { ApiError } from './api-error.ts'

/** A read is tried once more when the network failed; a refusal is an answer and is not asked again. */
const shouldRetry = (failures: number, error: unknown) =>
  error instanceof ApiError && error.code === 'network' && failures < 1

/**
 * The cache of what the API has answered; the only one. Live events and the person's own changes invalidate
 * it, so what is a minute old need not be fetched again on every visit.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 60_000, gcTime: 10 * 60_000, retry: shouldRetry, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
})
