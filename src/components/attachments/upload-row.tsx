import { Button } from '@digdir/designsystemet-react'
import { ArrowsCirclepathIcon, PaperclipIcon, XMarkIcon } from '@navikt/aksel-icons'
import { m } from '../../messages/messages.js'
import type { Upload } from './use-uploads.ts'
import styles from './attachments.module.css'

interface UploadRowProps {
  upload: Upload
  onRetry: () => void
  onCancel: () => void
}

/** A file on its way: how far it has come, or why it stopped. */
export function UploadRow({ upload, onRetry, onCancel }: UploadRowProps) {
  const { file, share, isWaiting, error } = upload
  return (
    <li className={styles.row}>
      <PaperclipIcon aria-hidden />
      <span className={styles.name}>
        {file.name}
        {error === undefined ? (
          <>
            <progress
              className={styles.progress}
              value={share}
              max={1}
              aria-label={m.parts_uploadProgress({ name: file.name })}
            />
            <output className={styles.waiting}>{isWaiting && m.parts_uploadWaiting()}</output>
          </>
        ) : (
          <span role="alert" className={styles.error}>
            {error}
          </span>
        )}
      </span>
      {error !== undefined && (
        <Button
          type="button"
          icon
          variant="tertiary"
          aria-label={m.parts_uploadRetry({ name: file.name })}
          onClick={onRetry}
        >
          <ArrowsCirclepathIcon aria-hidden />
        </Button>
      )}
      <Button
        type="button"
        icon
        variant="tertiary"
        data-color="neutral"
        aria-label={m.parts_uploadCancel({ name: file.name })}
        onClick={onCancel}
      >
        <XMarkIcon aria-hidden />
      </Button>
    </li>
  )
}
