import { createSignal, useSignal } from '../../../lib/signal.ts'

/** Drafts that are deleted once the time to regret is over; until then they are only out of sight. */
const deleted = createSignal<ReadonlySet<string>>(new Set())

/** Hides a draft from lists, or shows it again. */
export function hideDraft(id: string, isHidden: boolean): void {
  const next = new Set(deleted.get())
  if (isHidden) next.add(id)
  else next.delete(id)
  deleted.set(next)
}

/** Ids of drafts that are not to be shown. */
export const useDeletedDrafts = (): ReadonlySet<string> => useSignal(deleted)
