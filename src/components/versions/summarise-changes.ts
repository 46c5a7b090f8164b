import type { RichTextDocument, RichTextNode } from '#api/rich-text/contract.ts'
import { type ChangeKind, changeKind, hasChange } from './change-marks.ts'
import { diffDocuments } from './diff-documents.ts'
import { inlinePieces, isInlineWord } from './diff-inline.ts'

/** How much two versions of a text differ, and where. */
export interface ChangeSummary {
  /** Whether anything a reader can see came or went; appearance does not count. */
  isChanged: boolean
  wordsAdded: number
  wordsRemoved: number
  /** Images that came plus images that went. */
  images: number
  /** The headings that changed or have a change under them, as they now are, in reading order. */
  headings: string[]
}

/** What differs between two versions of a document, in numbers and headings. `describeChanges` puts it in words. */
export const summariseChanges = (before: RichTextDocument, after: RichTextDocument): ChangeSummary =>
  summariseMarked(diffDocuments(before, after))

/** The same, of a document that `diffDocuments` has marked. */
export function summariseMarked({ content = [] }: RichTextDocument): ChangeSummary {
  return {
    isChanged: content.some(hasChange),
    wordsAdded: countWords(content, 'inserted'),
    wordsRemoved: countWords(content, 'deleted'),
    images: countImages(content),
    headings: changedHeadings(content),
  }
}

function countWords(nodes: RichTextNode[], kind: ChangeKind): number {
  const own = nodes.filter((node) => changeKind(node) === kind)
  const below = nodes.reduce((sum, { content }) => sum + (content ? countWords(content, kind) : 0), 0)
  return inlinePieces(own).filter(isInlineWord).length + below
}

function countImages(nodes: RichTextNode[]): number {
  return nodes.reduce((sum, node) => {
    const isChangedImage = node.type === 'image' && changeKind(node) !== undefined
    return sum + Number(isChangedImage) + countImages(node.content ?? [])
  }, 0)
}

function changedHeadings(blocks: RichTextNode[]): string[] {
  const headings = new Set<string>()
  let heading = ''
  for (const block of blocks) {
    if (block.type === 'heading') heading = headingText(block)
    if (heading !== '' && hasChange(block)) headings.add(heading)
  }
  return [...headings]
}

/** The text of the heading now; the earlier one when the heading is gone. */
function headingText({ content = [] }: RichTextNode): string {
  const now = content.filter((node) => changeKind(node) !== 'deleted')
  return (now.length > 0 ? now : content)
    .map((node) => node.text ?? '')
    .join('')
    .trim()
}
