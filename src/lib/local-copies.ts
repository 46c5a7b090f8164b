import { createSignal, useSignal } from './signal.ts'

/** What this browser keeps of something that is not on the server. */
export interface Kept {
  writtenDateTime: string
}

/** What a person has written in this browser, by a name of its own. */
export interface LocalCopies<Copy extends Kept> {
  read: (viewerId: string, name: string) => Copy | undefined
  /** Keeps it; undefined when it is on the server, or given up. */
  write: (viewerId: string, name: string, copy: Copy | undefined) => void
  /** Everything kept for a person, the last written first. */
  list: (viewerId: string) => (Copy & { name: string })[]
  useList: (viewerId: string) => (Copy & { name: string })[]
  /** Draws anew what shows the list. */
  touch: () => void
}

/**
 * Keeps what people write in this browser, also through a restart, so that nothing written without a network is lost. It is
 * each person's own: the keys hold who. Storage may be closed (private windows, policies), and then nothing is kept.
 * @param area begins the keys: `newsPost`.
 */
export function createLocalCopies<Copy extends Kept>(area: string): LocalCopies<Copy> {
  const prefixOf = (viewerId: string) => `tunet.${area}.${viewerId}.`
  const changes = createSignal(0)
  const touch = () => changes.set(changes.get() + 1)
  if (typeof window !== 'undefined') {
    // Another tab has written.
    window.addEventListener('storage', touch)
  }

  function read(viewerId: string, name: string): Copy | undefined {
    try {
      const text = localStorage.getItem(prefixOf(viewerId) + name)
      // Only this module writes here.
      return text === null ? undefined : (JSON.parse(text) as Copy)
    } catch {
      return undefined
    }
  }

  const list = (viewerId: string) =>
    namesOf(prefixOf(viewerId))
      .flatMap((name) => {
        const copy = read(viewerId, name)
        return copy === undefined ? [] : [{ ...copy, name }]
      })
      .toSorted((a, b) => b.writtenDateTime.localeCompare(a.writtenDateTime))

  return {
    read,
    write(viewerId, name, copy) {
      try {
        const key = prefixOf(viewerId) + name
        if (copy === undefined) localStorage.removeItem(key)
        else localStorage.setItem(key, JSON.stringify(copy))
      } catch {
        // Saving to the server goes on without it.
      }
      touch()
    },
    list,
    useList(viewerId) {
      useSignal(changes)
      return list(viewerId)
    },
    touch,
  }
}

function namesOf(prefix: string): string[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length))
  } catch {
    return []
  }
}
