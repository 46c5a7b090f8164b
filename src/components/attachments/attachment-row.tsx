import { Button } from '@digdir/designsystemet-react'
import { ArrowDownIcon, ArrowUpIcon, PaperclipIcon, XMarkIcon } from '@navikt/aksel-icons'
import type { FileReference } from '#api/files/contract.ts'
import { m } from '../../messages/messages.js'
import { fileDescription } from './file-description.ts'
import styles from './attachments.module.css'

interface AttachmentRowProps {
  file: FileReference
  /** Moves it one place; undefined where it is the first, or the last. No buttons when both are left out. */
  onUp?: () => void
  onDown?: () => void
  onRemove: () => void
}

/** A file that is attached: its place can be changed, and it can be taken away. */
export function AttachmentRow({ file, onUp, onDown, onRemove }: AttachmentRowProps) {
  const hasOrder = onUp !== undefined || onDown !== undefined
  return (
    <li className={styles.row}>
      <PaperclipIcon aria-hidden />
      <span className={styles.name}>
        {file.name} <span className={styles.meta}>{fileDescription(file)}</span>
      </span>
      <span className={styles.actions}>
        {hasOrder && (
          <>
            <Button
              type="button"
              icon
              variant="tertiary"
              data-color="neutral"
              data-move={`${file.id}-up`}
              aria-label={m.parts_attachmentUp({ name: file.name })}
              aria-disabled={onUp === undefined}
              onClick={onUp}
            >
              <ArrowUpIcon aria-hidden />
            </Button>
            <Button
              type="button"
              icon
              variant="tertiary"
              data-color="neutral"
              data-move={`${file.id}-down`}
              aria-label={m.parts_attachmentDown({ name: file.name })}
              aria-disabled={onDown === undefined}
              onClick={onDown}
            >
              <ArrowDownIcon aria-hidden />
            </Button>
          </>
        )}
        <Button
          type="button"
          icon
          variant="tertiary"
          data-color="neutral"
          aria-label={m.parts_attachmentRemove({ name: file.name })}
          onClick={onRemove}
        >
          <XMarkIcon aria-hidden />
        </Button>
      </span>
    </li>
  )
}
