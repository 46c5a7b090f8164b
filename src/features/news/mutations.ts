import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ImportedNewsPost, NewsPost, type NewNewsPost, type NewsPostPatch } from '#api/news-posts/contract.ts'
import { request, requestNothing } from '../../lib/request.ts'
import { messageMediaType } from './message-files.ts'
import { newsQueries } from './queries.ts'

const posts = '/v1.0/newsPosts'
const one = (id: string) => `${posts}/${encodeURIComponent(id)}`

/** A post to change, and the version of it that was read. */
export interface NewsPostChange {
  id: string
  etag: string | undefined
  patch: NewsPostPatch
}

/** Makes a draft. */
export const createNewsPost = (body: NewNewsPost) => request(NewsPost, posts, { method: 'POST', body })

/** Changes a post; 412 when someone has changed it since it was read. */
export const changeNewsPost = ({ id, etag, patch }: NewsPostChange) =>
  request(NewsPost, one(id), {
    method: 'PATCH',
    body: patch,
    ifMatch: etag,
    headers: { Prefer: 'return=representation' },
  })

/** Publishes a draft to its audience. */
export function usePublishNewsPost() {
  return useNewsMutation((id: string) => requestNothing(`${one(id)}/publish`, { method: 'POST' }))
}

/** Takes a published post out of the feed; it can still be read by its address. */
export function useArchiveNewsPost() {
  return useNewsMutation((id: string) => requestNothing(`${one(id)}/archive`, { method: 'POST' }))
}

/** Deletes a draft for good. Its page is left at once, so the draft itself is not asked for again. */
export function useDeleteNewsPost() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => requestNothing(one(id), { method: 'DELETE' }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: newsQueries.all, refetchType: 'none' }),
  })
}

/** Notes that I have opened a post. What is being read stays as it is; lists are fetched again when they are next shown. */
export function useMarkNewsPostRead() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => requestNothing(`${one(id)}/markRead`, { method: 'POST' }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: newsQueries.all, refetchType: 'none' }),
  })
}

/** Confirms that I have read and understood; 409 `versionChanged` when another version is out by now. */
export function useConfirmNewsPost() {
  return useNewsMutation(({ id, version }: Pick<NewsPost, 'id' | 'version'>) =>
    requestNothing(`${one(id)}/confirm`, { method: 'POST', body: { version } }),
  )
}

/** Makes a draft of an e-mail, from any mail program; the file itself is sent, and the answer says what could not come along. */
export function useImportMessage() {
  return useNewsMutation((message: File) =>
    request(ImportedNewsPost, `${posts}/importMessage`, {
      method: 'POST',
      body: message,
      headers: { 'Content-Type': messageMediaType(message.name) },
    }),
  )
}

/** A change that makes everything shown about news be fetched again. */
function useNewsMutation<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: newsQueries.all }),
  })
}
