import { useEffect, useId, useState } from 'react'
import { useLocation } from 'react-router'
import { m } from '../../messages/messages.js'
import { Choice } from '../../ui/choice.tsx'
import { askHash } from './comment-anchor.ts'
import { CommentComposer, type ComposedText } from './comment-composer.tsx'
import styles from './comment-thread.module.css'

interface NewCommentProps {
  viewerId: string
  path: string
  onSend: (text: ComposedText & { kind: 'comment' | 'question' }) => void
}

/** Where one says or asks something new. `#ask` in the address goes here, to ask. */
export function NewComment({ viewerId, path, onSend }: NewCommentProps) {
  const textId = useId()
  const { hash, key } = useLocation()
  const [kind, setKind] = useState<'comment' | 'question'>('comment')
  const [askedAt, setAskedAt] = useState<string>()
  const isAsking = kind === 'question'
  if (hash === askHash && askedAt !== key) {
    setAskedAt(key)
    setKind('question')
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
        hint={isAsking ? m.comments_askHint() : m.comments_whoSees()}
        sendLabel={isAsking ? m.comments_sendQuestion() : m.comments_send()}
        draft={{ viewerId, path, place: 'new' }}
        onSend={(text) => {
          onSend({ ...text, kind })
          setKind('comment')
        }}
      >
        <Choice
          legend={m.comments_kind()}
          options={[
            { value: 'comment', label: m.comments_kindComment() },
            { value: 'question', label: m.comments_kindQuestion() },
          ]}
          value={kind}
          onChange={setKind}
        />
      </CommentComposer>
    </div>
  )
}
