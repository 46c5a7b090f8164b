import type { RichTextDocument, RichTextNode } from '#api/rich-text/contract.ts'

/** The document of a text without formatting: one paragraph for each line. */
export function paragraphsOf(text: string): RichTextDocument {
  return { type: 'doc', content: text.split('\n').map(paragraph) }
}

/** The text `paragraphsOf` makes this document of; undefined when the document has more than plain paragraphs. */
export function plainLines(document: RichTextDocument): string | undefined {
  const lines = (document.content ?? []).map(lineOf)
  return lines.every((line) => line !== undefined) ? lines.join('\n') : undefined
}

/** The ProseMirror position, in `paragraphsOf(text)`, of a place in the text. */
export function positionOf(text: string, offset: number): number {
  const linesBefore = text.slice(0, offset).split('\n').length - 1
  // A line feed is one character, and the end of one paragraph and the start of another are two places.
  return 1 + offset + linesBefore
}

function paragraph(line: string): RichTextNode {
  return line === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text: line }] }
}

function lineOf({ type, content = [] }: RichTextNode): string | undefined {
  const [first, ...others] = content
  if (type !== 'paragraph' || others.length > 0) return undefined
  if (first === undefined) return ''
  return first.type === 'text' && (first.marks ?? []).length === 0 ? first.text : undefined
}
