import { Button } from '@digdir/designsystemet-react'
import { m } from '../../messages/messages.js'
import { InitialsAvatar } from '../../ui/initials-avatar.tsx'
import { Notice } from '../../ui/notice.tsx'
import { RichTextViewer } from '../rich-text/viewer.tsx'
import { commentErrorText } from './comment-error.ts'
import type { Unsent } from './use-unsent.ts'
import styles from './comment-item.module.css'

interface UnsentItemProps {
  comment: Unsent
  viewerName: string
  onRetry: () => void
  onDiscard: () => void
}

/** What one has just sent, until it is there; and what did not get there, with the way to try again. */
export function UnsentItem({ comment, viewerName, onRetry, onDiscard }: UnsentItemProps) {
  const { body, failure } = comment
  return (
    <div className={styles.unsent}>
      <InitialsAvatar displayName={viewerName} tone="self" />
      <div className={styles.content}>
        <p className={styles.head}>
          <strong>{viewerName}</strong>
          <output className={styles.meta}>{failure === undefined && m.comments_sending()}</output>
        </p>
        {body !== null && (
          <div className={styles.body}>
            <RichTextViewer document={body} />
          </div>
        )}
        {failure !== undefined && (
          <Notice
            tone="danger"
            role="alert"
            actions={
              <>
                <Button type="button" variant="secondary" onClick={onRetry}>
                  {m.comments_retry()}
                </Button>
                <Button type="button" variant="tertiary" onClick={onDiscard}>
                  {m.comments_discard()}
                </Button>
              </>
            }
          >
            {m.comments_notSent()} {failure.error !== undefined && commentErrorText(failure.error, body)}
          </Notice>
        )}
      </div>
    </div>
  )
}
