import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react'
import { UndoContext } from './undo-context.ts'
import { UndoNotice } from './undo-notice.tsx'
import { createUndoOffers } from './undo-offers.ts'

/** Shows what `useUndo` offers, at the bottom of every page below it. */
export function UndoProvider({ children }: { children: ReactNode }) {
  const [offers] = useState(createUndoOffers)
  const notice = useSyncExternalStore(offers.subscribe, offers.get)

  useEffect(() => {
    const listening = new AbortController()
    const { signal } = listening
    // On phones a page that is out of sight may be ended without another word.
    const onHidden = () => document.visibilityState === 'hidden' && offers.leave()
    document.addEventListener('visibilitychange', onHidden, { signal })
    window.addEventListener('pagehide', offers.leave, { signal })
    return () => {
      listening.abort()
      offers.leave()
    }
  }, [offers])

  return (
    <UndoContext value={offers}>
      {children}
      <UndoNotice notice={notice} onAct={offers.act} onClose={offers.close} />
    </UndoContext>
  )
}
