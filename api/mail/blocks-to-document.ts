import type { RichTextDocument } from '../rich-text/contract.ts'
import { parseDocument } from '../rich-text/document.ts'
import type { MailBlock } from './mail-block.ts'

/** Makes the document: what is only meant on the way is resolved, and rules at the edges are left out. */
export function blocksToDocument(blocks: MailBlock[]): RichTextDocument {
  const resolved = withoutOuterRules(blocks.flatMap(resolve))
  return parseDocument({ type: 'doc', content: resolved.length > 0 ? resolved : [{ type: 'paragraph' }] })
}

function resolve(block: MailBlock): MailBlock[] {
  if (block.type === 'threadStart') return []
  if (block.type === 'quotedThread' || block.type === 'signature')
    return (block.content ?? []).flatMap(resolve)
  return [block]
}

function withoutOuterRules(blocks: MailBlock[]): MailBlock[] {
  const isRule = (block: MailBlock | undefined) => block?.type === 'horizontalRule'
  const first = blocks.findIndex((block) => !isRule(block))
  const last = blocks.findLastIndex((block) => !isRule(block))
  return blocks
    .slice(Math.max(first, 0), last + 1)
    .filter((block, index, all) => !(isRule(block) && isRule(all[index - 1])))
}
