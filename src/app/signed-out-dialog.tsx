import { useState } from 'react'
import { Button } from '@digdir/designsystemet-react'
import { signInAgain, signInByLeaving, type SignInAgain } from '../lib/session.ts'
import { useIsSignedOut } from '../lib/signed-out.ts'
import { m } from '../messages/messages.js'
import { Modal } from '../ui/modal.tsx'
import { Notice } from '../ui/notice.tsx'

/** Over the page, which stays as it is: signing in happens in a window of its own, and then one goes on. */
export function SignedOutDialog() {
  const isSignedOut = useIsSignedOut()
  const [outcome, setOutcome] = useState<SignInAgain>('done')
  const isBlocked = outcome === 'blocked'

  return (
    <Modal
      isOpen={isSignedOut}
      title={m.app_signedOutTitle()}
      actions={
        <>
          <Button onClick={() => void signInAgain().then(setOutcome)}>{m.app_signIn()}</Button>
          {isBlocked && (
            <Button variant="secondary" onClick={() => void signInByLeaving()}>
              {m.app_signInHere()}
            </Button>
          )}
        </>
      }
    >
      <p>{m.app_signedOutText()}</p>
      {outcome !== 'done' && (
        <Notice tone="warning" role="alert">
          {isBlocked ? m.app_signInBlocked() : m.app_signInFailed()}
        </Notice>
      )}
    </Modal>
  )
}
