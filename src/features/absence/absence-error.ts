import { actionErrorText } from '../../components/action-error.ts'
import { m } from '../../messages/messages.js'

/** Why an absence was not registered or changed. */
export const absenceErrorText = (error: unknown): string =>
  actionErrorText(error, {
    timeOnly: m.absencePage_errorTimeOnly,
    unknownUser: m.absencePage_errorSubstitute,
    substituteIsSelf: m.absencePage_errorSubstitute,
    alreadyOver: m.absencePage_errorOver,
    absenceOver: m.absencePage_errorOver,
    endBeforeStart: m.absencePage_needLater,
    sensitiveContent: m.absencePage_errorSensitive,
    404: m.absencePage_errorGone,
  })
