import { m } from '../../messages/messages.js'
import { Notice } from '../../ui/notice.tsx'

/** Where something should have been that could not be fetched: what, and the way to try again. */
export function FetchFailed({ text, onRetry }: { text: string; onRetry: () => void }) {
  return (
    <Notice
      tone="danger"
      role="alert"
      actions={
        <button type="button" className="ds-button" data-variant="secondary" onClick={onRetry}>
          {m.ui_tryAgain()}
        </button>
      }
    >
      {text}
    </Notice>
  )
}
