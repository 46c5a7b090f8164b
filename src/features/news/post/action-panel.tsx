import { CheckmarkIcon } from '@navikt/aksel-icons'
import { useEffect, useRef } from 'react'
import type { NewsPost } from '#api/news-posts/contract.ts'
import { m } from '../../../messages/messages.js'
import { Notice } from '../../../ui/notice.tsx'
import { actionErrorText } from '../action-error.ts'
import { Deadline } from '../../../ui/deadline.tsx'
import type { useSetActionDone } from '../mutations.ts'
import styles from './asked-yard.module.css'

interface ActionPanelProps {
  post: NewsPost
  setDone: ReturnType<typeof useSetActionDone>
  /** Something else on the page comes first. */
  isSecond: boolean
}

/** What the post asks its reader to do, and the way to say that it is done (features.md N23). */
export function ActionPanel({ post, setDone, isSecond }: ActionPanelProps) {
  const { mutate, isPending, isSuccess, error, variables } = setDone
  const { actionRequired } = post
  // The button that had the focus is gone when it was taken back.
  const button = useRef<HTMLButtonElement>(null)
  const isReopened = isSuccess && variables.isDone === false
  useEffect(() => {
    if (isReopened) button.current?.focus()
  }, [isReopened])
  if (actionRequired === null) return null
  return (
    <>
      {actionRequired.dueDate !== null && (
        <p>
          <Deadline day={actionRequired.dueDate} />
        </p>
      )}
      {error !== null && (
        <Notice tone="danger" role="alert">
          {actionErrorText(error)}
        </Notice>
      )}
      <output className="ds-sr-only">{isReopened && m.newsPost_undone()}</output>
      <button
        ref={button}
        type="button"
        className={`ds-button ${styles.main}`}
        data-color="accent"
        data-variant={isSecond ? 'secondary' : 'primary'}
        aria-busy={isPending}
        onClick={isPending ? undefined : () => mutate({ id: post.id, isDone: true })}
      >
        <CheckmarkIcon aria-hidden />
        {m.newsPost_doNow()}
      </button>
    </>
  )
}
