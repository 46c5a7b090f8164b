import { blocksBefore, linesOf, type BlockLine } from './block-lines.ts'
import { hasContent, type MailBlock } from './mail-block.ts'

/** What is left of a message's blocks when something was taken away from them. */
export interface Stripped {
  blocks: MailBlock[]
  isRemoved: boolean
}

const maxSignatureLines = 25
const maxSignatureLength = 1200
const maxLineLength = 160

const closings = [
  '(med )?(vennlig|venleg|beste|varm|god|mange)e? (hilsen|hilsing|hilsning|helsing|helsingar|hilsener|hilsninger)',
  'm\\.? ?v\\.? ?h\\.?',
  'v\\.?h\\.?',
  '(hilsen|hilsning|helsing)',
  '(best|kind|warm) (regards|wishes)',
  'regards',
  '(yours )?(sincerely|faithfully)( yours)?',
]
const closing = new RegExp(`^(${closings.join('|')})(?!\\p{L})[^.!?:]{0,60}[,.!]?$`, 'iu')

/**
 * Takes away the sender's signature: what the mail program marked as one, everything after a line `-- `,
 * and a closing such as «Med vennlig hilsen» with the short lines that end the message after it. Nothing is
 * taken away when nothing would be left.
 */
export function stripSignature(blocks: MailBlock[]): Stripped {
  const unmarked = blocks.filter((block) => block.type !== 'signature')
  const end = signatureStart(linesOf(unmarked))
  const left = end === undefined ? unmarked : blocksBefore(unmarked, end)
  if (hasContent(left)) return { blocks: left, isRemoved: left.length < blocks.length || end !== undefined }
  return hasContent(unmarked)
    ? { blocks: unmarked, isRemoved: unmarked.length < blocks.length }
    : { blocks, isRemoved: false }
}

function signatureStart(lines: BlockLine[]): BlockLine | undefined {
  return (
    lines.find((line, index) => line.text === '--' && isShort(lines.slice(index))) ??
    lines.find((line, index) => closing.test(line.text) && isShort(lines.slice(index)))
  )
}

/** Whether the rest of a message can be a name, a title and how to reach the person. */
function isShort(lines: BlockLine[]): boolean {
  if (lines.length > maxSignatureLines * 4) return false
  const texts = lines.map((line) => line.text).filter((text) => text !== '')
  return (
    texts.length <= maxSignatureLines &&
    texts.join('\n').length <= maxSignatureLength &&
    texts.filter((text) => text.length > maxLineLength).length <= 1
  )
}

/** Whether blocks say nothing beside a signature. */
export function isOnlySignature(blocks: MailBlock[]): boolean {
  const unmarked = blocks.filter((block) => block.type !== 'signature')
  const start = signatureStart(linesOf(unmarked))
  return !hasContent(start === undefined ? unmarked : blocksBefore(unmarked, start))
}
