import { useRef } from 'react'
import type { NewsPost } from '#api/news-posts/contract.ts'
import { m } from '../../../messages/messages.js'
import { Notice } from '../../../ui/notice.tsx'
import { useNewerEdition } from './use-newer-edition.ts'
import styles from './post-page.module.css'

/** Offers the newest edition when the post is changed while it is read. */
export function NewerEdition({ post }: { post: NewsPost }) {
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
