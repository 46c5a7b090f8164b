import * as z from 'zod/mini'
import { effects } from '../corrective-actions/contract.ts'
import { deviationCategories, reporterVisibilities } from '../deviations/contract.ts'
import { OrgUnitReference } from '../org-units/contract.ts'

/** Fewest cases behind a number shown to those who do not lead the unit. */
export const minStatisticsCount = 5

/** A number of cases; null when it is of fewer than five and not the viewer's to see, or would give one such away. */
const CaseCount = z.nullable(z.int())

/**
 * `GET /v1.0/deviations/statistics?from=2026-01-01&to=2026-12-31&orgUnitId=…&category=…&severity=…`, all optional (the last
 * 365 days, all). Days in Europe/Oslo, both included, by when it was reported. For all staff numbers of five or more; exact
 * for units one leads, for the quality adviser and the kommunedirektør. Shielded, merged and rejected ones are not counted.
 */
export const DeviationStatistics = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  /** Every number is exact: the viewer leads, or is quality adviser. */
  isExact: z.boolean(),
  total: CaseCount,
  openCount: CaseCount,
  overdueCount: CaseCount,
  closedCount: CaseCount,
  byOrgUnit: z.array(z.object({ orgUnit: OrgUnitReference, count: CaseCount })),
  byCategory: z.array(z.object({ category: z.enum(deviationCategories), count: CaseCount })),
  bySeverity: z.array(z.object({ severity: z.int(), count: CaseCount })),
  /** `2026-11`; every month of the period. */
  byMonth: z.array(z.object({ month: z.string(), count: CaseCount })),
  byCause: z.array(z.object({ causeCategory: z.string(), count: CaseCount })),
  /** Median time from report to each state, in hours; null for fewer than five cases. */
  medianHoursTo: z.object({
    received: z.nullable(z.number()),
    inTreatment: z.nullable(z.number()),
    actionsInProgress: z.nullable(z.number()),
    closed: z.nullable(z.number()),
  }),
})
export type DeviationStatistics = z.infer<typeof DeviationStatistics>

/**
 * `GET /v1.0/deviations/{id}/effect`: similar cases (same unit, category, and procedure when one is named) in the 90 days before
 * the case and the 90 days after its last action (features.md Q31). For those who may evaluate it.
 */
export const DeviationEffect = z.object({
  days: z.int(),
  before: z.int(),
  after: z.int(),
  /** Whole 90 days have passed. */
  isComplete: z.boolean(),
  /** Fewer after than before: effective. Null when there is nothing to go by. */
  proposal: z.nullable(z.enum(effects)),
})
export type DeviationEffect = z.infer<typeof DeviationEffect>

const Contact = z.object({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(100)),
  phone: z.string().check(z.maxLength(20)),
  email: z.string().check(z.maxLength(200)),
})
const Days = z.int().check(z.minimum(0), z.maximum(365))

/**
 * `GET /v1.0/deviations/settings`, for everybody; `PATCH` by the quality adviser, with `If-Match`. Deadlines are practice, not law
 * (features.md §8.1).
 */
export const DeviationSettings = z.object({
  '@odata.etag': z.optional(z.string()),
  /** `named` is always one of them. */
  reporterVisibilities: z.array(z.enum(reporterVisibilities)),
  /** By severity 1–5. Working days, but hours where `receiveHours` says so. */
  deadlines: z.array(
    z.object({
      severity: z.int(),
      receiveWorkingDays: z.nullable(Days),
      receiveHours: z.nullable(z.int()),
      planWorkingDays: Days,
      completeWorkingDays: Days,
    }),
  ),
  /** Days from the last action to the review of its effect. */
  evaluateAfterDays: Days,
  /** Beyond the kommunedirektør: ordfører, leader of kontrollutvalget (Q35). */
  contacts: z.array(Contact).check(z.maxLength(10)),
  /** The card of a serious injury (Q33, aml § 5-2). */
  labourInspection: Contact,
  /** Where whistleblowing goes instead (Q34, aml kap. 2 A). */
  whistleblowing: Contact,
  permissions: z.object({ canEdit: z.boolean() }),
})
export type DeviationSettings = z.infer<typeof DeviationSettings>

/** Body of that `PATCH`. Absent is unchanged. */
export const DeviationSettingsPatch = z.strictObject({
  reporterVisibilities: z.optional(z.array(z.enum(reporterVisibilities))),
  evaluateAfterDays: z.optional(Days),
  contacts: z.optional(z.array(Contact).check(z.maxLength(10))),
  labourInspection: z.optional(Contact),
  whistleblowing: z.optional(Contact),
})
export type DeviationSettingsPatch = z.infer<typeof DeviationSettingsPatch>
