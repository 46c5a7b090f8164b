import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { paths } from '../../lib/paths.ts'
import { m } from '../../messages/messages.js'
import { handoversQuery } from './handover-query.ts'

/** Leads to what came from colleagues who left; draws nothing when nothing did. */
export function HandoversLink() {
  const { data } = useInfiniteQuery(handoversQuery)
  if (!data?.count) return null
  return (
    <Link to={paths.handovers()} className="lone-link">
      {m.handover_link({ count: data.count })}
    </Link>
  )
}
