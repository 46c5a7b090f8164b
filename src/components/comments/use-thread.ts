import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import type { Comment } from '#api/comments/contract.ts'
import { subscribeToLive } from '../../lib/live.ts'
import { m } from '../../messages/messages.js'
import { useUndo } from '../../ui/undo-context.ts'
import { taskQueries } from '../tasks/task-queries.ts'
import {
  changeComment,
  deleteComment,
  removeComment,
  restoreComment,
  setSameQuestion,
} from './comment-calls.ts'
import type { CommentDeeds } from './comment-item.tsx'
import { commentQueries } from './comment-queries.ts'

/** What a thread is about. */
export interface ThreadTarget {
  /** Address in the API: `/v1.0/newsPosts/{id}`. */
  path: string
  /** The id open pages are told of. */
  id: string
}

/** The comments on one thing, kept fresh while they are looked at, and what can be done with them. */
export function useThread({ path, id }: ThreadTarget) {
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const query = useInfiniteQuery(commentQueries.thread(path))
  /** Id of what has just been deleted or removed. */
  const [takenAway, setTakenAway] = useState<string>()
  /** One's own, which may belong on a page that is not fetched yet. */
  const [sent, setSent] = useState<Comment[]>([])
  const refresh = useCallback(
    () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: commentQueries.all(path) }),
        queryClient.invalidateQueries({ queryKey: taskQueries.all }),
      ]),
    [queryClient, path],
  )

  useEffect(
    () =>
      subscribeToLive(({ topic, resourceId }) => {
        if (resourceId === id && topic.startsWith('comment.')) void refresh()
      }),
    [id, refresh],
  )

  const fetched = query.data?.pages.flatMap(({ value }) => value) ?? []
  const known = new Set(fetched.map((comment) => comment.id))
  const comments = [...fetched, ...(query.hasNextPage ? sent.filter((one) => !known.has(one.id)) : [])]
  const marks = fetched.filter(({ removal }) => removal !== null).length
  const count = (query.data?.pages[0]?.['@odata.count'] ?? 0) - marks

  async function takeAway(comment: Comment, act: () => Promise<void>, text: string) {
    await act()
    setSent((all) => all.filter((one) => one.id !== comment.id))
    setTakenAway(comment.id)
    await refresh()
    offerUndo({
      text,
      undo: async () => {
        await restoreComment(path, comment)
        await refresh()
      },
    })
  }

  /** Whatever was refused, the thread may not be what it was. */
  async function afterwards(act: () => Promise<void>) {
    try {
      await act()
    } finally {
      await refresh()
    }
  }

  const deeds: CommentDeeds = {
    change: (comment, text) => afterwards(() => changeComment(path, comment, text)),
    askSame: (comment, asks) => afterwards(() => setSameQuestion(path, comment, asks)),
    restore: (comment) => afterwards(() => restoreComment(path, comment)),
    erase: (comment) => takeAway(comment, () => deleteComment(path, comment), m.comments_deletedNotice()),
    remove: (comment, reason) =>
      takeAway(comment, () => removeComment(path, comment, reason), m.comments_removedNotice()),
  }

  return {
    query,
    comments,
    count,
    deeds,
    takenAway,
    /** Shows what has just been taken in, wherever in the thread it belongs. */
    onSent: (comment: Comment) => {
      setSent((all) => [...all, comment])
      void refresh()
    },
  }
}
