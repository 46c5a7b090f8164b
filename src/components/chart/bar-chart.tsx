import type { ReactNode } from 'react'
import { m } from '../../messages/messages.js'
import { type Bar, type HiddenBar, isHidden, type Series, type StackedBar } from './chart-data.ts'
import { type ChartUnit, formatChartNumber } from './chart-number.ts'
import styles from './bar-chart.module.css'

interface BarChartProps {
  bars: (Bar | HiddenBar)[]
  unit: ChartUnit
}

/** Below this part of the width a number stands beside its bar and not in it. */
const roomForNumber = 0.2

/**
 * Horizontal bars with their numbers. A share is drawn of the whole width, a count of the largest. For the eye alone:
 * show it in a `ChartWithTable`, whose table is what a screen reader reads.
 */
export function BarChart({ bars, unit }: BarChartProps) {
  const largest = Math.max(1, ...bars.map((bar) => (isHidden(bar) ? 0 : bar.value)))
  const width = (value: number) => Math.min(1, value / (unit === 'share' ? 1 : largest))
  return (
    <BarRows bars={bars}>
      {({ value }) => {
        const number = <span className={styles.number}>{formatChartNumber(value, unit)}</span>
        const isInside = width(value) >= roomForNumber
        return (
          <div className={styles.track}>
            {value > 0 && (
              <div className={styles.bar} data-tone="gran" style={{ inlineSize: percent(width(value)) }}>
                {isInside && number}
              </div>
            )}
            {!isInside && number}
          </div>
        )
      }}
    </BarRows>
  )
}

interface StackedBarChartProps {
  series: Series[]
  bars: (StackedBar | HiddenBar)[]
}

/** Bars of several parts that make a whole, with what each part means above them. Numbers stand where there is room. */
export function StackedBarChart({ series, bars }: StackedBarChartProps) {
  return (
    <>
      <div className={styles.legend}>
        {series.map(({ label, tone }) => (
          <span key={label} data-tone={tone}>
            {label}
          </span>
        ))}
        {bars.some(isHidden) && <span data-tone="hidden">{m.chart_hidden()}</span>}
      </div>
      <BarRows bars={bars}>
        {({ shares }) => (
          <div className={styles.stack}>
            {series.map(({ label, tone }, index) => {
              const share = shares[index] ?? 0
              if (share <= 0) return null
              return (
                <div key={label} className={styles.bar} data-tone={tone} style={{ flexGrow: share }}>
                  <span className={styles.number}>{formatChartNumber(share, 'share')}</span>
                </div>
              )
            })}
          </div>
        )}
      </BarRows>
    </>
  )
}

interface BarRowsProps<Shown> {
  bars: (Shown | HiddenBar)[]
  children: (bar: Shown) => ReactNode
}

function BarRows<Shown extends { label: string; note?: string; hiddenReason?: undefined }>({
  bars,
  children,
}: BarRowsProps<Shown>) {
  return bars.map((bar, index) => (
    // Two units may have the same name.
    <div key={index} className={styles.row}>
      <div className={styles.name}>
        <strong>{bar.label}</strong>
        {bar.note && <span>{bar.note}</span>}
      </div>
      {isHidden(bar) ? (
        <>
          <div className={styles.hidden} />
          <p className={styles.reason}>{bar.hiddenReason}</p>
        </>
      ) : (
        children(bar)
      )}
    </div>
  ))
}

const percent = (share: number) => `${(share * 100).toFixed(2)}%`
