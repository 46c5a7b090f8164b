import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { NewsPost } from '#api/news-posts/contract.ts'
import { paths } from '../../../lib/paths.ts'
import { ApiError } from '../../../lib/request.ts'
import {
  useApproveNewsPost,
  usePublishNewsPost,
  useRejectNewsPost,
  useSubmitNewsPost,
  useWithdrawNewsPost,
} from '../mutations.ts'
import { isContentChanged, type PostForm } from './post-form.ts'
import type { ChangeOfPublished, PostSaver } from './post-saver.ts'
import type { Step } from './post-steps.ts'

/** What is asked before a step is taken. */
export type StepDialog = { kind: 'submit' | 'reject' } | { kind: 'change'; step: Step }

/** Steps that need the post saved as it is written. */
const unsaved: ReadonlySet<Step> = new Set(['withdraw', 'reject'])

/**
 * Takes the steps of a post: saves what is written, asks what has to be asked, and goes on to the post when it is out.
 * @param isReady says whether everything is in place for a step, and shows the author what is not.
 */
export function usePostSteps(saver: PostSaver, form: PostForm, isReady: (step: Step) => boolean) {
  const navigate = useNavigate()
  const [dialog, setDialog] = useState<StepDialog>()
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  const publish = usePublishNewsPost()
  const submit = useSubmitNewsPost()
  const withdraw = useWithdrawNewsPost()
  const approve = useApproveNewsPost()
  const reject = useRejectNewsPost()

  /** Takes a step when everything is in place, after asking what has to be asked. */
  async function take(step: Step): Promise<void> {
    if (!isReady(step)) return
    const { post } = saver
    const isNewVersion = post !== undefined && post.version > 0 && isContentChanged(form, saver.saved)
    if (step === 'submit' || step === 'reject') setDialog({ kind: step })
    else if (isNewVersion && !unsaved.has(step)) setDialog({ kind: 'change', step })
    else await carryOut(step)
  }

  /** Takes it, with what was said about it: a remark, or the kind of change. */
  async function carryOut(step: Step, remark = '', change?: ChangeOfPublished): Promise<void> {
    setBusy(true)
    setError(null)
    try {
      const saved = unsaved.has(step) ? saver.post : await saver.save(change)
      if (saved === undefined) return
      const done = await runners[step](saved, remark)
      if (step === 'save') return
      // A reviewer may have lost sight of the post by deciding on it.
      if (done === undefined) void navigate(paths.home())
      else if (done.state === 'published' || !done.permissions.canEdit) void navigate(paths.newsPost(done.id))
      else saver.adopt(done)
    } catch (reason) {
      await onRefused(reason)
    } finally {
      setBusy(false)
      setDialog(undefined)
    }
  }

  async function onRefused(reason: unknown): Promise<void> {
    const { post } = saver
    try {
      if (!(reason instanceof ApiError && reason.status === 412) || post === undefined) throw reason
      await saver.meet(post.id)
    } catch (cause) {
      setError(cause instanceof Error ? cause : new Error('unknown', { cause }))
    }
  }

  const keep = async (post: NewsPost) => post
  const runners: Record<Step, (post: NewsPost, remark: string) => Promise<NewsPost | undefined>> = {
    save: keep,
    saveChange: keep,
    publish: ({ id }) => publish.mutateAsync(id),
    schedule: ({ id }) => publish.mutateAsync(id),
    publishAgain: ({ id }) => publish.mutateAsync(id),
    withdraw: ({ id }) => withdraw.mutateAsync(id),
    approve: ({ id, '@odata.etag': etag }) => approve.mutateAsync({ id, etag }),
    submit: ({ id }, comment) => submit.mutateAsync({ id, comment }),
    reject: ({ id }, comment) => reject.mutateAsync({ id, comment }),
  }

  return {
    take: (step: Step) => void take(step),
    carryOut: (step: Step, remark?: string, change?: ChangeOfPublished) =>
      void carryOut(step, remark, change),
    dialog,
    closeDialog: () => setDialog(undefined),
    isBusy,
    error,
  }
}
