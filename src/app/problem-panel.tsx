import type { ReactNode } from 'react'
import { Button } from '@digdir/designsystemet-react'
import { ArrowsCirclepathIcon } from '@navikt/aksel-icons'
import {
  app_crashText,
  app_crashTitle,
  app_errorCode,
  app_forbiddenText,
  app_forbiddenTitle,
  app_notFoundText,
  app_notFoundTitle,
  app_offlinePageText,
  app_offlineTitle,
  app_oursText,
  app_oursTitle,
  app_outdatedText,
  app_outdatedTitle,
  app_reload,
  app_signIn,
  app_signInAgainText,
  app_signInAgainTitle,
  app_tryAgain,
} from '../messages/messages.js'
import { PageTitle } from '../ui/page-title.tsx'
import { Sheet } from '../ui/sheet.tsx'
import css from './error-page.module.css'
import type { Problem } from './problem.ts'

interface ProblemPanelProps {
  problem: Problem
  /** Fetches again; without it, trying again loads the page anew. */
  onRetry?: () => void
  isRetrying?: boolean
  /** A link to somewhere that works. */
  wayOn?: ReactNode
}

/** What went wrong, whose fault it is, and what can be done about it. */
export function ProblemPanel({ problem, onRetry, isRetrying, wayOn }: ProblemPanelProps) {
  const { title, text, retry } = wordsFor(problem.kind)
  const mustReload = problem.kind === 'crash' || problem.kind === 'outdated' || problem.kind === 'signedOut'
  return (
    <Sheet className={css.panel}>
      <PageTitle name={title} />
      <p className={css.text}>{text}</p>
      {problem.requestId && (
        <p className={css.code}>
          {app_errorCode()} <code>{problem.requestId}</code>
        </p>
      )}
      <div className={css.actions}>
        {retry && (
          <Button
            variant="secondary"
            loading={isRetrying}
            onClick={mustReload || !onRetry ? () => location.reload() : onRetry}
          >
            <ArrowsCirclepathIcon aria-hidden fontSize="1.5rem" />
            {retry}
          </Button>
        )}
        {wayOn}
      </div>
    </Sheet>
  )
}

/** The texts of screens.md §4. Trying again is offered only where it can help. */
function wordsFor(kind: Problem['kind']): { title: string; text: string; retry?: string } {
  switch (kind) {
    case 'notFound':
      return { title: app_notFoundTitle(), text: app_notFoundText() }
    case 'forbidden':
      return { title: app_forbiddenTitle(), text: app_forbiddenText() }
    case 'signedOut':
      return { title: app_signInAgainTitle(), text: app_signInAgainText(), retry: app_signIn() }
    case 'offline':
      return { title: app_offlineTitle(), text: app_offlinePageText(), retry: app_tryAgain() }
    case 'ours':
      return { title: app_oursTitle(), text: app_oursText(), retry: app_tryAgain() }
    case 'outdated':
      return { title: app_outdatedTitle(), text: app_outdatedText(), retry: app_reload() }
    case 'crash':
      return { title: app_crashTitle(), text: app_crashText(), retry: app_reload() }
  }
}
