import type { UserReference } from '#api/users/contract.ts'

/** A message that is not sent yet. */
export interface CallBackDraft {
  recipient: UserReference | null
  callerName: string
  callerPhone: string
  subject: string
}

export const emptyDraft: CallBackDraft = { recipient: null, callerName: '', callerPhone: '', subject: '' }

const keyOf = (viewerId: string) => `tunet.callBackMessage.${viewerId}`

/**
 * What this tab keeps of a message. It names somebody outside the municipality, so it goes with the tab; storage may be
 * closed, and then nothing is kept.
 */
export function readDraft(viewerId: string): CallBackDraft | undefined {
  try {
    const text = sessionStorage.getItem(keyOf(viewerId))
    // Only this module writes here.
    return text === null ? undefined : (JSON.parse(text) as CallBackDraft)
  } catch {
    return undefined
  }
}

/** Keeps what is typed until it is sent; undefined when it has been. */
export function writeDraft(viewerId: string, draft: CallBackDraft | undefined): void {
  try {
    if (draft === undefined) sessionStorage.removeItem(keyOf(viewerId))
    else sessionStorage.setItem(keyOf(viewerId), JSON.stringify(draft))
  } catch {
    // It is only lost at a reload.
  }
}
