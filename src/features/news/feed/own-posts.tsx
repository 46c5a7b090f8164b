import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useId, useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import type { NewsPost } from '#api/news-posts/contract.ts'
import { viewerQuery } from '../../../components/viewer/viewer-queries.ts'
import { formatLongDateTime, formatWhen } from '../../../lib/dates.ts'
import { useHasRoomBeside } from '../../../lib/media.ts'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { Sheet } from '../../../ui/sheet.tsx'
import { useDeletedDrafts } from '../editor/deleted-drafts.ts'
import { UnsentDrafts } from '../editor/unsent-drafts.tsx'
import { newsQueries } from '../queries.ts'
import styles from './own-posts.module.css'

/** Posts shown before one asks for the rest. */
const maxShown = 5

/** For those who write: the drafts they answer for, and what they have put out, also to others than themselves. */
export function OwnPosts() {
  const { data: viewer } = useSuspenseQuery(viewerQuery)
  const { data: unpublished = [] } = useQuery(newsQueries.drafts())
  const deleted = useDeletedDrafts()
  const { data: published = [] } = useQuery(newsQueries.publishedBy(viewer.id))
  const drafts = unpublished.filter(({ id, state }) => state === 'draft' && !deleted.has(id))
  const inReview = unpublished.filter(({ state }) => state === 'inReview')
  const scheduled = unpublished.filter(({ state }) => state === 'scheduled')
  return (
    <>
      <UnsentDrafts />
      <PostList
        heading={m.newsEditor_inReview()}
        posts={inReview}
        addressOf={(post) => paths.editNewsPost(post.id)}
        describe={({ author, permissions }) =>
          [author.displayName, permissions.canApprove && m.newsEditor_forMe()].filter(Boolean).join(' · ')
        }
      />
      <PostList
        heading={m.news_drafts()}
        posts={drafts}
        addressOf={(post) => paths.editNewsPost(post.id)}
        describe={(post) =>
          [
            post.author.id !== viewer.id && post.author.displayName,
            m.news_changed({ when: formatWhen(post.lastModifiedDateTime) }),
          ]
            .filter(Boolean)
            .join(' · ')
        }
      />
      <PostList
        heading={m.newsEditor_scheduledPosts()}
        posts={scheduled}
        addressOf={(post) =>
          post.permissions.canEdit ? paths.editNewsPost(post.id) : paths.newsPost(post.id)
        }
        describe={({ publishDateTime }) =>
          publishDateTime === null ? '' : m.newsEditor_goesOut({ when: formatLongDateTime(publishDateTime) })
        }
      />
      <PostList
        heading={m.news_publishedByMe()}
        posts={published}
        addressOf={(post) => paths.newsPost(post.id)}
        describe={(post) =>
          [
            post.publishedDateTime && formatWhen(post.publishedDateTime),
            post.importance === 'mustRead' && m.news_mustRead(),
          ]
            .filter(Boolean)
            .join(' · ')
        }
      />
    </>
  )
}

interface PostListProps {
  heading: string
  posts: readonly NewsPost[]
  addressOf: (post: NewsPost) => string
  describe: (post: NewsPost) => string
}

/** Draws nothing when there are none. */
function PostList({ heading, posts, addressOf, describe }: PostListProps) {
  const [isWhole, setWhole] = useState(false)
  const headingId = useId()
  const hasRoom = useHasRoomBeside()
  if (posts.length === 0) return null
  const shown = isWhole ? posts : posts.slice(0, maxShown)
  return (
    <Sheet aria-labelledby={headingId}>
      <Foldable
        isOpen={hasRoom}
        heading={
          <h2 id={headingId} className={styles.heading}>
            {heading}
          </h2>
        }
        count={posts.length}
      >
        <ul className={styles.list}>
          {shown.map((post) => (
            <li key={post.id}>
              <Link to={addressOf(post)}>{post.title || m.news_untitled()}</Link>
              <p className={styles.meta}>{describe(post)}</p>
            </li>
          ))}
        </ul>
        {shown.length < posts.length && (
          <button type="button" className="ds-button" data-variant="tertiary" onClick={() => setWhole(true)}>
            {m.news_showAllCount({ count: posts.length })}
          </button>
        )}
      </Foldable>
    </Sheet>
  )
}

interface FoldableProps {
  isOpen: boolean
  heading: ReactNode
  count: number
  children: ReactNode
}

/** Open where there is room; on phones folded, so that what is new is not pushed out of sight. */
function Foldable({ isOpen, heading, count, children }: FoldableProps) {
  if (isOpen) {
    return (
      <>
        {heading}
        {children}
      </>
    )
  }
  return (
    <details className={styles.folded}>
      <summary>
        {heading}
        <span className={styles.count}>{count}</span>
      </summary>
      {children}
    </details>
  )
}
