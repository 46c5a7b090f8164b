import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Link, useParams, type LoaderFunctionArgs } from 'react-router'
import type { NewsPost } from '#api/news-posts/contract.ts'
import type { PageHandle } from '../../../lib/page-handle.ts'
import { paths } from '../../../lib/paths.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { m } from '../../../messages/messages.js'
import { Notice } from '../../../ui/notice.tsx'
import { PageTitle } from '../../../ui/page-title.tsx'
import { ConfirmPanel } from './confirm-panel.tsx'
import { ConfirmationsPanel } from './confirmations-panel.tsx'
import { useMarkNewsPostRead } from '../mutations.ts'
import { PostActions } from './post-actions.tsx'
import { PostArticle } from './post-article.tsx'
import { PostTalk } from './post-talk.tsx'
import { newsQueries } from '../queries.ts'
import { useNewerEdition } from './use-newer-edition.ts'
import styles from './post-page.module.css'

export const handle: PageHandle = { ground: 'sheet', backTo: paths.home() }

export const loader = async ({ params }: LoaderFunctionArgs) => {
  await queryClient.ensureQueryData(newsQueries.detail(params.id ?? ''))
  return null
}

/** One post: understood in twenty seconds, confirmed at the end. */
export function Component() {
  const { id = '' } = useParams()
  const { data: post } = useSuspenseQuery(newsQueries.detail(id))
  useMarkRead(post)
  const { canListConfirmations, canConfirm } = post.permissions

  return (
    <div className={styles.page} data-aside={canListConfirmations || undefined}>
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
          notice={<StateNotice post={post} />}
        />
        <ConfirmPanel post={post} />
        <PostTalk post={post} />
        <PostActions post={post} />
      </div>
      {canListConfirmations && (
        <aside className={styles.aside} aria-label={m.news_confirmationsLabel()}>
          {/* One yard on a page: who must confirm oneself is asked that first. */}
          <ConfirmationsPanel post={post} isQuiet={canConfirm} />
        </aside>
      )}
    </div>
  )
}

/** Offers the newest edition when the post is changed while it is read. */
function NewerEdition({ post }: { post: NewsPost }) {
  const place = useRef<HTMLOutputElement>(null)
  const { isGone, hasNewer, show } = useNewerEdition(post)

  function showNewest() {
    show()
    const heading = place.current?.parentElement?.querySelector('h1')
    heading?.focus({ preventScroll: true })
    heading?.scrollIntoView({ block: 'center' })
  }

  return (
    <output ref={place} className={styles.newer}>
      {isGone && <Notice tone="warning">{m.news_noLongerForYou()}</Notice>}
      {hasNewer && !isGone && (
        <button type="button" className="ds-button" data-color="accent" onClick={showNewest}>
          {m.news_showNewer()}
        </button>
      )}
    </output>
  )
}

/** What one must know before reading on: that this is not the living text. */
function StateNotice({ post }: { post: NewsPost }) {
  if (post.state === 'archived') {
    return (
      <Notice tone="info" title={m.news_archived()}>
        {m.news_archivedWhy()}
      </Notice>
    )
  }
  if (post.state === 'draft') {
    return (
      <Notice tone="info" title={m.news_draft()}>
        {m.news_draftWhy()}
      </Notice>
    )
  }
  const { confirmedVersion } = post.viewer
  if (post.permissions.canConfirm && confirmedVersion !== null) {
    return (
      <Notice tone="info" title={m.news_changedSince()}>
        {m.news_changedSinceWhy({ version: confirmedVersion })}
      </Notice>
    )
  }
  return null
}

/** Notes that the post has been opened, once. */
function useMarkRead({ id, state, viewer }: NewsPost) {
  const { mutate } = useMarkNewsPostRead()
  const isNew = state === 'published' && !viewer.isRead
  useEffect(() => {
    if (isNew) mutate(id)
  }, [id, isNew, mutate])
}
