import { getLocale } from '../../../lib/locale.ts'

const tags = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' }

/** «november», or «november 2026» with the year. `month` is `2026-11`. */
export const monthName = (month: string, { withYear = false } = {}): string =>
  new Date(`${month}-01T00:00:00Z`).toLocaleDateString(tags[getLocale()], {
    month: 'long',
    timeZone: 'UTC',
    ...(withYear && { year: 'numeric' }),
  })
