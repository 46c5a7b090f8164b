import { m } from '../../../messages/messages.js'
import { Notice } from '../../../ui/notice.tsx'
import { actionErrorText } from '../action-error.ts'
import type { SaveState } from './post-saver.ts'

interface SaveProblemProps {
  state: SaveState
  /** Why it could not be published; null when it was not tried or went well. */
  error: Error | null
  onRetry: () => void
}

/**
 * Why what is written is not saved or not out. It is kept in this tab meanwhile, and that is said. An
 * identity number is said at its field, so that the page does not move while someone writes.
 */
export function SaveProblem({ state, error, onRetry }: SaveProblemProps) {
  if (state.phase === 'failed') {
    return (
      <Notice
        tone="danger"
        role="alert"
        title={m.news_notSavedTitle()}
        actions={
          <button type="button" className="ds-button" data-variant="secondary" onClick={onRetry}>
            {m.news_tryAgain()}
          </button>
        }
      >
        {actionErrorText(state.error)} {m.news_keptHere()}
      </Notice>
    )
  }
  if (error !== null) {
    return (
      <Notice tone="danger" role="alert" title={m.news_notPublishedTitle()}>
        {actionErrorText(error)}
      </Notice>
    )
  }
  return null
}
