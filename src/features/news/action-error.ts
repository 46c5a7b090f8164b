import { actionErrorText as errorText } from '../../components/action-error.ts'
import { m } from '../../messages/messages.js'

/** Why something that was asked for with news did not happen, in words for the person who asked. */
export const actionErrorText = (error: unknown): string =>
  errorText(error, {
    alreadyPublished: m.news_errorAlreadyPublished,
    notPublished: m.news_errorNotPublished,
    hasBeenPublished: m.news_errorHasBeenPublished,
    versionChanged: m.news_confirmVersionChanged,
    403: m.news_errorForbidden,
    404: m.news_errorGone,
    409: m.news_errorConflict,
    412: m.news_errorConflict,
    413: m.news_errorTooLarge,
    422: m.news_errorIncomplete,
  })
