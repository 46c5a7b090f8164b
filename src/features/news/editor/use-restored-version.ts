import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { m } from '../../../messages/messages.js'
import { useUndo, type Withdraw } from '../../../ui/undo-context.ts'
import { newsQueries } from '../queries.ts'
import type { PostForm } from './post-form.ts'

interface RestoredVersion {
  postId: string | undefined
  /** The version chosen in the history; undefined when none was. */
  version: number | undefined
  form: PostForm
  /** Puts a text into the editor. */
  onText: (text: Pick<PostForm, 'title' | 'lead' | 'body'>) => void
}

/**
 * Takes the text of an earlier version into the editor, once. Nothing is out before the author publishes it, and what
 * was there can be put back.
 */
export function useRestoredVersion({ postId, version, form, onText }: RestoredVersion): void {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const { offerUndo } = useUndo()
  const withdraw = useRef<Withdraw>(undefined)

  const restore = useEffectEvent(async (id: string, number: number) => {
    const before = { title: form.title, lead: form.lead, body: form.body }
    const { title, lead, body } = await queryClient.fetchQuery(newsQueries.version(id, number))
    onText({ title, lead, body: body ?? before.body })
    withdraw.current = offerUndo({
      text: m.newsEditor_restored({ version: number }),
      undo: async () => onText(before),
    })
    // Or a reload would bring it back over what is written from now on.
    await navigate(pathname, { replace: true, state: null })
  })

  useEffect(() => {
    if (postId !== undefined && version !== undefined) void restore(postId, version)
  }, [postId, version])
  // What is gone with the page cannot be put back into it.
  useEffect(() => () => withdraw.current?.(), [])
}
