import type { LongSentence } from '#api/text/plain-language.ts'
import { m } from '../../messages/messages.js'
import type { PlacedFinding } from './checked-field.ts'
import { FoldedList } from './folded-list.tsx'
import { PlaceButton } from './place-button.tsx'
import styles from './plain-language.module.css'

interface LongSentencesProps {
  sentences: readonly PlacedFinding<LongSentence>[]
  onShow: (finding: PlacedFinding) => void
}

/** «1 lang setning på 34 ord. Del den i to.» Each takes one to its place. */
export function LongSentences({ sentences, onShow }: LongSentencesProps) {
  const [first] = sentences
  if (first === undefined) return null
  if (sentences.length === 1) {
    return (
      <PlaceButton onShow={() => onShow(first)}>
        <strong className={styles.long}>{m.plain_oneLong()}</strong>{' '}
        {m.plain_oneLongWords({ words: first.words })}
      </PlaceButton>
    )
  }
  return (
    <section aria-labelledby="plain-long">
      <p id="plain-long">
        <strong className={styles.long}>{m.plain_manyLong({ count: sentences.length })}</strong>{' '}
        {m.plain_splitThem()}
      </p>
      <FoldedList labelledBy="plain-long" items={sentences} keyOf={({ field, from }) => `${field} ${from}`}>
        {(sentence) => (
          <PlaceButton onShow={() => onShow(sentence)}>
            «{openingOf(sentence.text)}» {m.plain_words({ count: sentence.words })}
          </PlaceButton>
        )}
      </FoldedList>
    </section>
  )
}

/** The first words of a sentence, enough to know it by. */
function openingOf(sentence: string): string {
  const words = sentence.split(/\s+/).slice(0, 5).join(' ')
  return `${words.slice(0, 50)} …`
}
