import type { RichTextDocument, RichTextNode } from '#api/rich-text/contract.ts'
import { alignBlocks, type BlockPair } from './align-blocks.ts'
import { blockFamily, cellSpan } from './block-identity.ts'
import { markChange } from './change-marks.ts'
import { diffInline } from './diff-inline.ts'
import { type Effort, newEffort } from './diff-pieces.ts'

/**
 * The later version with what was removed put back in its place. Added text has the mark `inserted`, removed text
 * `deleted`; images, mentions and line breaks carry the mark themselves. Without the deleted text it reads as `after`,
 * without the inserted as `before`.
 *
 * A block that moved is removed from one place and added in another. Changes of appearance alone (bold, the level of a
 * heading) are not marked. Only for reading: the API takes no such marks.
 */
export function diffDocuments(before: RichTextDocument, after: RichTextDocument): RichTextDocument {
  return { type: 'doc', content: diffBlocks(before.content ?? [], after.content ?? [], newEffort()) }
}

function diffBlocks(before: RichTextNode[], after: RichTextNode[], effort: Effort): RichTextNode[] {
  return alignBlocks(before, after, effort).flatMap((pair) => diffPair(pair, effort))
}

function diffPair(pair: BlockPair, effort: Effort): RichTextNode[] {
  if (pair.before === undefined) return [markChange(pair.after, 'inserted')]
  if (pair.after === undefined) return isShown(pair.before) ? [markChange(pair.before, 'deleted')] : []
  if (pair.isSame) return [pair.after]
  return diffBlock(pair.before, pair.after, effort)
}

/** What was removed is shown when there is something to see: not a line between paragraphs or an empty paragraph. */
function isShown(block: RichTextNode): boolean {
  if (block.type === 'text' || block.type === 'mention' || block.type === 'image') return true
  return block.content?.some(isShown) ?? false
}

/** Two blocks of one family, of which one became the other. */
function diffBlock(before: RichTextNode, after: RichTextNode, effort: Effort): RichTextNode[] {
  const family = blockFamily(after)
  const old = before.content ?? []
  const fresh = after.content ?? []
  const whole = () => [markChange(before, 'deleted'), markChange(after, 'inserted')]
  if (family === 'image') return whole()
  if (family === 'text') return [{ ...after, content: diffInline(old, fresh, effort) }]
  if (family === 'tableRow') {
    return haveSameCells(before, after) ? [{ ...after, content: diffCells(old, fresh, effort) }] : whole()
  }
  if (family === 'table') {
    const content = diffRows(old, fresh, effort)
    return content === undefined ? whole() : [{ ...after, content }]
  }
  return [{ ...after, content: diffBlocks(old, fresh, effort) }]
}

/**
 * Rows of tables of equal shape, one by one. Rows may come and go as long as all are equally wide and no cell covers
 * several; undefined for other tables, which cannot be laid over each other.
 */
function diffRows(before: RichTextNode[], after: RichTextNode[], effort: Effort): RichTextNode[] | undefined {
  const isSameShape =
    before.length === after.length &&
    before.every((row, index) => haveSameCells(row, after[index] ?? { type: 'tableRow' }))
  if (isSameShape) {
    return after.map((row, index) => ({
      ...row,
      content: diffCells(before[index]?.content ?? [], row.content ?? [], effort),
    }))
  }
  const rows = [...before, ...after]
  const width = rows[0]?.content?.length
  const isPlain = rows.every(
    ({ content = [] }) => content.length === width && content.every((cell) => cellSpan(cell) === '1×1'),
  )
  return isPlain ? diffBlocks(before, after, effort) : undefined
}

const haveSameCells = ({ content: before = [] }: RichTextNode, { content: after = [] }: RichTextNode) =>
  before.length === after.length &&
  after.every((cell, index) => {
    const old = before[index]
    return old !== undefined && cellSpan(old) === cellSpan(cell)
  })

function diffCells(before: RichTextNode[], after: RichTextNode[], effort: Effort): RichTextNode[] {
  return after.map((cell, index) => {
    const old = before[index]?.content ?? []
    const fresh = cell.content ?? []
    const [oldBlock, freshBlock] = [old[0], fresh[0]]
    const isOneLine = old.length === 1 && fresh.length === 1
    // One line in a cell is the value of the cell, also when no word is left of it.
    if (isOneLine && oldBlock && freshBlock && isText(oldBlock) && isText(freshBlock)) {
      return { ...cell, content: diffBlock(oldBlock, freshBlock, effort) }
    }
    return { ...cell, content: diffBlocks(old, fresh, effort) }
  })
}

const isText = (block: RichTextNode) => blockFamily(block) === 'text'
