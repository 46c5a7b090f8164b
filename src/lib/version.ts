import * as z from 'zod/mini'
import { createSignal, useSignal } from './signal.ts'

declare const __APP_VERSION__: string

const Version = z.object({ version: z.string() })
const interval = 10 * 60_000
/** A second failure within this time is not cured by loading the page again. */
const reloadGuard = 60_000
const reloadKey = 'tunet.reloaded'

const updated = createSignal(false)

/** Whether a newer version has been put in place since this page was loaded. */
export const useIsUpdated = (): boolean => useSignal(updated)

/** Looks for a newer version when the person comes back to the page, and every ten minutes. */
export function watchVersion(): void {
  const check = () => void checkVersion()
  setInterval(check, interval)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') check()
  })
  window.addEventListener('vite:preloadError', (event) => {
    // Without a network a page that is loaded anew does not come back.
    if (navigator.onLine && reloadOnce()) event.preventDefault()
  })
}

async function checkVersion(): Promise<void> {
  if (updated.get() || document.visibilityState !== 'visible') return
  try {
    const response = await fetch('/version.json', { cache: 'no-store' })
    if (!response.ok) return
    const answer = Version.safeParse(await response.json())
    if (answer.success && answer.data.version !== __APP_VERSION__) updated.set(true)
  } catch {
    // Without a network there is nothing new to know.
  }
}

/**
 * A page whose files were replaced by a newer version cannot be opened; loading anew cures it. Returns false
 * when that was just tried, so that a file that is really missing does not make the page load for ever.
 */
function reloadOnce(): boolean {
  try {
    const last = Number(sessionStorage.getItem(reloadKey) ?? 0)
    if (Date.now() - last < reloadGuard) return false
    sessionStorage.setItem(reloadKey, String(Date.now()))
  } catch {
    return false
  }
  location.reload()
  return true
}
