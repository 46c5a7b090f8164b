import { EditorContent, useEditor } from '@tiptap/react'
import { useLayoutEffect, useRef, useState } from 'react'
import type { RichTextDocument } from '#api/rich-text/contract.ts'
import { shortTextExtensions } from './editor-extensions.ts'
import { createMentionLink } from './extensions/mention.ts'
import { LinkDialog } from './link-dialog.tsx'
import { MentionList } from './mention-list.tsx'
import type { SearchPeople } from './people-search.ts'
import { isLinkKey, isSubmitKey } from './text-keys.ts'
import { Toolbar } from './toolbar.tsx'
import { shortTextTools } from './tools.tsx'
import { withoutTrailingBlanks } from './trailing-blanks.ts'
import documentStyles from './document.module.css'
import styles from './comment-editor.module.css'

export interface CommentTextProps {
  id: string
  labelledBy: string
  describedBy?: string
  invalid?: boolean
  placeholder?: string
  initialValue: RichTextDocument
  /** What is marked from the start, as ProseMirror positions. Given when the focus shall be in the text. */
  cursor?: { from: number; to: number }
  onChange: (value: RichTextDocument) => void
  onSubmit: (value: RichTextDocument) => void
  onLeave: () => void
  searchPeople?: SearchPeople
}

/** The part of `CommentEditor` that is heavy (ProseMirror), and fetched when someone writes. */
export function CommentText(props: CommentTextProps) {
  const { id, labelledBy, describedBy, invalid, placeholder, initialValue, onChange, onSubmit, onLeave } =
    props
  const [mentions] = useState(createMentionLink)
  const [isLinking, setLinking] = useState(false)
  const toolbar = useRef<HTMLDivElement>(null)

  const editor = useEditor({
    extensions: shortTextExtensions(mentions),
    content: initialValue,
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    onUpdate: ({ editor: { state } }) => onChange(withoutTrailingBlanks(state.doc.toJSON())),
    editorProps: {
      attributes: {
        id,
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-labelledby': labelledBy,
        ...(describedBy === undefined ? {} : { 'aria-describedby': describedBy }),
        ...(placeholder === undefined ? {} : { 'aria-placeholder': placeholder }),
        'aria-invalid': String(invalid === true),
        class: `${documentStyles.document} ${styles.text}`,
      },
      handleKeyDown: (view, event) => {
        if (isSubmitKey(event)) {
          onSubmit(withoutTrailingBlanks(view.state.doc.toJSON()))
          return true
        }
        if (isLinkKey(event)) {
          event.stopPropagation()
          setLinking(true)
          return true
        }
        if (event.altKey && event.key === 'F10') {
          toolbar.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
          return true
        }
        // The first Esc closes the list of people, which the suggestions do themselves.
        if (event.key !== 'Escape' || event.isComposing) return false
        event.stopPropagation()
        if (mentions.onKey.get() !== null) return false
        onLeave()
        return true
      },
    },
  })

  const { cursor } = props
  useLayoutEffect(() => {
    if (cursor === undefined) return
    // Before the next key is read; Tiptap's own command waits for the next frame.
    editor.commands.setTextSelection(cursor)
    editor.view.focus()
  }, [editor, cursor])

  return (
    <div className={styles.box} data-invalid={invalid}>
      <EditorContent editor={editor} />
      <MentionList editor={editor} link={mentions} searchPeople={props.searchPeople} />
      <div className={styles.tools}>
        <Toolbar
          ref={toolbar}
          editor={editor}
          controls={id}
          tools={shortTextTools}
          onLink={() => setLinking(true)}
        />
      </div>
      {isLinking && <LinkDialog editor={editor} onClose={() => setLinking(false)} />}
    </div>
  )
}
