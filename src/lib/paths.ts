/** The address of every page: the only place where addresses are written. Ids are encoded here. */
export const paths = {
  home: (filter: { q?: string; show?: 'unit' | 'unread' } = {}) => withQuery('/', filter),
  newNewsPost: () => '/news/new',
  newsPost: (id: string) => `/news/${encodeURIComponent(id)}`,
  editNewsPost: (id: string) => `/news/${encodeURIComponent(id)}/edit`,
  me: () => '/me',
}

function withQuery(path: string, query: Record<string, string | undefined>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`
}
