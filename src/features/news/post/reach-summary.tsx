import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { formatNumber } from '../../../lib/dates.ts'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { Notice } from '../../../ui/notice.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { actionErrorText } from '../action-error.ts'
import { newsQueries } from '../queries.ts'
import styles from './reach-summary.module.css'

/** How far the post has come, in three numbers. Fewer than five readers are never shown (features.md N30). */
export function ReachSummary({ id }: { id: string }) {
  const { data, error } = useQuery(newsQueries.reach(id))
  if (error !== null && data === undefined) return <Notice tone="danger">{actionErrorText(error)}</Notice>
  if (data === undefined) return null
  const { readCount, recipientCount, devices, emailsSpared } = data
  const onPhone = devices.find(({ device }) => device === 'phone')?.readCount ?? null
  const rows = [
    {
      name: m.newsPost_reachRead(),
      value:
        readCount === null
          ? m.newsPost_reachHidden()
          : m.newsPost_reachOf({ count: formatNumber(readCount), total: formatNumber(recipientCount) }),
    },
    {
      name: m.newsPost_reachPhone(),
      value:
        onPhone === null || readCount === null || readCount === 0
          ? m.newsPost_reachHidden()
          : `${Math.round((100 * onPhone) / readCount)} %`,
    },
    { name: m.newsPost_reachSpared(), value: formatNumber(emailsSpared) },
  ]
  return (
    <Sheet aria-labelledby="reach-title">
      <h2 id="reach-title" className={styles.heading}>
        {m.newsPost_reach()}
      </h2>
      <dl className={styles.numbers}>
        {rows.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.why}>{m.newsPost_reachWhy()}</p>
      <Link to={paths.newsPostReach(id)} className="lone-link">
        {m.newsPost_reachMore()}
      </Link>
    </Sheet>
  )
}
