import { type ChartUnit, formatChartNumber, formatTableDay } from './chart-number.ts'

/** A row of bars that may not be shown, and why, in words: «Skjult fordi færre enn 5 har lest.». */
export interface HiddenBar {
  label: string
  /** Beside the name: «Færre enn 5 svar». */
  note?: string
  hiddenReason: string
}

/** One bar. */
export interface Bar {
  label: string
  /** Beside the name: «26 ansatte». */
  note?: string
  value: number
  hiddenReason?: undefined
}

/** A bar of several parts, one for each series, in the same order. */
export interface StackedBar {
  label: string
  note?: string
  /** Shares of the whole, 0 to 1. */
  shares: number[]
  hiddenReason?: undefined
}

/** What a part of a stacked bar means. The colours have no judgement in them: `gran` is green, `rust` is brick red. */
export interface Series {
  label: string
  tone: 'gran' | 'grey' | 'rust'
}

/** A value on a day, `2026-11-16`. */
export interface DayValue {
  day: string
  value: number
}

/** The table of a chart: what the chart draws, in words and numbers. */
export interface ChartTable {
  /** What the table shows, and of whom. */
  caption: string
  /** Names of the columns; the first is of the rows' names. */
  columns: string[]
  rows: ChartRow[]
}

/** A row: its name, and a text for each further column. */
export interface ChartRow {
  label: string
  cells: string[]
}

interface BarTableWords {
  caption: string
  /** Names the labels: «Enhet». */
  labelColumn: string
  /** Names the notes: «Ansatte». Left out when the bars have none. */
  noteColumn?: string
}

/** The table of a `BarChart`. */
export function barTable(
  bars: (Bar | HiddenBar)[],
  words: BarTableWords & { valueColumn: string; unit: ChartUnit },
): ChartTable {
  return tableOf(bars, words, [words.valueColumn], ({ value }) => [formatChartNumber(value, words.unit)])
}

/** The table of a `StackedBarChart`. */
export function stackedBarTable(
  bars: (StackedBar | HiddenBar)[],
  series: Series[],
  words: BarTableWords,
): ChartTable {
  const columns = series.map(({ label }) => label)
  return tableOf(bars, words, columns, ({ shares }) =>
    series.map((_, index) => formatChartNumber(shares[index] ?? 0, 'share')),
  )
}

/** The table of a `LineChart`. */
export function lineTable(
  points: DayValue[],
  words: { caption: string; dayColumn: string; valueColumn: string; unit: ChartUnit },
): ChartTable {
  return {
    caption: words.caption,
    columns: [words.dayColumn, words.valueColumn],
    rows: points.map(({ day, value }) => ({
      label: formatTableDay(day),
      cells: [formatChartNumber(value, words.unit)],
    })),
  }
}

function tableOf<Shown extends { label: string; note?: string; hiddenReason?: undefined }>(
  bars: (Shown | HiddenBar)[],
  { caption, labelColumn, noteColumn }: BarTableWords,
  columns: string[],
  cellsOf: (bar: Shown) => string[],
): ChartTable {
  return {
    caption,
    columns: [labelColumn, ...columns, ...(noteColumn === undefined ? [] : [noteColumn])],
    rows: bars.map((bar) => {
      const values = isHidden(bar) ? [bar.hiddenReason, ...columns.slice(1).map(() => '')] : cellsOf(bar)
      return { label: bar.label, cells: noteColumn === undefined ? values : [...values, bar.note ?? ''] }
    }),
  }
}

/** Whether the numbers of a bar are kept back. */
export const isHidden = (bar: { hiddenReason?: string }): bar is HiddenBar => bar.hiddenReason !== undefined
