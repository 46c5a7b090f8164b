import { useEffect, useId, useRef, useState, type ComponentType, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import type { RichTextDocument } from '#api/rich-text/contract.ts'
import { plainText } from '#api/text/plain-text.ts'
import type { CommentTextProps } from './comment-text.tsx'
import type { SearchPeople } from './people-search.ts'
import { paragraphsOf, plainLines, positionOf } from './plain-paragraphs.ts'
import { isSubmitKey } from './text-keys.ts'
import documentStyles from './document.module.css'
import styles from './comment-editor.module.css'

export interface CommentEditorProps {
  /** Id of the text itself: what an error summary points at. */
  id?: string
  labelledBy: string
  describedBy?: string
  invalid?: boolean
  placeholder?: string
  /** The text to begin with, such as a draft. A later change is not seen: give the editor another `key`. */
  initialValue?: RichTextDocument
  onChange: (value: RichTextDocument) => void
  /** Ctrl+Enter, or ⌘Enter. */
  onSubmit: (value: RichTextDocument) => void
  /** Esc. Puts the focus where it belongs; without this it goes to the place after the box. */
  onLeave?: () => void
  /** Who can be mentioned; everyone in the directory unless said otherwise. */
  searchPeople?: SearchPeople
}

/** The editor once it is here, and what it takes over. */
interface Loaded {
  CommentText: ComponentType<CommentTextProps>
  value: RichTextDocument
  cursor?: { from: number; to: number }
}

/**
 * Writes a short text. Light itself: a plain text field, that works alone, until someone goes to it; then the editor
 * with formatting and mentions is fetched, and takes over what has been typed meanwhile.
 */
export function CommentEditor(props: CommentEditorProps) {
  const { labelledBy, describedBy, invalid, placeholder, initialValue, onChange, onSubmit } = props
  const ownId = useId()
  const id = props.id ?? ownId
  const given = initialValue ?? paragraphsOf('')
  const lines = plainLines(given)
  const [text, setText] = useState(lines ?? plainText(given))
  const [loaded, setLoaded] = useState<Loaded>()
  const field = useRef<HTMLTextAreaElement>(null)
  const after = useRef<HTMLSpanElement>(null)
  const isAskedFor = useRef(false)
  const ready = useRef<ComponentType<CommentTextProps>>(undefined)
  const isComposing = useRef(false)

  async function load() {
    if (isAskedFor.current) return
    isAskedFor.current = true
    try {
      ready.current = (await import('./comment-text.tsx')).CommentText
    } catch {
      // Without a network the plain field stays, and is asked for again the next time one goes to it.
      isAskedFor.current = false
      return
    }
    handOver()
  }

  /** At once, so that no letter falls between the two; and not in the middle of one that takes several keys. */
  function handOver() {
    const { current } = field
    const CommentText = ready.current
    if (CommentText === undefined || current === null || isComposing.current) return
    const { value, selectionStart, selectionEnd } = current
    flushSync(() => {
      setLoaded({
        CommentText,
        value: lines === undefined ? given : paragraphsOf(value),
        cursor:
          document.activeElement === current
            ? { from: positionOf(value, selectionStart), to: positionOf(value, selectionEnd) }
            : undefined,
      })
    })
  }

  function leave() {
    if (props.onLeave) props.onLeave()
    else after.current?.focus()
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (isSubmitKey(event)) {
      event.preventDefault()
      onSubmit(paragraphsOf(text))
    } else if (event.key === 'Escape' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      event.stopPropagation()
      leave()
    }
  }

  const isFormatted = lines === undefined
  useEffect(() => {
    // A draft with formatting cannot be written on in a plain field.
    if (isFormatted) void load()
    // oxlint-disable-next-line react/exhaustive-deps -- once: what is given later is not seen
  }, [])

  return (
    <>
      {loaded ? (
        <loaded.CommentText
          {...{ id, labelledBy, describedBy, invalid, placeholder, onChange, onSubmit }}
          initialValue={loaded.value}
          cursor={loaded.cursor}
          searchPeople={props.searchPeople}
          onLeave={leave}
        />
      ) : (
        <div className={styles.box} data-invalid={invalid}>
          <textarea
            ref={field}
            id={id}
            className={`${documentStyles.document} ${styles.text}`}
            rows={2}
            aria-labelledby={labelledBy}
            aria-describedby={describedBy}
            aria-invalid={invalid === true}
            placeholder={placeholder}
            readOnly={isFormatted}
            value={text}
            onPointerDown={() => void load()}
            onFocus={() => void load()}
            onCompositionStart={() => {
              isComposing.current = true
            }}
            onCompositionEnd={() => {
              isComposing.current = false
              // The letter itself comes with the input event, which some browsers send after this one.
              setTimeout(handOver)
            }}
            onChange={(event) => {
              setText(event.target.value)
              onChange(paragraphsOf(event.target.value))
            }}
            onKeyDown={onKeyDown}
          />
        </div>
      )}
      <span ref={after} tabIndex={-1} />
    </>
  )
}
