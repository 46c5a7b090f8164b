import { createContext, useContext } from 'react'

/** Something that has been done and can be taken back. */
export interface UndoOffer {
  /** What happened, in words: «Bildet er fjernet». */
  text: string
  /** Takes it back. What it throws is told, with the way to try again. */
  undo: () => Promise<void>
}

/** Something that cannot be taken back once it is done, so it waits until the time to regret is over. */
export interface DelayedAction {
  /** What happens, told as done: «Kommentaren er slettet». */
  text: string
  /** Does it. What it throws is told, with the way to try again. */
  run: () => Promise<void>
  /** The person regretted in time: shows again what was hidden. */
  onRegret: () => void
}

/** Takes a notice away before its time, with nothing undone; a delayed action is then done at once. */
export type Withdraw = () => void

export interface Undo {
  /** Shows a notice with «Angre» for ten seconds. A new one takes the place of the old, whose action then stands. */
  offerUndo: (offer: UndoOffer) => Withdraw
  /** The same, for what is only done when the notice is gone, or when the page is left. */
  delay: (action: DelayedAction) => Withdraw
}

export const UndoContext = createContext<Undo | undefined>(undefined)

/** Offers to take back what was done. @throws when there is no `UndoProvider` above. */
export function useUndo(): Undo {
  const undo = useContext(UndoContext)
  if (undo === undefined) throw new Error('useUndo needs an UndoProvider above it.')
  return undo
}
