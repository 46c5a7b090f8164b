import { Button } from '@digdir/designsystemet-react'
import { useIsOnline } from '../lib/online.ts'
import { useIsUpdated } from '../lib/version.ts'
import { app_offlineText, app_offlineTitle, app_reload, app_updated } from '../messages/messages.js'
import { Notice } from '../ui/notice.tsx'
import css from './notices.module.css'

/** What is said above every page: no network, and that a newer Tunet is in place. Neither gets in the way. */
export function Notices() {
  const isOnline = useIsOnline()
  const isUpdated = useIsUpdated()
  return (
    <div aria-live="polite" className={css.notices}>
      {!isOnline && (
        <Notice tone="warning" title={app_offlineTitle()}>
          {app_offlineText()}
        </Notice>
      )}
      {isUpdated && isOnline && (
        <Notice
          tone="info"
          actions={
            <Button variant="secondary" onClick={() => location.reload()}>
              {app_reload()}
            </Button>
          }
        >
          {app_updated()}
        </Notice>
      )}
    </div>
  )
}
