import { ApiError } from '../../../lib/request.ts'
import { m } from '../../../messages/messages.js'

/** Why something was not saved, in words for the person who tried. What was written still stands. */
export function saveErrorText(error: unknown): string {
  if (!(error instanceof ApiError)) return m.profile_errorOurs()
  if (error.code === 'offline' || error.code === 'network') return m.profile_errorOffline()
  if (error.code === 'sensitiveContent') return m.parts_sensitiveFound()
  if (error.code === 'tooManyFavorites') return m.profile_errorTooManyFavorites()
  if (error.status === 403) return m.profile_errorForbidden()
  if (error.status === 404) return m.profile_gone()
  if (error.status === 413) return m.profile_errorTooLarge()
  return m.profile_errorOurs()
}
