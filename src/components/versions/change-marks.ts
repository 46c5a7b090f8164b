import type { RichTextMark, RichTextNode } from '#api/rich-text/contract.ts'

/** How a piece of text differs from the earlier version. Also the type of the mark that says so. */
export type ChangeKind = 'inserted' | 'deleted'

/** Nodes without content that a reader can see go or come: they carry the mark themselves. */
const leaves = new Set(['text', 'hardBreak', 'mention', 'image', 'horizontalRule'])

const isChangeMark = (mark: RichTextMark) => mark.type === 'inserted' || mark.type === 'deleted'

/** How the node itself differs; undefined when it is as before. */
export function changeKind(node: RichTextNode): ChangeKind | undefined {
  const type = node.marks?.find(isChangeMark)?.type
  return type === 'inserted' || type === 'deleted' ? type : undefined
}

/** The node with all that is in it marked as inserted or deleted. Other marks stay, inside the new one. */
export function markChange(node: RichTextNode, kind: ChangeKind): RichTextNode {
  const marked = { ...node }
  if (leaves.has(node.type)) marked.marks = [{ type: kind }, ...(node.marks ?? [])]
  if (node.content !== undefined) marked.content = node.content.map((child) => markChange(child, kind))
  return marked
}

/** Whether anything in the node is inserted or deleted. */
export function hasChange(node: RichTextNode): boolean {
  return changeKind(node) !== undefined || (node.content?.some(hasChange) ?? false)
}
