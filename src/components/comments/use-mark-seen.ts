import { useEffect, useRef } from 'react'
import type { Comment } from '#api/comments/contract.ts'
import type { RichTextNode } from '#api/rich-text/contract.ts'
import { useQueryClient } from '@tanstack/react-query'
import { requestNothing } from '../../lib/request.ts'
import { taskQueries } from '../tasks/task-queries.ts'

/**
 * Notes that the viewer has seen what was waiting in a thread: the answers to what one asked, and one's mentions.
 * @param answersPath the viewer's unseen answers: `/v1.0/me/newsQuestions`.
 */
export function useMarkSeen(comments: readonly Comment[], viewerId: string, answersPath: string) {
  const queryClient = useQueryClient()
  const noted = useRef(new Set<string>())
  useEffect(() => {
    const seen = comments.flatMap((comment) => {
      const { id, isAnswered, viewer, body } = comment
      const waitedFor = isAnswered && (viewer.isAuthor || viewer.asksSame)
      const mentioned = !viewer.isAuthor && mentions(body?.content, viewerId)
      return [
        ...(waitedFor ? [`${answersPath}/${id}/markSeen`] : []),
        ...(mentioned ? [`/v1.0/me/mentions/${id}/markSeen`] : []),
      ]
    })
    for (const path of seen) {
      if (noted.current.has(path)) continue
      noted.current.add(path)
      // Nothing is lost when it is not noted: it waits on the list until the next time.
      requestNothing(path, { method: 'POST' }).then(
        () => queryClient.invalidateQueries({ queryKey: taskQueries.all }),
        () => undefined,
      )
    }
  }, [comments, viewerId, answersPath, queryClient])
}

const mentions = (nodes: readonly RichTextNode[] = [], userId: string): boolean =>
  nodes.some(({ type, attrs, content }) =>
    type === 'mention' ? attrs?.id === userId : mentions(content, userId),
  )
