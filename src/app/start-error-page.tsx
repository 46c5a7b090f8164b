import { ApiError } from '../lib/api-error.ts'
import styles from './error-page.module.css'
import { problemOf } from './problem.ts'
import { ProblemPanel } from './problem-panel.tsx'

/** Tunet could not begin: signing in was given up, or the server was not reached. */
export function StartErrorPage({ error }: { error: unknown }) {
  const isOffline = !navigator.onLine
  const known = error instanceof ApiError ? problemOf(error) : undefined
  const isSignIn = error instanceof Error && error.name.endsWith('AuthError')
  const kind = isOffline ? 'offline' : isSignIn ? 'signedOut' : 'ours'
  return (
    <main className={styles.bare}>
      <ProblemPanel problem={known ?? { kind, requestId: '' }} />
    </main>
  )
}
