import { ApiError } from '../../lib/request.ts'
import { m } from '../../messages/messages.js'

/** Why something that was asked for did not happen, in words for the person who asked. */
export function actionErrorText(error: unknown): string {
  if (!(error instanceof ApiError)) return m.news_errorOurs({ requestId: '–' })
  if (error.code === 'offline') return m.news_errorOffline()
  if (error.code === 'network') return m.news_errorNetwork()
  if (error.status === 403) return m.news_errorForbidden()
  if (error.status === 404) return m.news_errorGone()
  const known = texts[error.code]
  if (known !== undefined) return known()
  if (error.status === 409 || error.status === 412) return m.news_errorConflict()
  if (error.status === 413) return m.news_errorTooLarge()
  if (error.status === 422) return m.news_errorIncomplete()
  if (error.status === 429) return m.news_errorTooMany()
  if (error.status === 503) return m.news_errorBusy()
  return m.news_errorOurs({ requestId: error.requestId })
}

const texts: Record<string, () => string> = {
  alreadyPublished: m.news_errorAlreadyPublished,
  notPublished: m.news_errorNotPublished,
  hasBeenPublished: m.news_errorHasBeenPublished,
  versionChanged: m.news_confirmVersionChanged,
}
