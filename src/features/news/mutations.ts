import { useMutation, useQueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'
import {
  ImportedNewsPost,
  NewsPost,
  type MarkRead,
  type NewNewsPost,
  type NewsPostPatch,
} from '#api/news-posts/contract.ts'
import { taskQueries } from '../../components/tasks/task-queries.ts'
import { ApiError, request, requestIfAny, requestNothing } from '../../lib/request.ts'
import { messageMediaType } from './message-files.ts'
import { newsQueries } from './queries.ts'

const Reminded = z.object({ value: z.int() })

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

/** Publishes a draft to its audience, or puts it on the schedule when its time is ahead. */
export function usePublishNewsPost() {
  return useNewsMutation((id: string) => request(NewsPost, `${one(id)}/publish`, { method: 'POST' }))
}

/** Sends a draft to somebody who may publish it, with a remark. */
export function useSubmitNewsPost() {
  return useNewsMutation(({ id, comment }: { id: string; comment: string }) =>
    request(NewsPost, `${one(id)}/submit`, { method: 'POST', body: { comment } }),
  )
}

/** Takes a post out of review, or off the schedule. */
export function useWithdrawNewsPost() {
  return useNewsMutation((id: string) => request(NewsPost, `${one(id)}/withdraw`, { method: 'POST' }))
}

/** Publishes what somebody else submitted; 412 when it is another text than the one that was read. */
export function useApproveNewsPost() {
  return useNewsMutation(({ id, etag }: { id: string; etag: string | undefined }) =>
    requestIfAny(NewsPost, `${one(id)}/approve`, { method: 'POST', body: {}, ifMatch: etag }),
  )
}

/** Sends a post back to its author, with the reason. */
export function useRejectNewsPost() {
  return useNewsMutation(({ id, comment }: { id: string; comment: string }) =>
    requestIfAny(NewsPost, `${one(id)}/reject`, { method: 'POST', body: { comment } }),
  )
}

/** Puts an archived post back to where it was, with its time and its confirmations. */
export const restoreNewsPost = (id: string) => request(NewsPost, `${one(id)}/restore`, { method: 'POST' })

/** Takes a published post out of the feed; it can still be read by its address. */
export function useArchiveNewsPost() {
  return useNewsMutation((id: string) => requestNothing(`${one(id)}/archive`, { method: 'POST' }))
}

/** Deletes a draft for good. That it is gone already is as good. */
export async function deleteNewsPost(id: string): Promise<void> {
  try {
    await requestNothing(one(id), { method: 'DELETE' })
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 404)) throw error
  }
}

/** How a reader came to a post, and on what. */
export type ReadingWay = z.infer<typeof MarkRead>

/** Notes that I have opened a post. What is being read stays as it is; lists are fetched again when they are next shown. */
export function useMarkNewsPostRead() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ id, way }: { id: string; way: ReadingWay }) =>
      requestNothing(`${one(id)}/markRead`, { method: 'POST', body: way }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: newsQueries.all, refetchType: 'none' }),
  })
}

/** Confirms that I have read and understood; 409 `versionChanged` when another version is out by now. */
export function useConfirmNewsPost() {
  return useNewsMutation(({ id, version }: Pick<NewsPost, 'id' | 'version'>) =>
    requestNothing(`${one(id)}/confirm`, { method: 'POST', body: { version } }),
  )
}

/** Confirms for somebody who is away, as their substitute; the log says for whom. */
export function useConfirmFor() {
  return useNewsMutation(
    ({ id, version, onBehalfOfId }: Pick<NewsPost, 'id' | 'version'> & { onBehalfOfId: string }) =>
      requestNothing(`${one(id)}/confirm`, { method: 'POST', body: { version, onBehalfOfId } }),
  )
}

/** Says that I have done what a post asks for, or that I have not after all. */
export function useSetActionDone() {
  return useNewsMutation(({ id, isDone }: { id: string; isDone: boolean }) =>
    request(NewsPost, `${one(id)}/${isDone ? 'completeAction' : 'reopenAction'}`, { method: 'POST' }),
  )
}

/** Reminds those who have not confirmed, and says how many; 409 `remindedToday` the second time in a day. */
export function useRemindReaders() {
  return useMutation({
    mutationFn: async (id: string) =>
      (await request(Reminded, `${one(id)}/remind`, { method: 'POST' })).value,
  })
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

/** A change that makes everything shown about news, and what waits for me, be fetched again. */
function useNewsMutation<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn,
    onSuccess: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: newsQueries.all }),
        queryClient.invalidateQueries({ queryKey: taskQueries.all }),
      ]),
  })
}
