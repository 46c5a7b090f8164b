import { m } from '../../messages/messages.js'
import { diffWords, type TextChange } from './diff-words.ts'
import styles from './changed-text.module.css'

interface ChangedTextProps {
  before: string
  after: string
}

/** A title or another plain text, with the words that came and went marked by line, colour and hidden words. */
export function ChangedText({ before, after }: ChangedTextProps) {
  return <TextChanges changes={diffWords(before, after)} />
}

/** The same, of a text already compared. */
export function TextChanges({ changes }: { changes: TextChange[] }) {
  // The pieces never move about: their place is their key.
  return changes.map((change, index) => <Piece key={index} {...change} />)
}

function Piece({ kind, text }: TextChange) {
  if (kind === undefined) return text
  const Element = kind === 'inserted' ? 'ins' : 'del'
  return (
    <Element className={styles[kind]}>
      <span className="ds-sr-only">
        {kind === 'inserted' ? m.versions_inserted() : m.versions_deleted()}{' '}
      </span>
      {text}
      <span className="ds-sr-only"> {m.versions_changeEnd()}</span>
    </Element>
  )
}
