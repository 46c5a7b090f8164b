import type { ReactNode } from 'react'
import { Button } from '@digdir/designsystemet-react'
import { ArrowsCirclepathIcon } from '@navikt/aksel-icons'
import { useLocale } from '../lib/locale.ts'
import { m } from '../messages/messages.js'
import { PageTitle } from '../ui/page-title.tsx'
import { Sheet } from '../ui/sheet.tsx'
import styles from './error-page.module.css'
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
  useLocale()
  const { title, text, retry } = wordsFor(problem.kind)
  const mustReload = problem.kind === 'crash' || problem.kind === 'outdated'
  return (
    <Sheet className={styles.panel}>
      <PageTitle name={title} />
      <p className={styles.text}>{text}</p>
      {problem.requestId && (
        <p className={styles.code}>
          {m.app_errorCode()} <code>{problem.requestId}</code>
        </p>
      )}
      <div className={styles.actions}>
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
      return { title: m.app_notFoundTitle(), text: m.app_notFoundText() }
    case 'forbidden':
      return { title: m.app_forbiddenTitle(), text: m.app_forbiddenText() }
    case 'signedOut':
      return { title: m.app_signInAgainTitle(), text: m.app_signInAgainText(), retry: m.app_signInAgain() }
    case 'offline':
      return { title: m.app_offlineTitle(), text: m.app_offlinePageText(), retry: m.app_tryAgain() }
    case 'ours':
      return { title: m.app_oursTitle(), text: m.app_oursText(), retry: m.app_tryAgain() }
    case 'outdated':
      return { title: m.app_outdatedTitle(), text: m.app_outdatedText(), retry: m.app_reload() }
    case 'crash':
      return { title: m.app_crashTitle(), text: m.app_crashText(), retry: m.app_reload() }
  }
}
