import { scaleLinear, scaleUtc } from 'd3-scale'
import { area, line } from 'd3-shape'
import type { DayValue } from './chart-data.ts'
import { type ChartUnit, formatAxisDay, formatChartNumber } from './chart-number.ts'
import styles from './line-chart.module.css'

interface LineChartProps {
  /** In order of time, one for each day. */
  points: DayValue[]
  unit: ChartUnit
}

const timeOf = (day: string) => new Date(`${day}T00:00:00Z`)
const dayOf = (time: Date) => time.toISOString().slice(0, 10)

/**
 * A value over time: an area under a line, the last value written at its end. A share is drawn on 0 to 100 %. The drawing is
 * stretched and the words lie over it, so nothing has to be measured and print fits the paper. For the eye alone, in a
 * `ChartWithTable`.
 */
export function LineChart({ points, unit }: LineChartProps) {
  const first = points[0]
  const last = points.at(-1)
  if (first === undefined || last === undefined) return null
  const most = Math.max(1, ...points.map(({ value }) => value))
  const y =
    unit === 'share' ? scaleLinear([0, 1], [100, 0]).clamp(true) : scaleLinear([0, most], [100, 0]).nice(3)
  const x = scaleUtc([timeOf(first.day), timeOf(last.day)], [0, 100])
  const left = (point: DayValue) => (points.length === 1 ? 50 : x(timeOf(point.day)))
  const top = ({ value }: DayValue) => y(value)
  const shape = area<DayValue>(left, 100, top)(points) ?? ''
  const stroke = line<DayValue>(left, top)(points) ?? ''
  return (
    <div className={styles.chart}>
      <div className={styles.plot}>
        {y.ticks(unit === 'share' ? 2 : 3).map((value) => (
          <div key={value} className={styles.level} style={{ insetBlockStart: `${y(value)}%` }}>
            <span>{formatChartNumber(value, unit)}</span>
          </div>
        ))}
        <div className={styles.drawing}>
          <svg viewBox="0 0 100 100" preserveAspectRatio="none">
            <path className={styles.area} d={shape} />
            <path className={styles.line} d={stroke} />
          </svg>
          <div
            className={styles.end}
            style={{ insetInlineStart: `${left(last)}%`, insetBlockStart: `${top(last)}%` }}
          >
            <strong data-side={top(last) < 20 ? 'below' : 'above'}>
              {formatChartNumber(last.value, unit)}
            </strong>
          </div>
          {axisDays(points, x).map(({ day, place }) => (
            <span
              key={day}
              className={styles.day}
              data-edge={place < 8 ? 'start' : place > 92 ? 'end' : undefined}
              style={{ insetInlineStart: `${place}%` }}
            >
              {formatAxisDay(day)}
            </span>
          ))}
        </div>
      </div>
    </div>
  )
}

/** Most days named along the axis: more do not fit on a phone. */
const mostDays = 4

/** A few days along the axis, in even steps. */
function axisDays(points: DayValue[], x: ReturnType<typeof scaleUtc<number, number>>) {
  if (points.length === 1) return points.map(({ day }) => ({ day, place: 50 }))
  const days = [...new Set(x.ticks(mostDays - 1).map(dayOf))]
  const every = Math.ceil(days.length / mostDays)
  return days
    .filter((_, index) => index % every === 0)
    .map((day) => ({ day, place: x(timeOf(day)) }))
    .filter(({ place }) => place >= 0 && place <= 100)
}
