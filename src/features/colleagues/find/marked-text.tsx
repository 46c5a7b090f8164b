import type { TextPart } from './match.ts'
import styles from './marked-text.module.css'

/** A text with what was searched for in bold and underlined: it is seen without colours, and read aloud as one. */
export function MarkedText({ parts }: { parts: readonly TextPart[] }) {
  return parts.map(({ text, isMatch }, index) =>
    isMatch ? (
      // The pieces of a text have no names but their places.
      // oxlint-disable-next-line react/no-array-index-key
      <mark key={index} className={styles.match}>
        {text}
      </mark>
    ) : (
      text
    ),
  )
}
