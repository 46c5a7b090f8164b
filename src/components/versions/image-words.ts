import type { RichTextDocument, RichTextNode } from '#api/rich-text/contract.ts'
import { m } from '../../messages/messages.js'
import { changeKind } from './change-marks.ts'

/** The marked document with a line of words above each image that came or went: a frame alone says too little. */
export function withImageWords(document: RichTextDocument): RichTextDocument {
  return { ...document, content: document.content?.flatMap(explained) }
}

function explained(node: RichTextNode): RichTextNode[] {
  if (node.content !== undefined) return [{ ...node, content: node.content.flatMap(explained) }]
  const kind = changeKind(node)
  if (node.type !== 'image' || kind === undefined) return [node]
  const stated = node.attrs?.alt
  const alt = typeof stated === 'string' && stated !== '' ? stated : m.versions_imageUndescribed()
  const words = kind === 'inserted' ? m.versions_imageInserted({ alt }) : m.versions_imageDeleted({ alt })
  return [{ type: 'paragraph', content: [{ type: 'text', text: words }] }, node]
}
