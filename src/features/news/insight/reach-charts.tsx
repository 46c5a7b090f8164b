import type { NewsPostReach } from '#api/news-insight/contract.ts'
import { BarChart } from '../../../components/chart/bar-chart.tsx'
import { barTable, isHidden, lineTable, type Bar } from '../../../components/chart/chart-data.ts'
import { formatChartNumber } from '../../../components/chart/chart-number.ts'
import { ChartWithTable } from '../../../components/chart/chart-with-table.tsx'
import { LineChart } from '../../../components/chart/line-chart.tsx'
import { m } from '../../../messages/messages.js'
import { channelBars, deviceBars, unitBars } from './reach-words.ts'

/** The share of each unit that has read. */
export function UnitsChart({ reach }: { reach: NewsPostReach }) {
  const bars = unitBars(reach)
  const shown = bars.filter((bar): bar is Bar => !isHidden(bar))
  const most = shown.toSorted((a, b) => b.value - a.value)[0]
  const hiddenCount = bars.length - shown.length
  const summary = [
    m.newsInsight_unitsSummary(),
    most && m.newsInsight_unitsMost({ name: most.label, share: formatChartNumber(most.value, 'share') }),
    hiddenCount > 0 && m.newsInsight_unitsHidden({ count: hiddenCount }),
  ]
  return (
    <ChartWithTable
      id="news.reach.units"
      title={m.newsInsight_unitsTitle()}
      summary={summary.filter(Boolean).join(' ')}
      table={barTable(bars, {
        caption: m.newsInsight_unitsTitle(),
        labelColumn: m.newsInsight_unitColumn(),
        valueColumn: m.newsInsight_shareColumn(),
        noteColumn: m.newsInsight_peopleColumn(),
        unit: 'share',
      })}
      empty={<p>{m.newsInsight_noRecipients()}</p>}
    >
      <BarChart bars={bars} unit="share" />
    </ChartWithTable>
  )
}

/** How many had read by the end of each day. Days before the fifth reader are left out. */
export function DaysChart({ reach }: { reach: NewsPostReach }) {
  const points = reach.days.flatMap(({ date, readCount }) =>
    readCount === null ? [] : [{ day: date, value: readCount }],
  )
  return (
    <ChartWithTable
      id="news.reach.days"
      title={m.newsInsight_daysTitle()}
      summary={m.newsInsight_daysSummary()}
      table={lineTable(points, {
        caption: m.newsInsight_daysTitle(),
        dayColumn: m.newsInsight_dayColumn(),
        valueColumn: m.newsInsight_countColumn(),
        unit: 'count',
      })}
      empty={<p>{m.newsInsight_noDays()}</p>}
    >
      <LineChart points={points} unit="count" />
    </ChartWithTable>
  )
}

/** Where readers came from, each counted once (features.md N9). */
export function ChannelsChart({ reach }: { reach: NewsPostReach }) {
  const bars = channelBars(reach)
  return (
    <ChartWithTable
      id="news.reach.channels"
      title={m.newsInsight_channelsTitle()}
      summary={m.newsInsight_channelsSummary()}
      table={barTable(bars, {
        caption: m.newsInsight_channelsTitle(),
        labelColumn: m.newsInsight_channelColumn(),
        valueColumn: m.newsInsight_countColumn(),
        unit: 'count',
      })}
      empty={<p>{m.newsInsight_noDays()}</p>}
    >
      <BarChart bars={bars} unit="count" />
    </ChartWithTable>
  )
}

/** What they read on. */
export function DevicesChart({ reach }: { reach: NewsPostReach }) {
  const bars = deviceBars(reach)
  return (
    <ChartWithTable
      id="news.reach.devices"
      title={m.newsInsight_devicesTitle()}
      summary={m.newsInsight_devicesSummary()}
      table={barTable(bars, {
        caption: m.newsInsight_devicesTitle(),
        labelColumn: m.newsInsight_deviceColumn(),
        valueColumn: m.newsInsight_countColumn(),
        unit: 'count',
      })}
      empty={<p>{m.newsInsight_noDays()}</p>}
    >
      <BarChart bars={bars} unit="count" />
    </ChartWithTable>
  )
}
