import type { ReportAnswers, ReportCheck } from './contract.ts'

type Classification = NonNullable<ReportCheck['classification']>

/** Severity by what happened and how badly somebody was or could have been hurt. */
const severities: Record<ReportAnswers['happened'], Record<ReportAnswers['injury'], number>> = {
  happened: { none: 2, minor: 3, serious: 5 },
  almost: { none: 1, minor: 2, serious: 4 },
  observed: { none: 1, minor: 2, serious: 4 },
}
const kinds = { happened: 'incident', almost: 'nearMiss', observed: 'observation' } as const
/** A breach of personal data is never less than medium: somebody has to look at it before the 72 hours are over. */
const personalDataSeverity = 3

/** What three plain questions decide, so that nobody needs to know the taxonomy (features.md Q32). */
export function classify({ happened, injury, personalData }: ReportAnswers): Classification {
  const bySeverity = severities[happened][injury]
  const severity = personalData ? Math.max(bySeverity, personalDataSeverity) : bySeverity
  const isSeriousInjury = happened === 'happened' && injury === 'serious'
  const category = injury !== 'none' ? 'hse' : personalData ? 'informationSecurity' : 'serviceQuality'
  return {
    kind: kinds[happened],
    category,
    severity,
    isPersonalDataBreach: personalData,
    isSeriousInjury,
    clocks: [
      ...(personalData ? (['authority72Hours'] as const) : []),
      ...(isSeriousInjury ? (['labourInspectionAtOnce'] as const) : []),
    ],
    informs: [
      ...(category === 'hse' ? (['safetyRep'] as const) : []),
      ...(personalData ? (['dataProtection'] as const) : []),
      ...(severity === 5 ? (['chiefExecutive'] as const) : []),
    ],
  }
}
