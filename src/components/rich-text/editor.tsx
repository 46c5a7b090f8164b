import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { RichTextDocument } from '#api/rich-text/contract.ts'
import { m } from '../../messages/messages.js'
import { editableText, type EditableText } from './editable-text.ts'
import { editorExtensions } from './editor-extensions.ts'
import { createMentionLink } from './extensions/mention.ts'
import { LinkDialog } from './link-dialog.tsx'
import { MentionList } from './mention-list.tsx'
import type { SearchPeople } from './people-search.ts'
import { isLinkKey } from './text-keys.ts'
import { Toolbar } from './toolbar.tsx'
import { textTools } from './tools.tsx'
import { withoutTrailingBlanks } from './trailing-blanks.ts'
import documentStyles from './document.module.css'
import styles from './editor.module.css'

/** A picture that has been stored and can be put into the text. */
export interface StoredImage {
  fileId: string
  width: number | null
  height: number | null
}

export interface RichTextEditorProps {
  /** Id of the text itself: what a label, an error summary or a checklist points at. */
  id: string
  labelledBy: string
  describedBy?: string
  invalid?: boolean
  /** The text to begin with. A later change is not seen: give the editor another `key`. */
  initialValue: RichTextDocument
  onChange: (value: RichTextDocument) => void
  /** Stores a picture; rejects with an error whose message can be shown to the author. */
  uploadImage: (file: File) => Promise<StoredImage>
  /** Who can be mentioned; everyone in the directory unless said otherwise. */
  searchPeople?: SearchPeople
  /** Hands out the text for others on the page to point at and rewrite, and takes it back when the editor closes. */
  onReady?: (text: EditableText | undefined) => void
}

/**
 * Writes rich text. Heavy (ProseMirror): import it lazily. It reads and gives JSON only, never HTML, and
 * pasted content is cut down to what the schema knows.
 */
export function RichTextEditor(props: RichTextEditorProps) {
  const { id, labelledBy, describedBy, invalid, initialValue, onChange, uploadImage, searchPeople, onReady } =
    props
  const [mentions] = useState(createMentionLink)
  const [isLinking, setLinking] = useState(false)
  const [status, setStatus] = useState<ReactNode>(null)
  const toolbar = useRef<HTMLDivElement>(null)
  const picker = useRef<HTMLInputElement>(null)

  const editor = useEditor({
    extensions: editorExtensions(mentions),
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
        'aria-invalid': String(invalid === true),
        class: `${documentStyles.document} ${styles.text}`,
      },
      handleKeyDown: (_, event) => {
        if (event.altKey && event.key === 'F10') {
          toolbar.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
          return true
        }
        if (isLinkKey(event)) {
          event.preventDefault()
          event.stopPropagation()
          setLinking(true)
          return true
        }
        return false
      },
      handlePaste: (_, event) => insertImages(event.clipboardData?.files),
      handleDrop: (_, event, __, isMoved) => !isMoved && insertImages(event.dataTransfer?.files),
    },
  })

  useEffect(() => {
    onReady?.(editableText(editor))
    return () => onReady?.(undefined)
  }, [editor, onReady])

  /** Stores the pictures and puts them where the cursor is. False when there are none. */
  function insertImages(files: FileList | null | undefined): boolean {
    const images = [...(files ?? [])].filter((file) => file.type.startsWith('image/'))
    if (images.length === 0) return false
    void storeInOrder(images)
    return true
  }

  async function storeInOrder(images: File[]) {
    for (const image of images) {
      setStatus(m.parts_imageUploading({ name: image.name }))
      try {
        const stored = await uploadImage(image)
        editor
          .chain()
          .focus()
          .insertContent({ type: 'image', attrs: { ...stored, alt: '' } })
          .run()
        setStatus(m.parts_imageUploaded())
      } catch (error) {
        setStatus(error instanceof Error ? error.message : m.parts_uploadFailed())
        return
      }
    }
  }

  return (
    <div className={styles.editor} data-invalid={invalid}>
      <Toolbar
        ref={toolbar}
        editor={editor}
        controls={id}
        tools={textTools}
        onLink={() => setLinking(true)}
        onPickImages={() => picker.current?.click()}
      />
      <EditorContent editor={editor} />
      <MentionList editor={editor} link={mentions} searchPeople={searchPeople} />
      <output className={styles.status}>{status}</output>
      <input
        ref={picker}
        type="file"
        accept="image/png,image/jpeg,image/webp"
        multiple
        hidden
        aria-label={m.parts_toolImage()}
        onChange={(event) => {
          insertImages(event.target.files)
          event.target.value = ''
        }}
      />
      {isLinking && <LinkDialog editor={editor} onClose={() => setLinking(false)} />}
    </div>
  )
}
