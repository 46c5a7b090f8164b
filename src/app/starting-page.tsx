import { m } from '../messages/messages.js'
import { Loading } from '../ui/loading.tsx'
import { SignedOutDialog } from './signed-out-dialog.tsx'
import styles from './starting-page.module.css'

/** The shell's shape until the first page is there, so that nothing jumps. Also here one may have to sign in again. */
export function StartingPage() {
  return (
    <>
      <div className={styles.bar} />
      <main className={styles.main} data-starting>
        <Loading label={m.app_loading()}>
          <span className={`ds-skeleton ${styles.title}`} />
          <span className={`ds-skeleton ${styles.panel}`} />
          <span className={`ds-skeleton ${styles.panel}`} />
        </Loading>
      </main>
      <SignedOutDialog />
    </>
  )
}
