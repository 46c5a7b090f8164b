import { formatNumber } from '#src/lib/dates.ts'
import { getLocale } from '#src/lib/locale.ts'

/** What the numbers of a chart are: parts of a whole, 0 to 1, or how many. */
export type ChartUnit = 'share' | 'count'

const tags = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' }

/** «62 %» or «1 300». A share that is not nothing is never written as 0 %, nor one that is not all as 100 %. */
export function formatChartNumber(value: number, unit: ChartUnit): string {
  if (unit === 'count') return formatNumber(value)
  const isNearlyAll = value > 0.99 && value < 1
  const isNearlyNone = value > 0 && value < 0.01
  const shown = isNearlyAll ? 0.99 : isNearlyNone ? 0.01 : value
  return shown.toLocaleString(tags[getLocale()], { style: 'percent', maximumFractionDigits: 0 })
}

/** A day on the axis of a chart, short and never «i dag», since charts are printed: «16. nov.». `day` is `2026-11-16`. */
export const formatAxisDay = (day: string): string => formatUtcDay(day, 'short')

/** A day in the table of a chart: «16. november 2026». */
export const formatTableDay = (day: string): string => formatUtcDay(day, 'long')

function formatUtcDay(day: string, month: 'short' | 'long'): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString(tags[getLocale()], {
    day: 'numeric',
    month,
    timeZone: 'UTC',
    ...(month === 'long' && { year: 'numeric' }),
  })
}
