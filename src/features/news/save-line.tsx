import { formatTime } from '../../lib/dates.ts'
import { m } from '../../messages/messages.js'
import type { SaveState } from './post-saver.ts'

interface SaveLineProps {
  state: SaveState
  isPublished: boolean
  /** What is written differs from the post that was opened. */
  isChanged: boolean
}

/** «Utkast · lagret kl. 14:32», read aloud when it changes. */
export function SaveLine({ state, isPublished, isChanged }: SaveLineProps) {
  const isWaiting = isPublished && isChanged && state.phase === 'unchanged'
  const text = isWaiting ? m.news_unsaved() : textOf(state)
  const kind = isPublished ? m.news_published() : m.news_draft()
  return <output>{text === '' ? kind : `${kind} · ${text}`}</output>
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
