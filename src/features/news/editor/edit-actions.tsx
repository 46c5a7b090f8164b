import { EyeIcon, PencilIcon } from '@navikt/aksel-icons'
import { m } from '../../../messages/messages.js'
import styles from './edit-page.module.css'

interface EditActionsProps {
  isPublished: boolean
  isPreview: boolean
  isBusy: boolean
  onPreview: () => void
  onPublish: () => void
}

/** Preview and publish; on phones they lie at the bottom of the screen. */
export function EditActions({ isPublished, isPreview, isBusy, onPreview, onPublish }: EditActionsProps) {
  return (
    <div className={styles.actions}>
      <button type="button" className="ds-button" data-variant="secondary" onClick={onPreview}>
        {isPreview ? <PencilIcon aria-hidden /> : <EyeIcon aria-hidden />}
        {isPreview ? m.news_writeOn() : m.news_preview()}
      </button>
      <button
        type="button"
        className="ds-button"
        data-color="accent"
        aria-busy={isBusy}
        onClick={isBusy ? undefined : onPublish}
      >
        {isPublished ? m.news_publishChange() : m.news_publish()}
      </button>
    </div>
  )
}
