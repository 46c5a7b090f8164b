import { useEffect, useRef } from 'react'
import type { FileReference } from '#api/files/contract.ts'
import { AttachmentField } from '../../../components/attachments/attachment-field.tsx'
import type { EditableText } from '../../../components/rich-text/editable-text.ts'
import { m } from '../../../messages/messages.js'
import { Sheet } from '../../../ui/sheet.tsx'
import { useUndo, type Withdraw } from '../../../ui/undo-context.ts'
import { fieldIds } from './field-ids.ts'
import { PostFields } from './post-fields.tsx'
import type { Editor } from './use-editor.ts'
import styles from './edit-page.module.css'

interface EditorTextProps {
  editor: Editor
  onTextReady: (text: EditableText | undefined) => void
}

/** What readers will read: the text and its files. */
export function EditorText({ editor, onTextReady }: EditorTextProps) {
  const { form, change, update, edition, sensitive, errorOf } = editor
  const { offerUndo } = useUndo()
  const withdraw = useRef<Withdraw>(undefined)
  // What is gone with the page cannot be put back into it.
  useEffect(() => () => withdraw.current?.(), [])

  function removeFile(removed: FileReference) {
    const at = form.attachments.findIndex(({ id }) => id === removed.id)
    change({ attachments: form.attachments.filter(({ id }) => id !== removed.id) })
    withdraw.current = offerUndo({
      text: m.newsEditor_attachmentRemoved({ name: removed.name }),
      undo: async () =>
        update((current) => ({ ...current, attachments: current.attachments.toSpliced(at, 0, removed) })),
    })
  }

  return (
    <div className={styles.text}>
      <PostFields
        key={edition}
        form={form}
        findings={sensitive.open}
        errorOf={errorOf}
        onChange={change}
        onAccept={sensitive.accept}
        onTextReady={onTextReady}
      />
      <Sheet aria-labelledby="attachments-title">
        <h2 id="attachments-title" className={styles.panelTitle}>
          {m.news_attachments()}
        </h2>
        <AttachmentField
          id={fieldIds.attachments}
          files={form.attachments}
          onAdd={(file) => update((current) => ({ ...current, attachments: [...current.attachments, file] }))}
          onRemove={removeFile}
          onReorder={(attachments) => change({ attachments })}
        />
      </Sheet>
    </div>
  )
}
