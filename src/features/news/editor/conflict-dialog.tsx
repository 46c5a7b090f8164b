import type { NewsPost } from '#api/news-posts/contract.ts'
import { formatTime } from '../../../lib/dates.ts'
import { m } from '../../../messages/messages.js'
import { Modal } from '../../../ui/modal.tsx'
import { formOf, textsOf, type PostForm } from './post-form.ts'
import styles from './edit-page.module.css'

interface ConflictDialogProps {
  viewerId: string
  mine: PostForm
  newer: NewsPost
  onChoose: (choice: 'mine' | 'newer') => void
}

/** Someone else saved while this was written. Shows both texts and lets the author choose; neither is lost before. */
export function ConflictDialog({ viewerId, mine, newer, onChoose }: ConflictDialogProps) {
  const { lastModifiedBy } = newer
  const time = formatTime(newer.lastModifiedDateTime)
  return (
    <Modal
      isOpen
      title={
        lastModifiedBy.id === viewerId
          ? m.news_conflictTitleOwn({ time })
          : m.news_conflictTitle({ name: lastModifiedBy.displayName, time })
      }
      actions={
        <>
          <button type="button" className="ds-button" data-color="accent" onClick={() => onChoose('mine')}>
            {m.news_keepMine()}
          </button>
          <button
            type="button"
            className="ds-button"
            data-variant="secondary"
            onClick={() => onChoose('newer')}
          >
            {m.news_takeNewer()}
          </button>
        </>
      }
    >
      <p>{m.news_conflictWhat()}</p>
      <div className={styles.editions}>
        <Edition heading={m.news_mine()} form={mine} />
        <Edition heading={m.news_newer()} form={formOf(newer)} />
      </div>
    </Modal>
  )
}

function Edition({ heading, form }: { heading: string; form: PostForm }) {
  const texts = textsOf(form)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long text scrolls, also by keyboard
    <section aria-label={heading} tabIndex={0} className={styles.edition}>
      <h3>{heading}</h3>
      <p>
        <strong>{texts.title || m.news_untitled()}</strong>
      </p>
      <p>{texts.lead}</p>
      <p>{texts.body}</p>
    </section>
  )
}
