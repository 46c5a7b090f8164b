import { findSensitiveContent } from '../text/sensitive-content.ts'
import type { RichTextDocument, RichTextNode } from '../rich-text/contract.ts'

const replacement = '•••••• •••••'

/** The text with every identity number covered. */
export function withoutNumbers(text: string): string {
  let result = text
  for (const { start, end } of findSensitiveContent(text).toReversed()) {
    result = result.slice(0, start) + replacement + result.slice(end)
  }
  return result
}

/** The document with every identity number covered that stands whole in one piece of text. */
export function documentWithoutNumbers(doc: RichTextDocument): RichTextDocument {
  const clean = (node: RichTextNode): RichTextNode => ({
    ...node,
    ...(node.text === undefined ? {} : { text: withoutNumbers(node.text) }),
    ...(node.content && { content: node.content.map(clean) }),
  })
  return { type: 'doc', content: (doc.content ?? []).map(clean) }
}
