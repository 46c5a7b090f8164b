import { Button } from '@digdir/designsystemet-react'
import { PaperclipIcon, XMarkIcon } from '@navikt/aksel-icons'
import { useRef } from 'react'
import type { FileReference } from '#api/files/contract.ts'
import { m } from '../../messages/messages.js'
import { fileDescription } from './file-description.ts'
import { UploadRow } from './upload-row.tsx'
import { useUploads } from './use-uploads.ts'
import styles from './attachments.module.css'

interface AttachmentFieldProps {
  /** Id of the button that opens the file picker. */
  id: string
  files: readonly FileReference[]
  onAdd: (file: FileReference) => void
  onRemove: (file: FileReference) => void
}

/** Adds files and takes them away. Each shows its progress, and a failed one can be tried again. */
export function AttachmentField({ id, files, onAdd, onRemove }: AttachmentFieldProps) {
  const picker = useRef<HTMLInputElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const { uploads, start, retry, cancel } = useUploads(onAdd)

  return (
    <div>
      <ul className={styles.list} aria-label={m.parts_attachments()}>
        {files.map((file) => (
          <li key={file.id} className={styles.row}>
            <PaperclipIcon aria-hidden />
            <span className={styles.name}>
              {file.name} <span className={styles.meta}>{fileDescription(file)}</span>
            </span>
            <Button
              type="button"
              icon
              variant="tertiary"
              data-color="neutral"
              aria-label={m.parts_attachmentRemove({ name: file.name })}
              onClick={() => {
                onRemove(file)
                opener.current?.focus()
              }}
            >
              <XMarkIcon aria-hidden />
            </Button>
          </li>
        ))}
        {uploads.map((upload) => (
          <UploadRow
            key={upload.key}
            upload={upload}
            onRetry={() => retry(upload)}
            onCancel={() => {
              cancel(upload)
              opener.current?.focus()
            }}
          />
        ))}
      </ul>
      <Button ref={opener} id={id} type="button" variant="tertiary" onClick={() => picker.current?.click()}>
        <PaperclipIcon aria-hidden />
        {m.parts_attachmentAdd()}
      </Button>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label={m.parts_attachmentAdd()}
        onChange={(event) => {
          start([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </div>
  )
}
