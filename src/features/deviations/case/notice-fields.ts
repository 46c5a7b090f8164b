import type { AuthorityNoticeContent } from '#api/deviations/contract.ts'
import { m } from '../../../messages/messages.js'

/** The checklist of GDPR art. 33(3), in its order. */
export const noticeFields = [
  'nature',
  'peopleAndRecords',
  'contact',
  'consequences',
  'measures',
] as const satisfies readonly (keyof AuthorityNoticeContent)[]

/** What each asks for. */
export const noticeFieldLabels: Record<keyof AuthorityNoticeContent, () => string> = {
  nature: m.deviation_noticeNature,
  peopleAndRecords: m.deviation_noticePeople,
  contact: m.deviation_noticeContact,
  consequences: m.deviation_noticeConsequences,
  measures: m.deviation_noticeMeasures,
}
