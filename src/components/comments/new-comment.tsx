import { Checkbox } from '@digdir/designsystemet-react'
import { useEffect, useId, useState } from 'react'
import { useLocation } from 'react-router'
import { m } from '../../messages/messages.js'
import { askHash } from './comment-anchor.ts'
import { CommentComposer, type ComposedText } from './comment-composer.tsx'
import styles from './comment-thread.module.css'

interface NewCommentProps {
  viewerId: string
  path: string
  /** The thread above has come, or will not: the place stands where it stays. */
  isSettled: boolean
  onSend: (text: ComposedText & { kind: 'comment' | 'question' }) => void
}

/** Where one says or asks something new. `#ask` in the address goes here, to ask. */
export function NewComment({ viewerId, path, isSettled, onSend }: NewCommentProps) {
  const textId = useId()
  const { hash, key } = useLocation()
  const [isAsking, setAsking] = useState(false)
  const [askedAt, setAskedAt] = useState<string>()
  if (hash === askHash && isSettled && askedAt !== key) {
    setAskedAt(key)
    setAsking(true)
  }

  useEffect(() => {
    if (askedAt === undefined) return
    const text = document.getElementById(textId)
    text?.scrollIntoView({ block: 'center' })
    text?.focus({ preventScroll: true })
  }, [askedAt, textId])

  return (
    <div className={styles.new}>
      <CommentComposer
        textId={textId}
        label={isAsking ? m.comments_ask() : m.comments_write()}
        hint={m.comments_whoSees()}
        sendLabel={isAsking ? m.comments_sendQuestion() : m.comments_send()}
        draft={{ viewerId, path, place: 'new' }}
        onSend={(text) => {
          onSend({ ...text, kind: isAsking ? 'question' : 'comment' })
          setAsking(false)
        }}
      >
        <Checkbox
          className={styles.asks}
          label={m.comments_isQuestion()}
          description={m.comments_askHint()}
          checked={isAsking}
          onChange={(event) => setAsking(event.target.checked)}
        />
      </CommentComposer>
    </div>
  )
}
