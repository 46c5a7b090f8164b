import type { NewsPost } from '#api/news-posts/contract.ts'
import { m } from '../../../messages/messages.js'
import { Notice } from '../../../ui/notice.tsx'
import { actionErrorText } from '../action-error.ts'
import type { useConfirmFor } from '../mutations.ts'
import styles from './asked-yard.module.css'

interface ConfirmForProps {
  post: NewsPost
  confirmFor: ReturnType<typeof useConfirmFor>
}

/** A must-read of somebody who is away lands with the substitute, who confirms it for them (features.md N25). */
export function ConfirmFor({ post, confirmFor: { mutate, isPending, error } }: ConfirmForProps) {
  return (
    <>
      <p>{m.newsPost_confirmForWhy()}</p>
      {error !== null && (
        <Notice tone="danger" role="alert">
          {actionErrorText(error)}
        </Notice>
      )}
      {post.viewer.mustConfirmFor?.map(({ id, displayName }) => (
        <button
          key={id}
          type="button"
          className={`ds-button ${styles.main}`}
          data-variant="secondary"
          aria-busy={isPending}
          onClick={
            isPending ? undefined : () => mutate({ id: post.id, version: post.version, onBehalfOfId: id })
          }
        >
          {m.newsPost_confirmFor({ name: displayName })}
        </button>
      ))}
    </>
  )
}
