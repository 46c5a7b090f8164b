import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { CallBackMessage, type NewCallBackMessage } from '#api/call-back-messages/contract.ts'
import { subscribeToLive } from '../../lib/live.ts'
import { page, request } from '../../lib/request.ts'
import { m } from '../../messages/messages.js'
import { useUndo } from '../../ui/undo-context.ts'

const MessagePage = page(CallBackMessage)
const path = '/v1.0/callBackMessages'
const pageSize = 20

/** What to list: those for somebody (and those they stand in for), those somebody took, or all one may see. */
export type CallBackScope = { to: readonly string[] } | { takenBy: string } | 'all'

const filterOf = (scope: CallBackScope, state: CallBackMessage['state']) => {
  const parts = [`state eq '${state}'`]
  if (scope !== 'all' && 'to' in scope) {
    parts.push(`(${scope.to.map((id) => `recipient/id eq ${id}`).join(' or ')})`)
  }
  if (scope !== 'all' && 'takenBy' in scope) parts.push(`createdBy/id eq ${scope.takenBy}`)
  return parts.join(' and ')
}

/** Reads of messages. Everything below `all` is fetched again after a change. */
export const callBackQueries = {
  all: ['callBackMessages'] as const,
  /** Open ones, the nearest deadline first; or answered ones, the last first. A page at a time. */
  list: (scope: CallBackScope, state: CallBackMessage['state']) =>
    infiniteQueryOptions({
      queryKey: [...callBackQueries.all, scope, state],
      queryFn: ({ pageParam, signal }) => request(MessagePage, pageParam, { signal }),
      initialPageParam: `${path}?${new URLSearchParams({
        $filter: filterOf(scope, state),
        $orderby: state === 'open' ? 'dueDate,createdDateTime' : 'answeredDateTime desc',
        $top: String(pageSize),
        $count: 'true',
      }).toString()}`,
      getNextPageParam: (last) => last['@odata.nextLink'],
    }),
}

/** Fetches again when somebody takes, answers or reopens a message for me, while the page is open. */
export function useLiveCallBacks(): void {
  const queryClient = useQueryClient()
  useEffect(
    () =>
      subscribeToLive(({ topic }) => {
        if (topic.startsWith('callBackMessage.')) {
          void queryClient.invalidateQueries({ queryKey: callBackQueries.all })
        }
      }),
    [queryClient],
  )
}

/** Takes a message for somebody. */
export function useTakeMessage() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: NewCallBackMessage) => request(CallBackMessage, path, { method: 'POST', body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: callBackQueries.all }),
  })
}

const act = (id: string, action: 'answer' | 'reopen') =>
  request(CallBackMessage, `${path}/${id}/${action}`, { method: 'POST' })

/** Says that somebody has been rung back, and offers to take it back. */
export function useAnswerMessage() {
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const refresh = () => queryClient.invalidateQueries({ queryKey: callBackQueries.all })
  return useMutation({
    mutationFn: ({ id }: CallBackMessage) => act(id, 'answer'),
    onSuccess: ({ id, callerName }) => {
      offerUndo({
        text: m.callBack_answeredNow({ name: callerName }),
        undo: async () => {
          await act(id, 'reopen')
          await refresh()
        },
      })
      return refresh()
    },
    // Somebody else may have done it.
    onError: refresh,
  })
}

/** The caller is still to be rung. */
export function useReopenMessage() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ id }: CallBackMessage) => act(id, 'reopen'),
    onSettled: () => queryClient.invalidateQueries({ queryKey: callBackQueries.all }),
  })
}
