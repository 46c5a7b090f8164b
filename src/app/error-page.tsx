import { Link, useLocation, useRevalidator, useRouteError } from 'react-router'
import { paths } from '../lib/paths.ts'
import { signOut } from '../lib/session.ts'
import { m } from '../messages/messages.js'
import { problemOf } from './problem.ts'
import { ProblemPanel } from './problem-panel.tsx'
import styles from './error-page.module.css'

/** The one page for everything that stops a page from being shown. */
export function ErrorPage() {
  const problem = problemOf(useRouteError())
  const revalidator = useRevalidator()
  const { pathname } = useLocation()
  return (
    <ProblemPanel
      problem={problem}
      onRetry={() => void (problem.kind === 'signedOut' ? signOut() : revalidator.revalidate())}
      isRetrying={revalidator.state === 'loading'}
      wayOn={pathname === paths.home() ? undefined : <HomeLink />}
    />
  )
}

/** When not even the shell could be shown. */
export function BareErrorPage() {
  return (
    <main className={styles.bare}>
      <ErrorPage />
    </main>
  )
}

/** An address that is no page. */
export function NotFoundPage() {
  return <ProblemPanel problem={{ kind: 'notFound', requestId: '' }} wayOn={<HomeLink />} />
}

const HomeLink = () => (
  <Link to={paths.home()} className="ds-link lone-link">
    {m.app_toHome()}
  </Link>
)
