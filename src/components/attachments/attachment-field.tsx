import { Button, ValidationMessage } from '@digdir/designsystemet-react'
import { PaperclipIcon } from '@navikt/aksel-icons'
import { useEffect, useRef, useState } from 'react'
import type { FileReference } from '#api/files/contract.ts'
import { m } from '../../messages/messages.js'
import { AttachmentRow } from './attachment-row.tsx'
import { DropZone } from './drop-zone.tsx'
import { UploadRow } from './upload-row.tsx'
import { useUploads } from './use-uploads.ts'
import styles from './attachments.module.css'

interface AttachmentFieldProps {
  /** Id of the button that opens the file picker. */
  id: string
  files: readonly FileReference[]
  onAdd: (file: FileReference) => void
  onRemove: (file: FileReference) => void
  /** All files in their new order. Without it the order cannot be changed. */
  onReorder?: (files: FileReference[]) => void
  /** Most files there may be. */
  maxFiles?: number
  /** What the button says, when it is not «Legg ved fil»; with `accept`, what the file picker shows first. */
  addLabel?: string
  accept?: string
  /** Whether files are still on their way. */
  onBusy?: (isBusy: boolean) => void
}

/**
 * Adds files, orders them and takes them away: by button, dropped or pasted. Each shows its progress, waits when there is
 * no network, and can be tried again where it stopped.
 */
export function AttachmentField({
  id,
  files,
  onAdd,
  onRemove,
  onReorder,
  maxFiles = 20,
  addLabel = m.parts_attachmentAdd(),
  accept,
  onBusy,
}: AttachmentFieldProps) {
  const zone = useRef<HTMLDivElement>(null)
  const picker = useRef<HTMLInputElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  /** The button that was pressed to move a file; moving may take the focus from it. */
  const pressed = useRef('')
  const [announcement, setAnnouncement] = useState('')
  const [isFull, setFull] = useState(false)
  const { uploads, start, retry, cancel } = useUploads(({ id: fileId, name, mediaType, size }) => {
    onAdd({ id: fileId, name, mediaType, size })
    setAnnouncement(m.parts_attachmentAdded({ name }))
  })

  useEffect(() => {
    const { current: place } = pressed
    pressed.current = ''
    if (place !== '') zone.current?.querySelector<HTMLElement>(`[data-move="${place}"]`)?.focus()
  }, [files])

  const isBusy = uploads.some(({ error }) => error === undefined)
  useEffect(() => onBusy?.(isBusy), [isBusy, onBusy])

  function add(chosen: File[]) {
    const room = Math.max(0, maxFiles - files.length - uploads.length)
    setFull(chosen.length > room)
    start(chosen.slice(0, room))
  }

  function move(index: number, step: 1 | -1) {
    const file = files[index]
    if (file === undefined || onReorder === undefined) return
    const place = index + step
    pressed.current = `${file.id}-${step === 1 ? 'down' : 'up'}`
    onReorder(files.toSpliced(index, 1).toSpliced(place, 0, file))
    setAnnouncement(m.parts_attachmentMoved({ name: file.name, place: place + 1, count: files.length }))
  }

  return (
    <DropZone ref={zone} onFiles={add}>
      <ol className={styles.list} aria-label={m.parts_attachments()}>
        {files.map((file, index) => (
          <AttachmentRow
            key={file.id}
            file={file}
            onUp={onReorder && index > 0 ? () => move(index, -1) : undefined}
            onDown={onReorder && index < files.length - 1 ? () => move(index, 1) : undefined}
            onRemove={() => {
              onRemove(file)
              setFull(false)
              setAnnouncement(m.parts_attachmentRemoved({ name: file.name }))
              opener.current?.focus()
            }}
          />
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
      </ol>
      <div className={styles.add}>
        <Button ref={opener} id={id} type="button" variant="tertiary" onClick={() => picker.current?.click()}>
          <PaperclipIcon aria-hidden />
          {addLabel}
        </Button>
        <span className={styles.dropHint}>{m.parts_attachmentDrop()}</span>
      </div>
      <div role="alert">
        {isFull && <ValidationMessage>{m.parts_attachmentFull({ count: maxFiles })}</ValidationMessage>}
      </div>
      <output className="ds-sr-only">{announcement}</output>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        accept={accept}
        aria-label={addLabel}
        onChange={(event) => {
          add([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </DropZone>
  )
}
