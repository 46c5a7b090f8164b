import { actionErrorText } from '../../components/action-error.ts'
import { m } from '../../messages/messages.js'

/** Why something with a duty did not happen. */
export const dutyErrorText = (error: unknown): string =>
  actionErrorText(error, {
    shiftOverlaps: m.duties_errorOverlap,
    sensitiveContent: m.duties_errorSensitive,
    403: m.duties_errorUnit,
    404: m.duties_errorGone,
  })
