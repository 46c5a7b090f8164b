import { Button, ValidationMessage } from '@digdir/designsystemet-react'
import { useId, useRef, useState, type ReactNode } from 'react'
import type { NewComment } from '#api/comments/contract.ts'
import { maxCommentLength } from '#api/comments/contract.ts'
import type { RichTextDocument } from '#api/rich-text/contract.ts'
import { plainText } from '#api/text/plain-text.ts'
import { useIsOnline } from '../../lib/online.ts'
import { m } from '../../messages/messages.js'
import { CommentEditor } from '../rich-text/comment-editor.tsx'
import { findInTexts, splitByAnswer } from '../sensitive-content/guard.ts'
import { SensitiveContentWarning } from '../sensitive-content/sensitive-content-warning.tsx'
import { useSensitiveContent } from '../sensitive-content/use-sensitive-content.ts'
import { commentErrorText } from './comment-error.ts'
import { keepDraft, readDraft, type DraftPlace } from './kept-texts.ts'
import styles from './comment-composer.module.css'

/** A text as it is sent. */
export type ComposedText = Required<Pick<NewComment, 'body' | 'acceptedFindings'>>

interface CommentComposerProps {
  label: string
  /** What one should know before writing. */
  hint?: string
  sendLabel: string
  /** The main button of the place, or a quiet one. */
  variant?: 'primary' | 'secondary'
  /** Id of the text, for whoever moves the focus there. */
  textId?: string
  /** Where the text is kept while it is written; a text that is changed is not kept. */
  draft?: DraftPlace
  initialValue?: RichTextDocument
  /** Sends it. What it throws is told, and the text stays. */
  onSend: (text: ComposedText) => Promise<void> | void
  onCancel?: () => void
  /** Between the text and the buttons, such as what kind of text it is. */
  children?: ReactNode
}

const empty: RichTextDocument = { type: 'doc', content: [{ type: 'paragraph' }] }

/** Where something is written: with its draft, the guard, and what stops it said beside it. */
export function CommentComposer({ draft, initialValue, onSend, onCancel, ...props }: CommentComposerProps) {
  const id = useId()
  const textId = props.textId ?? `${id}-text`
  const isOnline = useIsOnline()
  /** A new round begins with an empty text. */
  const [round, setRound] = useState(0)
  const [start, setStart] = useState(() => initialValue ?? (draft && readDraft(draft)))
  const [body, setBody] = useState(start ?? empty)
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const isSending = useRef(false)
  const text = plainText(body)
  const guard = useSensitiveContent({ body: text })

  function write(value: RichTextDocument) {
    setBody(value)
    setProblem(undefined)
    if (draft) keepDraft(draft, plainText(value).trim() === '' ? undefined : value)
  }

  async function send(value: RichTextDocument) {
    if (isSending.current) return
    const written = plainText(value)
    const stop = stopText(written)
    setProblem(stop)
    if (stop !== undefined) return focusText()
    isSending.current = true
    setBusy(true)
    try {
      const found = splitByAnswer(await findInTexts({ body: written }), guard.acceptedDigits)
      if (found.open.length > 0) return focusText()
      await onSend({ body: value, acceptedFindings: found.accepted })
      if (draft) keepDraft(draft, undefined)
      setStart(undefined)
      setBody(empty)
      setRound((last) => last + 1)
    } catch (error) {
      setProblem(commentErrorText(error, value))
    } finally {
      isSending.current = false
      setBusy(false)
    }
  }

  const focusText = () => document.getElementById(textId)?.focus()

  return (
    <form
      noValidate
      className={styles.composer}
      onSubmit={(event) => {
        event.preventDefault()
        void send(body)
      }}
    >
      <span id={`${id}-label`} className={styles.label}>
        {props.label}
      </span>
      <CommentEditor
        key={round}
        id={textId}
        labelledBy={`${id}-label`}
        describedBy={`${id}-hint ${id}-guard ${id}-problem`}
        invalid={problem !== undefined || guard.open.length > 0}
        initialValue={start}
        onChange={write}
        onSubmit={(value) => void send(value)}
      />
      <SensitiveContentWarning id={`${id}-guard`} findings={guard.open} onAccept={guard.accept} />
      <div id={`${id}-problem`} role="alert" className={styles.problem}>
        {problem !== undefined && <ValidationMessage>{problem}</ValidationMessage>}
      </div>
      {props.children}
      {!isOnline && <output className={styles.hint}>{m.comments_offline()}</output>}
      <div className={styles.end}>
        <p id={`${id}-hint`} className={styles.hint}>
          {props.hint}
        </p>
        <div className={styles.buttons}>
          {onCancel && (
            <Button type="button" variant="tertiary" onClick={onCancel}>
              {m.comments_cancel()}
            </Button>
          )}
          <Button type="submit" variant={props.variant ?? 'secondary'} loading={isBusy}>
            {props.sendLabel}
          </Button>
        </div>
      </div>
    </form>
  )
}

function stopText(text: string): string | undefined {
  if (text.trim() === '') return m.comments_textMissing()
  return text.length > maxCommentLength ? m.comments_tooLong({ max: maxCommentLength }) : undefined
}
