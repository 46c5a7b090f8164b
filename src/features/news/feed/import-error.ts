import { ApiError } from '../../../lib/request.ts'
import { m } from '../../../messages/messages.js'
import { actionErrorText } from '../action-error.ts'

/** Why an e-mail could not become a draft, and what can be done about it. */
export function importErrorText(error: unknown): string {
  if (!(error instanceof ApiError)) return m.news_importErrorOurs({ requestId: '–' })
  const known = texts[error.code]
  if (known !== undefined) return known()
  if (error.status === 403 || error.status === 429 || error.status === 503) return actionErrorText(error)
  return m.news_importErrorOurs({ requestId: error.requestId })
}

const texts: Record<string, () => string> = {
  notAMessage: m.news_importErrorNotAMessage,
  mediaTypeMismatch: m.news_importErrorMismatch,
  messageTooComplex: m.news_importErrorTooComplex,
  messageEncrypted: m.news_importErrorEncrypted,
  messageEmpty: m.news_importErrorEmpty,
  contentTooLarge: m.news_importErrorTooLarge,
  offline: m.parts_errorOffline,
  network: m.parts_errorNetwork,
}
