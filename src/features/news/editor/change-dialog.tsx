import { Button, Radio } from '@digdir/designsystemet-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { NewsPost } from '#api/news-posts/contract.ts'
import { m } from '../../../messages/messages.js'
import { Modal } from '../../../ui/modal.tsx'
import { newsQueries } from '../queries.ts'
import { focusField } from './focus-field.ts'
import { GuardedTextarea } from './guarded-textarea.tsx'
import type { PostForm } from './post-form.ts'
import type { ChangeOfPublished } from './post-saver.ts'
import { TextDifference } from './text-difference.tsx'
import styles from './edit-page.module.css'

interface ChangeDialogProps {
  post: NewsPost
  before: PostForm
  after: PostForm
  isBusy: boolean
  onConfirm: (change: ChangeOfPublished) => void
  onCancel: () => void
}

type ChangeKind = NonNullable<ChangeOfPublished['changeKind']>

const firstChoiceId = 'post-change-kind'

/**
 * Before a post that is out gets another text: what differs, whether readers must be told, and what to tell them
 * (features.md N24). Nothing is chosen beforehand, since both are wrong half of the time.
 */
export function ChangeDialog({ post, before, after, isBusy, onConfirm, onCancel }: ChangeDialogProps) {
  const [changeKind, setChangeKind] = useState<ChangeKind>()
  const [changeNote, setChangeNote] = useState('')
  const [isSensitive, setSensitive] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const confirmed = useConfirmedCount(post)
  const name = useId()

  function confirm() {
    setAsked(true)
    if (changeKind === undefined) focusField(`#${firstChoiceId}`)
    else if (isSensitive) focusField('#post-change-note')
    else if (!isBusy) onConfirm({ changeKind, changeNote: changeNote.trim() })
  }

  const radio = (value: ChangeKind) => ({
    name,
    value,
    checked: changeKind === value,
    onChange: () => setChangeKind(value),
  })
  return (
    <Modal
      isOpen
      title={m.newsEditor_changeTitle()}
      onCancel={onCancel}
      actions={
        <>
          <Button data-color="accent" loading={isBusy} onClick={confirm}>
            {m.news_publishChange()}
          </Button>
          <Button variant="secondary" onClick={onCancel}>
            {m.news_writeOn()}
          </Button>
        </>
      }
    >
      <TextDifference label={m.newsEditor_difference()} before={before} after={after} />
      <fieldset className={styles.kinds}>
        <legend className="ds-sr-only">{m.newsEditor_changeTitle()}</legend>
        <Radio
          {...radio('editorial')}
          id={firstChoiceId}
          label={m.newsEditor_editorial()}
          description={m.newsEditor_editorialWhat()}
        />
        <Radio
          {...radio('significant')}
          label={m.newsEditor_significant()}
          description={
            confirmed === undefined
              ? m.newsEditor_significantWhat()
              : m.newsEditor_significantCount({ count: confirmed })
          }
        />
        <p role="alert" className={styles.choiceError}>
          {isAsked && changeKind === undefined && m.newsEditor_needChangeKind()}
        </p>
      </fieldset>
      <GuardedTextarea
        id="post-change-note"
        label={m.newsEditor_changeNote()}
        description={m.newsEditor_changeNoteWhat()}
        value={changeNote}
        onChange={setChangeNote}
        onSensitive={setSensitive}
      />
    </Modal>
  )
}

/** How many have confirmed what is out now; undefined when nobody has to, or when it may not be known. */
function useConfirmedCount({ id, importance, permissions }: NewsPost): number | undefined {
  const isAsked = importance === 'mustRead' && permissions.canListConfirmations
  const { data } = useInfiniteQuery({ ...newsQueries.confirmations(id, true), enabled: isAsked })
  return isAsked ? data?.pages[0]?.['@odata.count'] : undefined
}
