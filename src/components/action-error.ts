import { ApiError } from '../lib/api-error.ts'
import { m } from '../messages/messages.js'

/** Texts of an area's own, by the API's code or its status: `{ alreadyAnswered: …, 404: … }`. */
export type ActionErrorTexts = Readonly<Record<string, () => string>>

/** Why something that was asked for did not happen, in words for the person who asked. @param own goes before the usual words. */
export function actionErrorText(error: unknown, own: ActionErrorTexts = {}): string {
  if (!(error instanceof ApiError)) return m.parts_errorOurs({ requestId: '–' })
  const text = own[error.code] ?? own[error.status] ?? usual[error.code] ?? usual[error.status]
  return text?.() ?? m.parts_errorOurs({ requestId: error.requestId })
}

const usual: ActionErrorTexts = {
  offline: m.parts_errorOffline,
  network: m.parts_errorNetwork,
  403: m.parts_errorForbidden,
  404: m.parts_errorGone,
  409: m.parts_errorConflict,
  412: m.parts_errorConflict,
  422: m.parts_errorIncomplete,
  429: m.parts_errorTooMany,
  503: m.parts_errorBusy,
}
