import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { NewsPost, NewsPostConfirmation, type Audience } from '#api/news-posts/contract.ts'
import { page, request } from '../../lib/request.ts'
import type { FeedFilter } from './feed/feed-filter.ts'

const NewsPostPage = page(NewsPost)
const ConfirmationPage = page(NewsPostConfirmation)
const RecipientCount = z.object({ value: z.int() })

const posts = '/v1.0/newsPosts'
const pageSize = 20
/** Most must-reads and drafts shown at once; a person with more has the first of them. */
const maxListed = 50
/** People fetched at a time for the author's panel. */
const peopleShown = 20
/** Words of a search that count; the rest cannot make it better. */
const maxSearchWords = 10

/** Reads of news. Everything below `all` is fetched again after a change. */
export const newsQueries = {
  all: ['newsPosts'] as const,
  /** Published posts that reach me, newest first. */
  feed: ({ q, show }: FeedFilter) =>
    infiniteQueryOptions({
      queryKey: [...newsQueries.all, 'feed', { q, show }],
      queryFn: ({ pageParam, signal }) => request(NewsPostPage, pageParam, { signal }),
      initialPageParam: withQuery(posts, {
        $top: String(pageSize),
        $filter: show === 'unread' ? 'viewer/isRead eq false' : undefined,
        $search: searchClauses(q),
      }),
      getNextPageParam: (last) => last['@odata.nextLink'],
      // New posts are offered by a button; the list must not move while someone reads it.
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    }),
  /** Must-reads I have not confirmed in their present version, the nearest deadline first. */
  waiting: () =>
    queryOptions({
      queryKey: [...newsQueries.all, 'waiting'],
      queryFn: async ({ signal }) => {
        const query = { $filter: 'viewer/mustConfirm eq true', $top: maxListed }
        const { value } = await request(NewsPostPage, posts, { query, signal })
        return value.toSorted(byDeadline)
      },
    }),
  /** Drafts I wrote or answer for, the one changed last first. */
  drafts: () =>
    queryOptions({
      queryKey: [...newsQueries.all, 'drafts'],
      queryFn: async ({ signal }) => {
        const query = {
          $filter: "state eq 'draft'",
          $orderby: 'lastModifiedDateTime desc',
          $top: maxListed,
        }
        return (await request(NewsPostPage, '/v1.0/me/newsPosts', { query, signal })).value
      },
    }),
  /** What someone has written and put out, the newest first. */
  publishedBy: (authorId: string) =>
    queryOptions({
      queryKey: [...newsQueries.all, 'publishedBy', authorId],
      queryFn: async ({ signal }) => {
        const query = {
          $filter: `state eq 'published' and author/id eq ${authorId}`,
          $orderby: 'publishedDateTime desc',
          $top: maxListed,
        }
        return (await request(NewsPostPage, '/v1.0/me/newsPosts', { query, signal })).value
      },
    }),
  /** How many published posts I have not opened. */
  unreadCount: () =>
    queryOptions({
      queryKey: [...newsQueries.all, 'unreadCount'],
      queryFn: ({ signal }) =>
        request(z.int(), `${posts}/$count`, { query: { $filter: 'viewer/isRead eq false' }, signal }),
    }),
  /** One post, with its text. */
  detail: (id: string) =>
    queryOptions({
      queryKey: [...newsQueries.all, 'detail', id],
      queryFn: ({ signal }) => request(NewsPost, `${posts}/${encodeURIComponent(id)}`, { signal }),
      // A newer edition is offered by a button; the text must not change while someone reads it.
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    }),
  /** Both lists of confirmations of a post. */
  confirmationsOf: (id: string) => [...newsQueries.all, 'confirmations', id] as const,
  /** Who has confirmed the present version, or who has not. */
  confirmations: (id: string, isCurrent: boolean) =>
    infiniteQueryOptions({
      queryKey: [...newsQueries.confirmationsOf(id), isCurrent],
      queryFn: ({ pageParam, signal }) => request(ConfirmationPage, pageParam, { signal }),
      initialPageParam: withQuery(`${posts}/${encodeURIComponent(id)}/confirmations`, {
        $filter: `isCurrent eq ${isCurrent}`,
        $count: 'true',
        $top: String(peopleShown),
      }),
      getNextPageParam: (last) => last['@odata.nextLink'],
    }),
  /** How many employees an audience reaches, each counted once. */
  recipients: (audience: Audience) =>
    queryOptions({
      queryKey: [...newsQueries.all, 'recipients', audience],
      queryFn: async ({ signal }) => {
        const options = { method: 'POST', body: audience, signal } as const
        return (await request(RecipientCount, `${posts}/countRecipients`, options)).value
      },
      placeholderData: (previous) => previous,
    }),
}

/** A post without a deadline comes last; of two with the same, the older first. */
function byDeadline(a: NewsPost, b: NewsPost): number {
  const deadlines = (a.confirmBy ?? '9999').localeCompare(b.confirmBy ?? '9999')
  return deadlines || (a.publishedDateTime ?? '').localeCompare(b.publishedDateTime ?? '')
}

/**
 * Each word as its own clause, in double quotes so that none is read as an operator. Undefined when there
 * is no word to search for.
 */
function searchClauses(text: string): string | undefined {
  const words = text.match(/[\p{L}\p{N}][^\s"\\]*/gu)?.slice(0, maxSearchWords)
  return words?.map((word) => `"${word}"`).join(' AND ')
}

function withQuery(path: string, query: Record<string, string | undefined>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return `${path}?${new URLSearchParams(given).toString()}`
}
