import type { NewsPost } from '#api/news-posts/contract.ts'
import { useLocale } from '../../../lib/locale.ts'
import { m } from '../../../messages/messages.js'
import { ConfirmationsPanel } from './confirmations-panel.tsx'
import { ReachSummary } from './reach-summary.tsx'
import styles from './post-page.module.css'

/** For those who answer for the post: who has confirmed, and how far it has come. */
export function AuthorAside({ post }: { post: NewsPost }) {
  useLocale()
  const { canListConfirmations, canReadReach, canConfirm, canCompleteAction } = post.permissions
  // One yard on a page: what is asked of the reader comes first.
  const isAsked = canConfirm || (canCompleteAction && post.viewer.actionDoneDateTime === null)
  return (
    <aside className={styles.aside} aria-label={m.newsPost_asideLabel()}>
      {canListConfirmations && <ConfirmationsPanel post={post} isQuiet={isAsked} />}
      {canReadReach && <ReachSummary id={post.id} />}
    </aside>
  )
}
