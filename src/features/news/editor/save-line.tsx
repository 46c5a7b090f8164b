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
  const isWaiting = kind === 'published' && isChanged && state.phase === 'unchanged'
  const text = isWaiting ? m.news_unsaved() : textOf(state)
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
    case 'unchanged':
      return ''
    default:
      return m.news_notSaved()
  }
}
