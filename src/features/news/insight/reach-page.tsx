import { PrinterLargeIcon } from '@navikt/aksel-icons'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams, useSearchParams, type LoaderFunctionArgs } from 'react-router'
import { reachLevels } from '#api/news-insight/contract.ts'
import { formatNumber } from '../../../lib/dates.ts'
import { paths } from '../../../lib/paths.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { m } from '../../../messages/messages.js'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { TabRow } from '../../../ui/tab-row.tsx'
import { newsQueries } from '../queries.ts'
import { insightQueries, type ReachLevel } from './insight-queries.ts'
import { ChannelsChart, DaysChart, DevicesChart, UnitsChart } from './reach-charts.tsx'
import { reachSummary } from './reach-words.ts'
import styles from './insight.module.css'

const levelIn = (query: URLSearchParams): ReachLevel | undefined =>
  reachLevels.find((level) => level === query.get('by'))

export const loader = async ({ params, request }: LoaderFunctionArgs) => {
  const { id = '' } = params
  const by = levelIn(new URL(request.url).searchParams)
  await Promise.all([
    queryClient.ensureQueryData(newsQueries.detail(id)),
    queryClient.ensureQueryData(insightQueries.reach(id, by)),
  ])
  return null
}

const levelNames = {
  sector: m.newsInsight_levelSector,
  unit: m.newsInsight_levelUnit,
  department: m.newsInsight_levelDepartment,
}

/** How far a post has come, for those who answer for it: by unit, over time, by channel and device (N9, N30). */
export function Component() {
  const { id = '' } = useParams()
  const { data: post } = useSuspenseQuery(newsQueries.detail(id))
  const { data: reach } = useSuspenseQuery(insightQueries.reach(id, levelIn(useSearchParams()[0])))

  return (
    <div className={styles.page}>
      <PageHeader
        name={m.newsInsight_reachTitle()}
        above={
          <Link to={paths.newsPost(id)} className="lone-link">
            {post.title}
          </Link>
        }
        lead={reachSummary(reach)}
        actions={
          <button
            type="button"
            className={`ds-button ${styles.print}`}
            data-variant="secondary"
            onClick={() => window.print()}
          >
            <PrinterLargeIcon aria-hidden />
            {m.newsInsight_print()}
          </button>
        }
      />
      <Sheet>
        <div className={styles.levels}>
          <TabRow label={m.newsInsight_levelLabel()}>
            {reachLevels.map((level) => (
              <Link
                key={level}
                to={paths.newsPostReach(id, { by: level })}
                replace
                preventScrollReset
                aria-current={level === reach.level ? 'page' : undefined}
              >
                {levelNames[level]()}
              </Link>
            ))}
          </TabRow>
        </div>
        <UnitsChart reach={reach} />
      </Sheet>
      {reach.confirmedCount !== null && (
        <Sheet aria-labelledby="reach-confirmed">
          <h2 id="reach-confirmed">{m.newsInsight_confirmedTitle()}</h2>
          <p className={styles.text}>
            {m.newsInsight_confirmedText({
              count: formatNumber(reach.confirmedCount),
              total: formatNumber(reach.recipientCount),
            })}
          </p>
        </Sheet>
      )}
      <Sheet>
        <DaysChart reach={reach} />
      </Sheet>
      <div className={styles.pair}>
        <Sheet>
          <ChannelsChart reach={reach} />
        </Sheet>
        <Sheet>
          <DevicesChart reach={reach} />
        </Sheet>
      </div>
      <p className={styles.help}>{m.newsInsight_rounded()}</p>
    </div>
  )
}
