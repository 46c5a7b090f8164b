import type { RichTextDocument, RichTextNode } from '#api/rich-text/contract.ts'
import { hasChange } from './change-marks.ts'

/** A part of a comparison: blocks to show, or how many unchanged ones were left out. */
export type ComparisonPart = { document: RichTextDocument } | { skipped: number }

/** The changed blocks of a document that `diffDocuments` has marked, each with the heading it stands under. */
export function onlyChanges({ content = [] }: RichTextDocument): ComparisonPart[] {
  const shown = new Set<RichTextNode>()
  let heading: RichTextNode | undefined
  for (const block of content) {
    if (block.type === 'heading') heading = block
    if (!hasChange(block)) continue
    if (heading !== undefined) shown.add(heading)
    shown.add(block)
  }
  const parts: { isShown: boolean; blocks: RichTextNode[] }[] = []
  for (const block of content) {
    const isShown = shown.has(block)
    const last = parts.at(-1)
    if (last?.isShown === isShown) last.blocks.push(block)
    else parts.push({ isShown, blocks: [block] })
  }
  return parts.map(({ isShown, blocks }) =>
    isShown ? { document: { type: 'doc', content: blocks } } : { skipped: blocks.length },
  )
}
