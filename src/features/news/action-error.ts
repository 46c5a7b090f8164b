import { ApiError } from '../../lib/request.ts'
import { m } from '../../messages/messages.js'

/** Why something that was asked for did not happen, in words for the person who asked. */
export function actionErrorText(error: unknown): string {
  if (!(error instanceof ApiError)) return m.news_errorOurs({ requestId: '–' })
  if (error.code === 'offline') return m.news_errorOffline()
  if (error.code === 'network') return m.news_errorNetwork()
  if (error.status === 403) return m.news_errorForbidden()
  if (error.status === 404) return m.news_errorGone()
  if (error.status === 409) return m.news_errorConflict()
  if (error.status === 429) return m.news_errorTooMany()
  return m.news_errorOurs({ requestId: error.requestId })
}
