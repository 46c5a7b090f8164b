import { describeChanges } from '../../../components/versions/describe-changes.ts'
import { TextChanges } from '../../../components/versions/changed-text.tsx'
import { withImageWords } from '../../../components/versions/image-words.ts'
import { RichTextViewer } from '../../../components/rich-text/viewer.tsx'
import { useLocale } from '../../../lib/locale.ts'
import type { Changes } from './use-changes.ts'

/** The lead with the words that came and went. */
export const ChangedLead = ({ changes }: { changes: Changes }) => (
  <TextChanges changes={changes.comparison.lead} />
)

/** The text with what came and went. */
export const ChangedBody = ({ changes }: { changes: Changes }) => (
  <RichTextViewer document={withImageWords(changes.comparison.body)} />
)

/** «12 ord lagt til, 3 fjernet, under «Slik gjør du»». */
export function ChangeSummary({ changes }: { changes: Changes }) {
  useLocale()
  return describeChanges(changes.comparison.summary)
}
