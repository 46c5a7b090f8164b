import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { NewsPost, NewsPostVersion } from '#api/news-posts/contract.ts'
import type { Comparison } from '../../../components/versions/compare-versions.ts'
import { newsQueries } from '../queries.ts'

/** What is new in a must-read since its reader confirmed it (features.md N24). */
export interface Changes {
  before: NewsPostVersion
  /** The version that is out, with the editor's words about it. */
  now: NewsPostVersion
  comparison: Comparison
}

/**
 * Compares the version the reader has confirmed with the one that is out. Undefined when nothing is to be confirmed anew,
 * while it is fetched, and when it could not be: the text is then read without marks.
 */
export function useChanges(post: NewsPost): Changes | undefined {
  const queryClient = useQueryClient()
  const { id, version } = post
  const { confirmedVersion } = post.viewer
  const { data } = useQuery({
    // Not below the other news: what has been compared stays so, and once the reader has confirmed anew, the earlier
    // version is no longer the reader's to fetch.
    queryKey: ['newsPostChanges', id, confirmedVersion, version],
    queryFn: async (): Promise<Changes> => {
      const [before, now, { compareVersions }] = await Promise.all([
        queryClient.fetchQuery(newsQueries.version(id, confirmedVersion ?? 0)),
        queryClient.fetchQuery(newsQueries.version(id, version)),
        import('../../../components/versions/compare-versions.ts'),
      ])
      return { before, now, comparison: compareVersions(withBody(before), withBody(now)) }
    },
    enabled: post.permissions.canConfirm && confirmedVersion !== null,
    staleTime: Infinity,
  })
  return data
}

const withBody = ({ body = { type: 'doc' }, ...version }: NewsPostVersion) => ({ ...version, body })
