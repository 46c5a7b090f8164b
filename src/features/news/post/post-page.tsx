import { useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { Link, useParams, type LoaderFunctionArgs } from 'react-router'
import type { RichTextDocument } from '#api/rich-text/contract.ts'
import { RichTextViewer } from '../../../components/rich-text/viewer.tsx'
import type { PageHandle } from '../../../lib/page-handle.ts'
import { paths } from '../../../lib/paths.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { m } from '../../../messages/messages.js'
import { PageTitle } from '../../../ui/page-title.tsx'
import { newsQueries } from '../queries.ts'
import { AskedYard } from './asked-yard.tsx'
import { CalendarButton } from './calendar-button.tsx'
import { ChangeNotice } from './change-notice.tsx'
import { NewerEdition } from './newer-edition.tsx'
import { PostActions } from './post-actions.tsx'
import { PostArticle } from './post-article.tsx'
import { StateNotice } from './state-notice.tsx'
import { useChanges } from './use-changes.ts'
import { useMarkRead } from './use-mark-read.ts'
import { lazyPart } from '../../../ui/lazy-part.tsx'
import styles from './post-page.module.css'

const ChangedBody = lazy(async () => ({ default: (await import('./changed-parts.tsx')).ChangedBody }))
const ChangedLead = lazy(async () => ({ default: (await import('./changed-parts.tsx')).ChangedLead }))
const PostTalk = lazy(async () => ({ default: (await import('./post-talk.tsx')).PostTalk }))
const AuthorAside = lazyPart(async () => (await import('./author-aside.tsx')).AuthorAside)

export const handle: PageHandle = { ground: 'sheet', backTo: paths.home() }

export const loader = async ({ params }: LoaderFunctionArgs) => {
  await queryClient.ensureQueryData(newsQueries.detail(params.id ?? ''))
  return null
}

const noText: RichTextDocument = { type: 'doc' }

/** One post: understood in twenty seconds, confirmed at the end. */
export function Component() {
  const { id = '' } = useParams()
  const { data: post } = useSuspenseQuery(newsQueries.detail(id))
  const changes = useChanges(post)
  const [isOnlyNew, setOnlyNew] = useState(false)
  useMarkRead(post)
  const { canListConfirmations, canReadReach } = post.permissions
  const isMarked = changes !== undefined && !isOnlyNew

  return (
    <div className={styles.page} data-aside={canListConfirmations || canReadReach || undefined}>
      <div className={styles.reading}>
        <nav aria-label={m.news_breadcrumbs()} className={styles.breadcrumbs}>
          <Link to={paths.home()} className="lone-link">
            {m.news_title()}
          </Link>
          {post.responsibleUnit !== null && <span>{post.responsibleUnit.displayName}</span>}
        </nav>
        <NewerEdition key={id} post={post} />
        <PostArticle
          post={post}
          heading={<PageTitle name={post.title || m.news_untitled()} />}
          notice={
            <>
              <StateNotice post={post} />
              <ChangeNotice post={post} changes={changes} isOnlyNew={isOnlyNew} onOnlyNew={setOnlyNew} />
            </>
          }
          {...(isMarked && {
            lead: (
              <Suspense fallback={post.lead}>
                <ChangedLead changes={changes} />
              </Suspense>
            ),
            text: (
              <Suspense fallback={<RichTextViewer document={post.body ?? noText} />}>
                <ChangedBody changes={changes} />
              </Suspense>
            ),
          })}
          calendar={<CalendarButton post={post} />}
        />
        <AskedYard key={`asked-${id}`} post={post} />
        <PostActions post={post} />
        {post.version > 0 && (
          <div className={styles.talk}>
            <Suspense fallback={<p className="ds-sr-only">{m.newsPost_talkLoading()}</p>}>
              <PostTalk post={post} />
            </Suspense>
            {!post.commentsEnabled && post.state === 'published' && (
              <p className={styles.quiet}>{m.newsPost_commentsOff()}</p>
            )}
          </div>
        )}
      </div>
      {(canListConfirmations || canReadReach) && (
        <Suspense>
          <AuthorAside post={post} />
        </Suspense>
      )}
    </div>
  )
}
