/** What the feed shows. It lives in the address, so that it can be shared and survives a reload. */
export interface FeedFilter {
  /** Words searched for; empty when the feed is not searched. */
  q: string
  show: 'all' | 'unread'
}

/** The filter an address asks for; what it does not know it leaves at its usual value. */
export function feedFilterFrom(query: URLSearchParams): FeedFilter {
  return {
    q: query.get('q')?.trim() ?? '',
    show: query.get('show') === 'unread' ? 'unread' : 'all',
  }
}
