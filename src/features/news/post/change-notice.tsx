import { lazy, Suspense, useId } from 'react'
import type { NewsPost } from '#api/news-posts/contract.ts'
import { dayOf, formatDay } from '../../../lib/dates.ts'
import { m } from '../../../messages/messages.js'
import { Notice } from '../../../ui/notice.tsx'
import type { Changes } from './use-changes.ts'
import styles from './change-notice.module.css'

const ChangeSummary = lazy(async () => ({ default: (await import('./changed-parts.tsx')).ChangeSummary }))

interface ChangeNoticeProps {
  post: NewsPost
  /** Undefined while it is not known, and when it cannot be. */
  changes: Changes | undefined
  isOnlyNew: boolean
  onOnlyNew: (isOnlyNew: boolean) => void
}

/** Says to who confirmed an earlier version that there is something new, and what (features.md N24). */
export function ChangeNotice({ post, changes, isOnlyNew, onOnlyNew }: ChangeNoticeProps) {
  const switchId = useId()
  const { canConfirm } = post.permissions
  const { confirmedVersion } = post.viewer
  if (!canConfirm || confirmedVersion === null) return null
  if (changes === undefined) {
    return (
      <Notice tone="info" title={m.newsPost_changedBefore()}>
        {m.newsPost_changedUnmarked({ version: confirmedVersion })}
      </Notice>
    )
  }
  const { before, now } = changes
  const day = formatDay(dayOf(new Date(now.createdDateTime)))
  return (
    <Notice tone="info" title={m.newsPost_changed({ day })}>
      <div className={styles.content}>
        <p>{m.newsPost_changedWhy({ version: confirmedVersion })}</p>
        {now.note !== '' && <blockquote>{now.note}</blockquote>}
        {before.title !== now.title && <p>{m.newsPost_changedTitle({ title: before.title })}</p>}
        <p className={styles.summary}>
          <Suspense>
            <ChangeSummary changes={changes} />
          </Suspense>
        </p>
        <label htmlFor={switchId} className={styles.switch}>
          <input
            id={switchId}
            type="checkbox"
            className="ds-input"
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- there is no element for a switch
            role="switch"
            checked={isOnlyNew}
            aria-checked={isOnlyNew}
            onChange={(event) => onOnlyNew(event.target.checked)}
          />
          {m.newsPost_onlyNew()}
        </label>
      </div>
    </Notice>
  )
}
