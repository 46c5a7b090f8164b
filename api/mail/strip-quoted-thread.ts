import { blocksBefore, blocksFrom, linesOf, type BlockLine } from './block-lines.ts'
import { hasContent, type MailBlock } from './mail-block.ts'
import { isOnlySignature, type Stripped } from './strip-signature.ts'

/** How many times a message may have been forwarded for the innermost text still to be found. */
const maxForwards = 5

const divider = new RegExp(
  `^(-{2,}|_{2,}|begin|start på) *(${[
    'opprinnelig melding',
    'opphavleg melding',
    'original message',
    'videresendt (melding|e-post)',
    'forwarded message',
  ].join('|')}) *[-_:]*$`,
  'i',
)
const sender = /^\*?(fra|frå|from|von|från)\*?:/i
const subject = /^\*?(emne|subject|betreff|ämne)\*?:/i
const headerLine = new RegExp(
  `^\\*?(fra|frå|from|von|från|sendt|sent|dato|date|datum|gesendet|skickat|til|to|an|till|kopi|kopi til|cc|bcc|emne|subject|betreff|ämne|viktighet|importance|prioritet|priority|vedlegg|attachments|svar til|reply-to)\\*?:`,
  'i',
)
const headerInOneLine = /^(fra|frå|from): .{1,300}\b(sendt|sent|dato|date): .{1,300}\b(emne|subject): /i
const attributions = [
  /^(den|på|on|am) .{6,250}\b(skrev|wrote|schrieb)\b.{0,120}:$/i,
  /^.{3,160}\b(skrev|wrote)\b.{0,80}\d.{0,60}:$/i,
  /^.{0,120}[\w.+-]+@[\w.-]+[>)\]]*,? (skrev|wrote):$/i,
]

/**
 * Takes away what is quoted from earlier messages, so that the sender's own words are left. When there are
 * none, the message was only forwarded: then the forwarded text is what is left, without the lines that say
 * who sent it.
 */
export function stripQuotedThread(blocks: MailBlock[]): Stripped {
  let current = blocks
  for (let forwards = 0; forwards < maxForwards; forwards++) {
    const lines = linesOf(current)
    const start = lines.findIndex((_, index) => isThreadStart(lines, index))
    const startLine = lines[start]
    const before = startLine === undefined ? current : blocksBefore(current, startLine)
    const unquoted = withoutQuotes(before)
    const isRemoved = startLine !== undefined || unquoted.length < before.length
    const own = isRemoved ? withoutDivider(unquoted) : unquoted
    if (hasContent(own) && !isOnlySignature(own)) return { blocks: own, isRemoved }
    const quoted = before.find((block) => block.type === 'quotedThread')
    const inner =
      quoted?.content ?? (startLine === undefined ? [] : blocksFrom(current, afterHeader(lines, start)))
    if (!hasContent(inner)) break
    current = inner
  }
  return { blocks: current, isRemoved: false }
}

function isThreadStart(lines: BlockLine[], index: number): boolean {
  const line = lines[index]
  if (line === undefined) return false
  if (line.type === 'threadStart' || divider.test(line.text) || headerInOneLine.test(line.text)) return true
  if (sender.test(line.text) && lines.slice(index + 1, index + 12).some(({ text }) => subject.test(text))) {
    return true
  }
  const length = attributionLength(lines, index)
  return length > 0 && !isQuote(nextVisible(lines, index + length))
}

/** How many lines, one or two, say «NN wrote on that day:»; 0 when they do not. */
function attributionLength(lines: BlockLine[], index: number): 0 | 1 | 2 {
  const first = lines[index]?.text ?? ''
  const both = `${first} ${lines[index + 1]?.text ?? ''}`
  if (first === '' || first.length > 400) return 0
  if (attributions.some((pattern) => pattern.test(first))) return 1
  return both.length <= 400 && attributions[0]?.test(both) ? 2 : 0
}

function nextVisible(lines: BlockLine[], from: number): BlockLine | undefined {
  return lines.slice(from, from + 5).find((line) => line.text !== '')
}

const isQuote = (line: BlockLine | undefined) => line?.type === 'quotedThread' || line?.type === 'blockquote'

/** The first line after a divider and the lines with sender, date, receivers and subject. */
function afterHeader(lines: BlockLine[], start: number): BlockLine | undefined {
  let index = start
  let isReceivers = false
  let previous = ''
  for (; index < lines.length; index++) {
    const { text = '', type } = lines[index] ?? {}
    const isHeader = headerLine.test(text) || headerInOneLine.test(text) || divider.test(text)
    // A long list of receivers goes on in lines of its own.
    const goesOn: boolean = isReceivers && text.length < 500 && (/[@;]/.test(text) || /[;,]$/.test(previous))
    if (text !== '' && type !== 'threadStart' && !isHeader && !goesOn) {
      const length = attributionLength(lines, index)
      if (length === 0) break
      index += length - 1
    }
    previous = text
    isReceivers = /^\*?(til|to|an|till|kopi|cc)\b/i.test(text) || goesOn
  }
  return lines[index]
}

/** Leaves out quotes, with the line that says whose words they are. */
function withoutQuotes(blocks: MailBlock[]): MailBlock[] {
  let left: MailBlock[] = []
  for (const block of blocks) {
    const lines = linesOf(left.slice(-2))
    const at = [lines.length - 1, lines.length - 2].find((index) => attributionLength(lines, index) > 0)
    const attribution = at === undefined ? undefined : lines[at]
    const isQuoted =
      block.type === 'quotedThread' || (block.type === 'blockquote' && attribution !== undefined)
    if (!isQuoted) left.push(block)
    else if (attribution !== undefined) {
      left = [...left.slice(0, -2), ...blocksBefore(left.slice(-2), attribution)]
    }
  }
  return left
}

/** Leaves out the lines of dashes, and the rules, that stood between the text and the thread. */
function withoutDivider(blocks: MailBlock[]): MailBlock[] {
  const lines = linesOf(blocks)
  const isDivider = ({ type, text }: BlockLine) => type === 'horizontalRule' || /^[-_=*]{3,}$/.test(text)
  const after = lines[lines.findLastIndex((line) => !isDivider(line)) + 1]
  return after === undefined ? blocks : blocksBefore(blocks, after)
}
