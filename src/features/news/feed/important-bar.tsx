import { ExclamationmarkTriangleIcon } from '@navikt/aksel-icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Link, useLocation } from 'react-router'
import { subscribeToLive } from '../../../lib/live.ts'
import { useLocale } from '../../../lib/locale.ts'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { newsQueries } from '../queries.ts'
import styles from './important-bar.module.css'

/**
 * An important post one has not read, above every page until one has (features.md N10). Not where news are read or
 * written: there one is at it already, and nothing may get in between.
 */
export function ImportantBar() {
  const { pathname } = useLocation()
  return pathname.startsWith('/news/') ? null : <Bar />
}

function Bar() {
  useLocale()
  const queryClient = useQueryClient()
  const { data } = useQuery(newsQueries.importantUnread())
  useEffect(
    () =>
      subscribeToLive(({ topic }) => {
        if (!topic.startsWith('newsPost.')) return
        void queryClient.invalidateQueries({ queryKey: newsQueries.importantUnread().queryKey })
      }),
    [queryClient],
  )
  const post = data?.post
  if (post === undefined) return null
  const others = (data?.count ?? 1) - 1
  return (
    <section className={styles.bar} aria-label={m.newsFeed_importantLabel()}>
      <ExclamationmarkTriangleIcon aria-hidden />
      <p>
        <strong>{m.newsFeed_importantUnread()}</strong> <Link to={paths.newsPost(post.id)}>{post.title}</Link>
        {others > 0 && (
          <>
            {' · '}
            <Link to={paths.home({ show: 'unread', importance: 'important' })}>
              {m.newsFeed_importantMore({ count: others })}
            </Link>
          </>
        )}
      </p>
    </section>
  )
}
