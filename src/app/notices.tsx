import { Button } from '@digdir/designsystemet-react'
import { useIsOnline } from '../lib/online.ts'
import { useIsUpdated } from '../lib/version.ts'
import { m } from '../messages/messages.js'
import { Notice } from '../ui/notice.tsx'
import styles from './notices.module.css'

/** What is said above every page: no network, and that a newer Tunet is in place. Neither gets in the way. */
export function Notices() {
  const isOnline = useIsOnline()
  const isUpdated = useIsUpdated()
  return (
    <div aria-live="polite" className={styles.notices}>
      {!isOnline && (
        <Notice tone="warning" title={m.app_offlineTitle()}>
          {m.app_offlineText()}
        </Notice>
      )}
      {isUpdated && isOnline && (
        <Notice
          tone="info"
          actions={
            <Button variant="secondary" onClick={() => location.reload()}>
              {m.app_reload()}
            </Button>
          }
        >
          {m.app_updated()}
        </Notice>
      )}
    </div>
  )
}
