import type { RichTextDocument, RichTextNode } from '#api/rich-text/contract.ts'

/** Drops the empty paragraphs that an editor keeps at the end, to leave a place to write. */
export function withoutTrailingBlanks(document: RichTextDocument): RichTextDocument {
  const content = [...(document.content ?? [])]
  while (content.length > 1 && isBlank(content.at(-1))) content.pop()
  return { ...document, content }
}

function isBlank(node: RichTextNode | undefined): boolean {
  return node?.type === 'paragraph' && node.content === undefined
}
