import { createSignal, useSignal } from './signal.ts'

const online = createSignal(typeof navigator === 'undefined' || navigator.onLine)

if (typeof window !== 'undefined') {
  window.addEventListener('online', () => online.set(true))
  window.addEventListener('offline', () => online.set(false))
}

/** Whether this device says it has a network; true does not promise that the server is reached. */
export const useIsOnline = (): boolean => useSignal(online)

/** Resolves at once when online, else when the network is back, or when `signal` is aborted. */
export function whenOnline(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (online.get() || signal.aborted) return resolve()
    const stop = online.subscribe(done)
    signal.addEventListener('abort', done, { once: true })
    function done() {
      stop()
      signal.removeEventListener('abort', done)
      resolve()
    }
  })
}
