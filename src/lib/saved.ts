/** A choice kept in this browser. Storage may be closed (private windows, policies): then nothing is kept. */
export function readSaved(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

/** Keeps a choice in this browser, or forgets it when `value` is undefined. */
export function writeSaved(key: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
  } catch {
    // Nothing is lost but the memory of the choice.
  }
}
