import { queryOptions } from '@tanstack/react-query'
import { NewsEditor } from '#api/news-editors/contract.ts'
import { EmailsAvoided, NewsPostReach, type reachLevels } from '#api/news-insight/contract.ts'
import { page, request } from '../../../lib/request.ts'
import { newsQueries } from '../queries.ts'

const NewsEditorPage = page(NewsEditor)

/** What reach is counted by. */
export type ReachLevel = (typeof reachLevels)[number]

/** Reads of figures on news, and of who may publish. */
export const insightQueries = {
  /** How far a post has come; without a level the API chooses the narrowest that has more than one. */
  reach: (id: string, by: ReachLevel | undefined) =>
    queryOptions({
      queryKey: [...newsQueries.all, 'reach', id, by ?? ''],
      queryFn: ({ signal }) =>
        request(NewsPostReach, `/v1.0/newsPosts/${encodeURIComponent(id)}/reach`, { query: { by }, signal }),
    }),
  emailsAvoided: () =>
    queryOptions({
      queryKey: [...newsQueries.all, 'emailsAvoided'],
      queryFn: ({ signal }) => request(EmailsAvoided, '/v1.0/newsPosts/emailsAvoided', { signal }),
    }),
  /** Everybody who is named to publish, by unit and name. */
  editors: () =>
    queryOptions({
      queryKey: ['newsEditors'],
      queryFn: async ({ signal }) => {
        const editors: NewsEditor[] = []
        let next: string | undefined = '/v1.0/newsEditors?$top=100'
        while (next !== undefined) {
          const answer: { value: NewsEditor[]; '@odata.nextLink'?: string | undefined } = await request(
            NewsEditorPage,
            next,
            { signal },
          )
          editors.push(...answer.value)
          next = answer['@odata.nextLink']
        }
        return editors
      },
    }),
}
