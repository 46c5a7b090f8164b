import type { Undo, Withdraw } from './undo-context.ts'

/** The notice as it is shown. */
export interface UndoNotice {
  /** Grows with each notice. */
  key: number
  text: string
  /** `failed`: undoing, or the delayed action itself, did not work and can be tried again. */
  phase: 'open' | 'busy' | 'undone' | 'failed'
  error?: unknown
}

interface Shown extends UndoNotice {
  /** What its button does. */
  work: () => Promise<void>
  /** What is said when that worked; undefined when the notice just goes. */
  ending: 'undone' | undefined
  /** What is left to do when the notice goes. */
  settle?: () => void
}

/** The one notice there can be, and what is done when it goes. */
export interface UndoOffers extends Undo {
  get: () => UndoNotice | undefined
  /** Calls `listener` at every change. @returns what ends that. */
  subscribe: (listener: () => void) => () => void
  /** «Angre» or «Prøv igjen» was pressed. */
  act: () => void
  /** The time is over, or the person closed the notice. */
  close: () => void
  /** The page is left, perhaps for good: what waits is done at once. */
  leave: () => void
}

/** Makes one without a notice. It is no part of React, since a delayed action must be done also when the page goes. */
export function createUndoOffers(): UndoOffers {
  const listeners = new Set<() => void>()
  let shown: Shown | undefined
  let lastKey = 0

  function show(next: Shown | undefined) {
    shown = next
    for (const listener of listeners) listener()
  }

  function close() {
    const gone = shown
    show(undefined)
    gone?.settle?.()
  }

  /** Shows a notice. The one before it goes, and what it told of stands. */
  function open(notice: Omit<Shown, 'key'>): Withdraw {
    close()
    const key = ++lastKey
    show({ key, ...notice })
    return () => {
      if (shown?.key === key) close()
    }
  }

  async function act() {
    if (shown === undefined || shown.phase === 'busy' || shown.phase === 'undone') return
    const busy: Shown = { ...shown, phase: 'busy', settle: undefined }
    show(busy)
    try {
      await busy.work()
    } catch (error) {
      open({ ...busy, phase: 'failed', error })
      return
    }
    if (shown === busy) show(busy.ending && { ...busy, phase: busy.ending })
  }

  return {
    get: () => shown,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    act: () => void act(),
    close,
    leave: () => {
      if (shown?.settle) close()
    },
    offerUndo: ({ text, undo }) => open({ text, phase: 'open', work: undo, ending: 'undone' }),
    delay: ({ text, run, onRegret }) =>
      open({
        text,
        phase: 'open',
        work: async () => onRegret(),
        ending: 'undone',
        settle: () => {
          run().catch((error: unknown) => {
            open({ text, phase: 'failed', error, work: run, ending: undefined })
          })
        },
      }),
  }
}
