import { newsPostImportances } from '#api/news-posts/contract.ts'

/**
 * What the feed shows. It lives in the address, so that it can be shared and survives a reload. The names of the filters
 * are those of `feed-filters.ts`, which is only fetched by those who filter.
 */
export interface FeedFilter {
  /** Words searched for; empty when the feed is not searched. */
  q: string
  show: 'all' | 'unread' | 'archive'
  /** Id of a unit: what it sends, and what is sent to it. */
  unit: string | undefined
  importance: (typeof newsPostImportances)[number] | undefined
  /** Only what asks something of me. */
  action: boolean
}

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The filter an address asks for; what it does not know it leaves at its usual value. */
export function feedFilterFrom(query: URLSearchParams): FeedFilter {
  const show = query.get('show')
  const unit = query.get('unit') ?? ''
  return {
    q: query.get('q')?.trim() ?? '',
    show: show === 'unread' || show === 'archive' ? show : 'all',
    unit: idPattern.test(unit) ? unit.toLowerCase() : undefined,
    importance: newsPostImportances.find((known) => known === query.get('importance')),
    action: query.get('action') === 'true',
  }
}

/** How many filters are set, beside the tabs and the search. */
export const countFilters = ({ unit, importance, action }: FeedFilter): number =>
  Number(unit !== undefined) + Number(importance !== undefined) + Number(action)

/** The filter as the API takes it; undefined when everything is shown. */
export function filterClauses({ show, unit, importance, action }: FeedFilter): string | undefined {
  const clauses = [
    show === 'unread' && 'viewer/isRead eq false',
    unit && `(responsibleUnit/id eq ${unit} or audience/orgUnitIds/any(one: one eq ${unit}))`,
    importance && `importance eq '${importance}'`,
    action && 'viewer/requiresAction eq true',
  ].filter((clause) => typeof clause === 'string')
  return clauses.length === 0 ? undefined : clauses.join(' and ')
}
