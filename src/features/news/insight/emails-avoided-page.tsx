import { useSuspenseQuery } from '@tanstack/react-query'
import type { EmailsAvoided } from '#api/news-insight/contract.ts'
import { BarChart } from '../../../components/chart/bar-chart.tsx'
import { barTable } from '../../../components/chart/chart-data.ts'
import { ChartWithTable } from '../../../components/chart/chart-with-table.tsx'
import { formatNumber } from '../../../lib/dates.ts'
import type { PageHandle } from '../../../lib/page-handle.ts'
import { paths } from '../../../lib/paths.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { m } from '../../../messages/messages.js'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { insightQueries } from './insight-queries.ts'
import { monthName } from './month-name.ts'
import styles from './insight.module.css'

export const handle: PageHandle = { backTo: paths.home() }

export const loader = async () => {
  await queryClient.ensureQueryData(insightQueries.emailsAvoided())
  return null
}

/** The all-staff e-mail that news has taken the place of, and who still sends it (features.md N21). */
export function Component() {
  const { data } = useSuspenseQuery(insightQueries.emailsAvoided())
  return (
    <div className={styles.page}>
      <PageHeader
        name={m.newsInsight_avoidedTitle()}
        title={thisMonth(data)}
        above={m.newsInsight_avoidedTitle()}
        lead={m.newsInsight_avoidedLead()}
      />
      <Sheet>
        <Months months={data.months} />
      </Sheet>
      <Sheet>
        <Mailers units={data.unitsStillMailing} />
      </Sheet>
    </div>
  )
}

function thisMonth({ months }: EmailsAvoided): string {
  const last = months.at(-1)
  if (last === undefined) return m.newsInsight_avoidedTitle()
  const month = monthName(last.month)
  return last.emailCount === 0
    ? m.newsInsight_avoidedNone({ month })
    : m.newsInsight_avoidedThisMonth({ month, count: formatNumber(last.emailCount) })
}

function Months({ months }: Pick<EmailsAvoided, 'months'>) {
  // Nothing is told of the time before Tunet was there.
  const first = months.findIndex(({ postCount }) => postCount > 0)
  const shown = first === -1 ? months.slice(-1) : months.slice(first)
  const bars = shown.toReversed().map(({ month, emailCount, postCount }) => ({
    label: monthName(month, { withYear: true }),
    note: postCount === 1 ? m.newsInsight_post() : m.newsInsight_posts({ count: formatNumber(postCount) }),
    value: emailCount,
  }))
  const sum = (of: 'emailCount' | 'postCount') =>
    formatNumber(months.reduce((total, month) => total + month[of], 0))
  return (
    <ChartWithTable
      id="news.emailsAvoided.months"
      title={m.newsInsight_monthsTitle()}
      summary={m.newsInsight_monthsSummary({ emails: sum('emailCount'), posts: sum('postCount') })}
      table={barTable(bars, {
        caption: m.newsInsight_monthsTitle(),
        labelColumn: m.newsInsight_monthColumn(),
        valueColumn: m.newsInsight_emailsColumn(),
        noteColumn: m.newsInsight_postsColumn(),
        unit: 'count',
      })}
      empty={null}
    >
      <BarChart bars={bars} unit="count" />
    </ChartWithTable>
  )
}

function Mailers({ units }: { units: EmailsAvoided['unitsStillMailing'] }) {
  const bars = units.map(({ displayName, messageCount, emailCount }) => ({
    label: displayName || m.newsInsight_unknownSender(),
    note:
      messageCount === 1
        ? m.newsInsight_message()
        : m.newsInsight_messages({ count: formatNumber(messageCount) }),
    value: emailCount,
  }))
  return (
    <ChartWithTable
      id="news.emailsAvoided.units"
      title={m.newsInsight_mailersTitle()}
      summary={m.newsInsight_mailersSummary()}
      table={barTable(bars, {
        caption: m.newsInsight_mailersTitle(),
        labelColumn: m.newsInsight_unitColumn(),
        valueColumn: m.newsInsight_emailsColumn(),
        noteColumn: m.newsInsight_messagesColumn(),
        unit: 'count',
      })}
      empty={<p>{m.newsInsight_mailersEmpty()}</p>}
    >
      <BarChart bars={bars} unit="count" />
    </ChartWithTable>
  )
}
