import { Button } from '@digdir/designsystemet-react'
import { useIsOnline } from '../../../lib/online.ts'
import { m } from '../../../messages/messages.js'
import { Notice } from '../../../ui/notice.tsx'
import { actionErrorText } from '../action-error.ts'
import type { SaveState } from './post-saver.ts'

interface SaveProblemProps {
  state: SaveState
  /** Why a step, such as publishing, was not taken; null when none was tried or it went well. */
  error: Error | null
  onRetry: () => void
}

/**
 * Why what is written is not saved or not out. It is kept in this browser meanwhile, and that is said. An
 * identity number is said at its field, so that the page does not move while someone writes.
 */
export function SaveProblem({ state, error, onRetry }: SaveProblemProps) {
  const isOnline = useIsOnline()
  if (state.phase === 'held') {
    return (
      <Notice
        tone="warning"
        title={m.newsEditor_unsent()}
        actions={
          <Button variant="secondary" onClick={onRetry}>
            {m.newsEditor_saveNow()}
          </Button>
        }
      >
        {isOnline ? m.newsEditor_heldWhat() : m.newsEditor_unsentOffline()}
      </Notice>
    )
  }
  if (state.phase === 'failed') {
    return (
      <Notice
        tone="danger"
        role="alert"
        title={m.news_notSavedTitle()}
        actions={
          <Button variant="secondary" onClick={onRetry}>
            {m.news_tryAgain()}
          </Button>
        }
      >
        {actionErrorText(state.error)} {m.news_keptHere()}
      </Notice>
    )
  }
  if (error !== null) {
    return (
      <Notice tone="danger" role="alert" title={m.newsEditor_stepFailed()}>
        {actionErrorText(error)}
      </Notice>
    )
  }
  return null
}
