import type { RichTextMark, RichTextNode } from '#api/rich-text/contract.ts'
import { markChange } from './change-marks.ts'
import type { Effort } from './diff-pieces.ts'
import { diffInWords } from './diff-words.ts'
import { isWord, splitWords } from './words.ts'

/** The inline content of a block with the words that were added and removed marked. Removed comes before added. */
export function diffInline(before: RichTextNode[], after: RichTextNode[], effort: Effort): RichTextNode[] {
  const stretches = diffInWords(inlinePieces(before), inlinePieces(after), inlineKey, isInlineWord, effort)
  return joinText(
    stretches.flatMap((stretch) =>
      stretch.isChanged
        ? [
            ...stretch.before.map((node) => markChange(node, 'deleted')),
            ...stretch.after.map((node) => markChange(node, 'inserted')),
          ]
        : stretch.after,
    ),
  )
}

const known = new WeakMap<RichTextNode[], RichTextNode[]>()

/**
 * One node for each word, space and sign. A mention, a line break, is one piece by itself. A comparison asks for the same
 * content several times, and documents are never changed in place, so the answer is kept.
 */
export function inlinePieces(content: RichTextNode[]): RichTextNode[] {
  const made = known.get(content)
  if (made !== undefined) return made
  const pieces = content.flatMap((node) =>
    node.type === 'text' ? splitWords(node.text ?? '').map((text) => ({ ...node, text })) : [node],
  )
  known.set(content, pieces)
  return pieces
}

/**
 * Pieces with the same key are the same to a reader: the text and where it leads. Bold and the like are appearance;
 * the later version decides them.
 */
export function inlineKey(node: RichTextNode): string {
  if (node.type !== 'text') return JSON.stringify([node.type, node.attrs])
  const href = node.marks?.find((mark) => mark.type === 'link')?.attrs?.href
  return typeof href === 'string' ? `${node.text}\u0000${href}` : (node.text ?? '')
}

/** Whether a piece counts as a word. A mention does. */
export const isInlineWord = (node: RichTextNode): boolean =>
  node.type === 'mention' || (node.type === 'text' && isWord(node.text ?? ''))

/** Neighbouring texts with equal marks made into one again. */
function joinText(nodes: RichTextNode[]): RichTextNode[] {
  const joined: RichTextNode[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    if (last?.type === 'text' && node.type === 'text' && haveSameMarks(last.marks, node.marks)) {
      joined[joined.length - 1] = { ...last, text: `${last.text}${node.text}` }
    } else joined.push(node)
  }
  return joined
}

const haveSameMarks = (one: RichTextMark[] = [], other: RichTextMark[] = []) =>
  one === other || JSON.stringify(one) === JSON.stringify(other)
