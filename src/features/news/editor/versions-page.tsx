import '../../../styles/forms.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearchParams, type LoaderFunctionArgs } from 'react-router'
import type { NewsPost, NewsPostVersion } from '#api/news-posts/contract.ts'
import { VersionList, type ListedVersion } from '../../../components/versions/version-list.tsx'
import type { PageHandle } from '../../../lib/page-handle.ts'
import { paths } from '../../../lib/paths.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { m } from '../../../messages/messages.js'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import type { EditState } from '../edit-state.ts'
import { newsQueries } from '../queries.ts'
import { ComparedVersions, ShownVersion } from './version-texts.tsx'
import styles from './versions-page.module.css'

export const handle: PageHandle = { backTo: paths.home() }

export const loader = async ({ params: { id = '' } }: LoaderFunctionArgs) => {
  await Promise.all([
    queryClient.ensureQueryData(newsQueries.detail(id)),
    queryClient.ensureQueryData(newsQueries.versions(id)),
  ])
  return null
}

/** What a post has been: every text it has had, any two of them compared, and the way back to one. */
export function Component() {
  const { id = '' } = useParams()
  const { data: post } = useSuspenseQuery(newsQueries.detail(id))
  const { data: versions } = useSuspenseQuery(newsQueries.versions(id))
  const [search, setSearch] = useSearchParams()
  const navigate = useNavigate()
  const has = (name: string) => versions.some(({ version }) => String(version) === search.get(name))
  const shown = has('show') ? Number(search.get('show')) : undefined
  const from = has('from') ? Number(search.get('from')) : undefined
  const to = has('to') ? Number(search.get('to')) : undefined
  const newest = Math.max(...versions.map(({ version }) => version))

  return (
    <div className={styles.page}>
      <PageHeader
        name={m.newsEditor_versions()}
        above={
          <Link to={paths.newsPost(id)} className="lone-link">
            {post.title || m.news_untitled()}
          </Link>
        }
      />
      <div className={styles.columns}>
        <Sheet aria-label={m.newsEditor_versions()}>
          <VersionList
            versions={versions.map(asListed)}
            onShow={(version) => setSearch({ show: String(version) })}
            onCompare={(version) => setSearch({ from: String(version), to: String(newest) })}
            onRestore={mayRestore(post) ? restore : undefined}
          />
        </Sheet>
        <div className={styles.texts} aria-live="polite">
          {shown !== undefined && <ShownVersion postId={id} version={shown} />}
          {from !== undefined && to !== undefined && (
            <ComparedVersions
              postId={id}
              versions={versions}
              from={from}
              to={to}
              onChange={(pair) => setSearch({ from: String(pair.from), to: String(pair.to) })}
            />
          )}
          {shown === undefined && from === undefined && <p>{m.newsEditor_versionsChoose()}</p>}
        </div>
      </div>
    </div>
  )

  function restore(version: number) {
    const state: EditState = { restoreVersion: version }
    void navigate(paths.editNewsPost(id), { state })
  }
}

const mayRestore = ({ permissions }: NewsPost) => permissions.canEdit

const asListed = ({ createdDateTime, createdBy, ...listed }: NewsPostVersion): ListedVersion => ({
  ...listed,
  dateTime: createdDateTime,
  by: createdBy ?? { displayName: m.newsEditor_byTheClock() },
})
