import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { NewsPostPreview, NewsPostReach } from '#api/news-insight/contract.ts'
import { NewsPost, NewsPostConfirmation, NewsPostVersion, type Audience } from '#api/news-posts/contract.ts'
import { page, request } from '../../lib/request.ts'
import { countFilters, filterClauses, type FeedFilter } from './feed/feed-filter.ts'

const NewsPostPage = page(NewsPost)
const ConfirmationPage = page(NewsPostConfirmation)
const VersionPage = page(NewsPostVersion)
const RecipientCount = z.object({ value: z.int() })

const posts = '/v1.0/newsPosts'
const pageSize = 20
/** Most drafts shown at once; a person with more has the first of them. */
const maxListed = 50
/** People fetched at a time for the author's panel. */
const peopleShown = 20
/** Most versions listed of one post. */
const maxVersions = 100
/** Words of a search that count; the rest cannot make it better. */
const maxSearchWords = 10

/** Reads of news. Everything below `all` is fetched again after a change. */
export const newsQueries = {
  all: ['newsPosts'] as const,
  /** Posts that reach me: what I must confirm, what is pinned, then the newest. Or those that are out no more. */
  feed: (filter: FeedFilter) =>
    infiniteQueryOptions({
      queryKey: [...newsQueries.all, 'feed', filter],
      queryFn: ({ pageParam, signal }) => request(NewsPostPage, pageParam, { signal }),
      initialPageParam: withQuery(filter.show === 'archive' ? `${posts}/archived` : posts, {
        $top: String(pageSize),
        $filter: filterClauses(filter),
        $search: searchClauses(filter.q),
        // Only those who narrow the feed are told how much is left of it.
        $count: countFilters(filter) > 0 ? 'true' : undefined,
      }),
      getNextPageParam: (last) => last['@odata.nextLink'],
      // New posts are offered by a button; the list must not move while someone reads it.
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    }),
  /** The newest important post I have not opened, and how many there are. */
  importantUnread: () =>
    queryOptions({
      queryKey: [...newsQueries.all, 'importantUnread'],
      queryFn: async ({ signal }) => {
        const $filter = "importance eq 'important' and viewer/isRead eq false"
        const query = { $filter, $count: true, $top: 1 }
        const { value, '@odata.count': count = value.length } = await request(NewsPostPage, posts, {
          query,
          signal,
        })
        return { post: value[0], count }
      },
    }),
  /** What I wrote or answer for, or am asked to approve, that is not out: the one changed last first. */
  drafts: () =>
    queryOptions({
      queryKey: [...newsQueries.all, 'drafts'],
      queryFn: async ({ signal }) => {
        const query = {
          $filter: "state eq 'draft' or state eq 'inReview' or state eq 'scheduled'",
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
  /** The texts a post has had, without the texts themselves; the newest first. */
  versions: (id: string) =>
    queryOptions({
      queryKey: [...newsQueries.all, 'versions', id],
      queryFn: async ({ signal }) => {
        const path = `${posts}/${encodeURIComponent(id)}/versions`
        return (await request(VersionPage, path, { query: { $top: maxVersions }, signal })).value
      },
    }),
  /** One text a post has had. */
  version: (id: string, version: number) =>
    queryOptions({
      // Outside of `all`: what has been out is never written anew, and a reader who has confirmed the next one may not
      // ask for it again.
      queryKey: ['newsPostVersion', id, version],
      queryFn: ({ signal }) =>
        request(NewsPostVersion, `${posts}/${encodeURIComponent(id)}/versions/${version}`, { signal }),
      staleTime: Infinity,
    }),
  /** Whether and why a post, as saved with `etag`, would reach somebody. */
  preview: (id: string, etag: string | undefined, userId: string) =>
    queryOptions({
      queryKey: [...newsQueries.all, 'preview', id, etag, userId],
      queryFn: ({ signal }) => {
        const options = { method: 'POST', body: { userId }, signal } as const
        return request(NewsPostPreview, `${posts}/${encodeURIComponent(id)}/preview`, options)
      },
    }),
  /** How far a post has come, in numbers of people. */
  reach: (id: string) =>
    queryOptions({
      queryKey: [...newsQueries.all, 'reach', id],
      queryFn: ({ signal }) => request(NewsPostReach, `${posts}/${encodeURIComponent(id)}/reach`, { signal }),
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
