import type { RichTextDocument, RichTextNode } from './contract.ts'

/** The document without the images that show these files, for when the files could not be stored. */
export function withoutImages(doc: RichTextDocument, fileIds: ReadonlySet<string>): RichTextDocument {
  return { ...doc, content: keep(doc.content ?? [], fileIds) }
}

function keep(nodes: RichTextNode[], fileIds: ReadonlySet<string>): RichTextNode[] {
  const kept = nodes
    .filter((node) => !(node.type === 'image' && isOneOf(node.attrs?.fileId, fileIds)))
    .map((node) => (node.content === undefined ? node : { ...node, content: keep(node.content, fileIds) }))
  // What could hold an image must hold at least one block.
  return kept.length === 0 && nodes.length > 0 ? [{ type: 'paragraph' }] : kept
}

function isOneOf(fileId: unknown, fileIds: ReadonlySet<string>): boolean {
  return typeof fileId === 'string' && fileIds.has(fileId)
}
