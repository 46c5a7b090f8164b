import type { NewsPost } from '#api/news-posts/contract.ts'
import { formatTime } from '../../../lib/dates.ts'
import { m } from '../../../messages/messages.js'
import type { SaveState } from './post-saver.ts'

interface SaveLineProps {
  state: SaveState
  post: Pick<NewsPost, 'state'> | undefined
  /** What is written differs from the post that was opened. */
  isChanged: boolean
}

/** «Utkast · lagret kl. 14:32», read aloud when it changes. */
export function SaveLine({ state, post, isChanged }: SaveLineProps) {
  const kind = post?.state ?? 'draft'
  const isWaiting = kind !== 'draft' && isChanged && (state.phase === 'unchanged' || state.phase === 'saved')
  const waiting = kind === 'published' ? m.news_unsaved : m.newsEditor_unsaved
  const text = isWaiting ? waiting() : textOf(state)
  return <output>{[kinds[kind](), text].filter(Boolean).join(' · ')}</output>
}

const kinds = {
  draft: m.news_draft,
  inReview: m.news_inReviewState,
  scheduled: m.news_scheduledState,
  published: m.news_published,
  expired: m.news_expiredState,
  archived: m.news_archivedState,
}

function textOf(state: SaveState): string {
  switch (state.phase) {
    case 'saving':
      return m.news_saving()
    case 'saved':
      return m.news_savedAt({ time: formatTime(state.savedDateTime) })
    case 'sensitive':
      return m.news_notSavedSensitive()
    case 'held':
      return m.newsEditor_heldLine()
    case 'unchanged':
      return ''
    default:
      return m.news_notSaved()
  }
}
