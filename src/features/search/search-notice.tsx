import { ValidationMessage } from '@digdir/designsystemet-react'
import { m } from '../../messages/messages.js'
import styles from './search-dialog.module.css'
import type { SearchAnswer } from './search-queries.ts'

interface SearchNoticeProps {
  id: string
  typed: string
  answer: SearchAnswer | undefined
  isSensitive: boolean
  /** The answer is the one to what stands in the field. */
  isSettled: boolean
  hits: number
  /** Asks anew, when the answer could not be fetched. */
  failure: (() => void) | undefined
}

/** What is said of the answer: how much was found, what was meant instead, or why there is none. */
export function SearchNotice({
  id,
  typed,
  answer,
  isSensitive,
  isSettled,
  hits,
  failure,
}: SearchNoticeProps) {
  if (failure)
    return (
      <div id={id} role="alert" className={styles.notice}>
        {m.search_failed()}{' '}
        <button type="button" className={styles.inline} onClick={failure}>
          {m.search_tryAgain()}
        </button>
      </div>
    )
  if (isSensitive)
    return (
      <div id={id} role="alert" className={styles.notice}>
        <ValidationMessage>{m.search_sensitive()}</ValidationMessage>
      </div>
    )
  const said = isSettled && answer !== undefined ? wordsFor(typed, answer, hits) : undefined
  return (
    <output id={id} className={said?.isSeen ? styles.notice : 'ds-sr-only'}>
      {said?.text}
    </output>
  )
}

function wordsFor(q: string, answer: SearchAnswer, hits: number) {
  if (answer.queryAlterationType === 'modification' && answer.didYouMean !== null)
    return { text: m.search_insteadOf({ q, meant: answer.didYouMean }), isSeen: true }
  if (hits === 0) return { text: m.search_none({ q }), isSeen: true }
  return { text: hits === 1 ? m.search_oneHit() : m.search_hits({ count: hits }), isSeen: false }
}
