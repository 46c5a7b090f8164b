import { createSignal, useSignal } from '../../../lib/signal.ts'

/** Area of the reports that wait for a network, in this browser's storage. */
export const waitingArea = 'deviationUnsent'

const changes = createSignal(0)

/** Says that a report has begun to wait. */
export const tellWaiting = () => changes.set(changes.get() + 1)

/** Whether a report waits for a network. All the shell needs to know: what sends it is only fetched then. */
export function useReportWaits(viewerId: string): boolean {
  useSignal(changes)
  try {
    return Object.keys(localStorage).some((key) => key.startsWith(`tunet.${waitingArea}.${viewerId}.`))
  } catch {
    return false
  }
}
