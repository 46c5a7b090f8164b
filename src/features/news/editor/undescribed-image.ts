import type { RichTextDocument, RichTextNode } from '#api/rich-text/contract.ts'

/** The first picture that nobody has described; undefined when all are. */
export function undescribedImage(body: RichTextDocument): string | undefined {
  const find = (nodes: RichTextNode[] = []): string | undefined => {
    for (const node of nodes) {
      const { fileId, alt } = node.attrs ?? {}
      if (node.type === 'image' && typeof fileId === 'string' && (alt ?? '') === '') return fileId
      const inside = find(node.content)
      if (inside !== undefined) return inside
    }
    return undefined
  }
  return find(body.content)
}
