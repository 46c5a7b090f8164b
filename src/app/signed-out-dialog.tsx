import { useState } from 'react'
import { Button } from '@digdir/designsystemet-react'
import { signInAgain, signInByLeaving, type SignInAgain } from '../lib/session.ts'
import { useIsSignedOut } from '../lib/signed-out.ts'
import {
  app_signIn,
  app_signInBlocked,
  app_signInFailed,
  app_signInHere,
  app_signedOutText,
  app_signedOutTitle,
} from '../messages/messages.js'
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
      title={app_signedOutTitle()}
      actions={
        <>
          <Button onClick={() => void signInAgain().then(setOutcome)}>{app_signIn()}</Button>
          {isBlocked && (
            <Button variant="secondary" onClick={() => void signInByLeaving()}>
              {app_signInHere()}
            </Button>
          )}
        </>
      }
    >
      <p>{app_signedOutText()}</p>
      {outcome !== 'done' && (
        <Notice tone="warning" role="alert">
          {isBlocked ? app_signInBlocked() : app_signInFailed()}
        </Notice>
      )}
    </Modal>
  )
}
