import { Button } from '@digdir/designsystemet-react'
import { useState } from 'react'
import type { NewsPost } from '#api/news-posts/contract.ts'
import { formatTime } from '../../../lib/dates.ts'
import { m } from '../../../messages/messages.js'
import { Modal } from '../../../ui/modal.tsx'
import { formOf, textsOf, type PostForm } from './post-form.ts'
import { TextDifference } from './text-difference.tsx'
import styles from './edit-page.module.css'

interface ConflictDialogProps {
  viewerId: string
  mine: PostForm
  newer: NewsPost
  /** Nothing is written here: the newer edition is read before one goes on. */
  isReading: boolean
  onChoose: (choice: 'mine' | 'newer') => void
}

/** Someone else saved while this was written. Shows both texts and lets the author choose; neither is lost before. */
export function ConflictDialog({ viewerId, mine, newer, isReading, onChoose }: ConflictDialogProps) {
  const [isComparing, setComparing] = useState(isReading)
  const { lastModifiedBy } = newer
  const time = formatTime(newer.lastModifiedDateTime)
  const theirs = formOf(newer)
  return (
    <Modal
      isOpen
      title={
        lastModifiedBy.id === viewerId
          ? m.news_conflictTitleOwn({ time })
          : m.news_conflictTitle({ name: lastModifiedBy.displayName, time })
      }
      actions={
        isReading ? (
          <Button data-color="accent" onClick={() => onChoose('newer')}>
            {m.newsEditor_goOnFromNewer()}
          </Button>
        ) : (
          <>
            <Button data-color="accent" onClick={() => onChoose('mine')}>
              {m.news_keepMine()}
            </Button>
            <Button variant="secondary" onClick={() => onChoose('newer')}>
              {m.news_takeNewer()}
            </Button>
            <Button variant="tertiary" onClick={() => setComparing(!isComparing)}>
              {isComparing ? m.newsEditor_showBoth() : m.newsEditor_showDifference()}
            </Button>
          </>
        )
      }
    >
      <p>{isReading ? m.newsEditor_changedWhileRead() : m.news_conflictWhat()}</p>
      {isComparing ? (
        <TextDifference
          label={isReading ? m.newsEditor_difference() : m.newsEditor_differenceToMine()}
          before={isReading ? mine : theirs}
          after={isReading ? theirs : mine}
        />
      ) : (
        <div className={styles.editions}>
          <Edition heading={m.news_mine()} form={mine} />
          <Edition heading={m.news_newer()} form={theirs} />
        </div>
      )}
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
