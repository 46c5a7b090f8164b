import { useMemo } from 'react'
import { TextChanges } from '../../../components/versions/changed-text.tsx'
import { compareVersions } from '../../../components/versions/compare-versions.ts'
import { describeChanges } from '../../../components/versions/describe-changes.ts'
import { withImageWords } from '../../../components/versions/image-words.ts'
import { RichTextViewer } from '../../../components/rich-text/viewer.tsx'
import { m } from '../../../messages/messages.js'
import type { PostForm } from './post-form.ts'
import styles from './edit-page.module.css'

type Text = Pick<PostForm, 'title' | 'lead' | 'body'>

interface TextDifferenceProps {
  /** What is compared, read aloud. */
  label: string
  before: Text
  after: Text
}

/** What one text has that the other has not, word by word. */
export function TextDifference({ label, before, after }: TextDifferenceProps) {
  const { title, lead, body, summary, isOnlyAppearance } = useMemo(
    () => compareVersions({ version: 1, ...before }, { version: 2, ...after }),
    [before, after],
  )
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long text scrolls, also by keyboard
    <section aria-label={label} tabIndex={0} className={styles.difference}>
      <p className={styles.help}>
        {isOnlyAppearance ? m.newsEditor_onlyAppearance() : describeChanges(summary)}
      </p>
      <p>
        <strong>
          <TextChanges changes={title} />
        </strong>
      </p>
      {lead.length > 0 && (
        <p>
          <TextChanges changes={lead} />
        </p>
      )}
      <RichTextViewer document={withImageWords(body)} />
    </section>
  )
}
