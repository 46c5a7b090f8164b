/** The address of every page: the only place where addresses are written. Ids are encoded here. */
export const paths = {
  home: (filter: { q?: string; show?: 'unread' | 'archive'; unit?: string; importance?: string } = {}) =>
    withQuery('/', filter),
  /** `draft` is the name of one that is kept in this browser. */
  newNewsPost: (draft?: string) => withQuery('/news/new', { draft }),
  newsPost: (id: string) => `/news/${encodeURIComponent(id)}`,
  newsComment: (id: string, commentId: string) =>
    `/news/${encodeURIComponent(id)}#comment-${encodeURIComponent(commentId)}`,
  editNewsPost: (id: string) => `/news/${encodeURIComponent(id)}/edit`,
  printNewsPost: (id: string) => `/news/${encodeURIComponent(id)}/print`,
  newsPostVersions: (id: string, shown: { show?: string; from?: string; to?: string } = {}) =>
    withQuery(`/news/${encodeURIComponent(id)}/versions`, shown),
  newsPostReach: (id: string, shown: { by?: string } = {}) =>
    withQuery(`/news/${encodeURIComponent(id)}/reach`, shown),
  emailsAvoided: () => '/news/emails-avoided',
  newsEditors: () => '/news/editors',
  infoScreens: () => '/news/screens',
  absence: () => '/absence',
  /** Absence of somebody else. */
  absenceOf: (userId: string) => `/colleagues/${encodeURIComponent(userId)}/absence`,
  callBacks: (shown: { show?: string } = {}) => withQuery('/call-backs', shown),
  /** `to` is the id of whom the message is for. */
  newCallBack: (filled: { to?: string } = {}) => withQuery('/call-backs/new', filled),
  /** Those I reported, those I am to treat, or all I may see; and the filters of the list. */
  deviations: (shown: { show?: 'mine' | 'responsible' | 'all'; state?: string } = {}) =>
    withQuery('/deviations', shown),
  /** `procedure` is the title of one it is a breach of; `draft` the name of a report kept in this browser. */
  newDeviation: (filled: { procedure?: string; version?: string; section?: string; draft?: string } = {}) =>
    withQuery('/deviations/new', filled),
  /** Thanks for one just reported. */
  deviationSent: () => '/deviations/sent',
  /** What I am to do about deviations. */
  correctiveActions: () => '/deviations/actions',
  deviation: (id: string) => `/deviations/${encodeURIComponent(id)}`,
  printDeviation: (id: string) => `/deviations/${encodeURIComponent(id)}/print`,
  duties: () => '/duties',
  duty: (id: string) => `/duties/${encodeURIComponent(id)}`,
  /** `type` is the one type shown; without it the best of each. */
  search: (shown: { q?: string; type?: string } = {}) => withQuery('/search', shown),
  searchMisses: () => '/search/misses',
  /** What came to me from colleagues who left. */
  handovers: () => '/tasks/handovers',
  /** What waits for me; or for others, or is done, or came while I was away. */
  tasks: (shown: { show?: 'others' | 'done' | 'away' } = {}) => withQuery('/tasks', shown),
  me: () => '/me',
  /** `person` is shown beside the hits, where there is room. */
  colleagues: (shown: { q?: string; person?: string } = {}) => withQuery('/colleagues', shown),
  /** `q` is the search one came from, and goes back to. */
  colleague: (id: string, from: { q?: string } = {}) =>
    withQuery(`/colleagues/${encodeURIComponent(id)}`, from),
  /** `unit` is opened in the chart. */
  units: (shown: { unit?: string } = {}) => withQuery('/units', shown),
  unit: (id: string) => `/units/${encodeURIComponent(id)}`,
  /** `from` is the first of the seven days; today without it. */
  unitWeek: (id: string, shown: { from?: string } = {}) =>
    withQuery(`/units/${encodeURIComponent(id)}/week`, shown),
  printUnit: (id: string) => `/units/${encodeURIComponent(id)}/print`,
}

function withQuery(path: string, query: Record<string, string | undefined>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`
}

/** The secret in the address of an information screen, which nobody signs in to; undefined for any other address. */
export const screenSecretIn = (pathname: string): string | undefined =>
  /^\/screen\/([^/]+)\/?$/.exec(pathname)?.[1]
