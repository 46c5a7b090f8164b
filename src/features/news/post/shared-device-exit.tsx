import { LeaveIcon } from '@navikt/aksel-icons'
import { useSearchParams } from 'react-router'
import { signOut } from '../../../lib/session.ts'
import { m } from '../../../messages/messages.js'
import styles from './asked-yard.module.css'

/** On a screen several people use (`?device=shared` in the address): one big button that lets the next one in. */
export function SharedDeviceExit() {
  const isShared = useSearchParams()[0].get('device') === 'shared'
  if (!isShared) return null
  return (
    <section className={styles.exit} aria-labelledby="shared-device">
      <h2 id="shared-device">{m.newsPost_sharedTitle()}</h2>
      <p>{m.newsPost_sharedWhy()}</p>
      <button type="button" className="ds-button" data-color="accent" onClick={() => void signOut()}>
        <LeaveIcon aria-hidden />
        {m.newsPost_signOut()}
      </button>
    </section>
  )
}
