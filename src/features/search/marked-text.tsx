import styles from './marked-text.module.css'

/** A text in which `<c0>…</c0>` stands around what was looked for. It is never read as HTML. */
export function MarkedText({ text }: { text: string }) {
  return text.split(/<c0>(.*?)<\/c0>/).map((part, index) =>
    index % 2 === 1 ? (
      // oxlint-disable-next-line react/no-array-index-key -- parts of one text have no other name than their place
      <mark key={index} className={styles.mark}>
        {part}
      </mark>
    ) : (
      part
    ),
  )
}

/** The same without the marks, for names that are read aloud. */
export const withoutMarks = (text: string): string => text.replaceAll(/<\/?c0>/g, '')
