import { createSignal, useSignal } from './signal.ts'

/**
 * Whether the person must sign in again before anything more is fetched or saved. Calls to the API wait
 * meanwhile, so nothing that was being written is lost (screens.md §4, «signed out»).
 */
const signedOut = createSignal(false)

/** Whether the person must sign in again, kept up to date in a component. */
export const useIsSignedOut = (): boolean => useSignal(signedOut)

/** Asks the person to sign in again, and resolves when that is done. */
export function waitForSignIn(): Promise<void> {
  signedOut.set(true)
  return new Promise((resolve) => {
    const stop = signedOut.subscribe(() => {
      stop()
      resolve()
    })
  })
}

/** Says that the person was signed out elsewhere, for example in another tab. */
export const markSignedOut = (): void => signedOut.set(true)

/** Lets everything that waits go on. */
export const markSignedIn = (): void => signedOut.set(false)
