import { ApiError } from '../../lib/api-error.ts'
import { actionErrorText } from '../../components/action-error.ts'
import { m } from '../../messages/messages.js'

/** What is missing before something can be done, by the `target` of a detail of `invalidTransition`. */
const missing: Record<string, () => string> = {
  responsible: m.deviation_missingResponsible,
  causeCategory: m.deviation_missingCauseCategory,
  cause: m.deviation_missingCause,
  correctiveActions: m.deviation_missingActions,
  documentOutcome: m.deviation_missingDocumentOutcome,
  effectNote: m.deviation_missingEffectNote,
  effectiveness: m.deviation_missingEffectiveness,
  reopenWindow: m.deviation_missingReopenWindow,
  objection: m.deviation_missingObjection,
  notice: m.deviation_missingNotice,
}

/** What a code of `missingToClose`, or a target of a refusal, says in words; undefined for one not known. */
export const missingText = (code: string): string | undefined => missing[code]?.()

/** Why something with a deviation did not happen, in words for the person who asked. */
export function deviationErrorText(error: unknown): string {
  if (error instanceof ApiError && error.code === 'invalidTransition') {
    const texts = error.details.flatMap(({ target = '' }) => missingText(target) ?? [])
    return texts.length === 0 ? m.deviation_errorState() : m.deviation_errorMissing({ what: texts.join(' ') })
  }
  return actionErrorText(error, {
    sensitiveContent: m.deviation_errorSensitive,
    possibleWhistleblowing: m.deviation_errorWhistleblowing,
    visibilityNotAllowed: m.deviation_errorVisibility,
    anonymousWithFiles: m.deviation_errorAnonymousFiles,
    unknownOrgUnit: m.deviation_errorUnit,
    unknownUser: m.deviation_errorUser,
    404: m.deviation_errorGone,
    412: m.deviation_errorChanged,
    422: m.deviation_errorInvalid,
  })
}
