import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { formatNumber } from '../../../lib/dates.ts'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { insightQueries } from './insight-queries.ts'

/** «Denne måneden har Tunet spart 3 420 e-poster», and the way to the figures. Nothing before there is something to tell. */
export function EmailsAvoidedLine() {
  const { data } = useQuery(insightQueries.emailsAvoided())
  const count = data?.months.at(-1)?.emailCount ?? 0
  if (count === 0) return null
  return (
    <Link to={paths.emailsAvoided()} className="lone-link">
      {m.newsInsight_avoidedLine({ count: formatNumber(count) })}
    </Link>
  )
}
