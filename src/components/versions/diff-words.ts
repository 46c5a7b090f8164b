import { diffPieces, type Effort, newEffort, push, replaced, type Stretch } from './diff-pieces.ts'
import type { ChangeKind } from './change-marks.ts'
import { isWord, splitWords } from './words.ts'

/** A piece of a text; `kind` is undefined where both versions have it. */
export interface TextChange {
  kind: ChangeKind | undefined
  text: string
}

/** What two plain texts, such as titles, have in common and not, in reading order, removed before added. */
export function diffWords(before: string, after: string): TextChange[] {
  const stretches = diffInWords(splitWords(before), splitWords(after), (piece) => piece, isWord, newEffort())
  return stretches.flatMap(({ isChanged, before: old, after: fresh }): TextChange[] => {
    if (!isChanged) return [{ kind: undefined, text: fresh.join('') }]
    const both: TextChange[] = [
      { kind: 'deleted', text: old.join('') },
      { kind: 'inserted', text: fresh.join('') },
    ]
    return both.filter(({ text }) => text !== '')
  })
}

/**
 * `diffPieces` for running text: where two changes have less between them than each of them is long, it is one change.
 * A sentence written anew is otherwise cut to pieces by an «og» that happens to be in both.
 */
export function diffInWords<Piece>(
  before: Piece[],
  after: Piece[],
  keyOf: (piece: Piece) => string,
  isCounted: (piece: Piece) => boolean,
  effort: Effort,
): Stretch<Piece>[] {
  const stretches = diffPieces(before, after, keyOf, effort)
  const length = (pieces: Piece[]) => pieces.filter(isCounted).length
  const size = (stretch: Stretch<Piece> | undefined) =>
    stretch === undefined ? 0 : Math.max(length(stretch.before), length(stretch.after))
  const joined: Stretch<Piece>[] = []
  for (const [index, stretch] of stretches.entries()) {
    const isBridge =
      !stretch.isChanged && size(stretch) < Math.min(size(joined.at(-1)), size(stretches[index + 1]))
    push(joined, isBridge ? { ...stretch, isChanged: true } : stretch)
  }
  return joined.flatMap((stretch) =>
    stretch.isChanged ? replaced(stretch.before, stretch.after, keyOf) : [stretch],
  )
}
