import { decodeCodePage } from './code-page.ts'
import { charsetCodePages, skippedDestinations, symbols } from './rtf-words.ts'

/** A text out of RTF: the HTML that was wrapped in it, or the words alone. */
export interface RtfText {
  kind: 'html' | 'plain'
  text: string
}

/** Groups within groups beyond this end the reading. */
const maxDepth = 500

interface Group {
  /** Its text is not for readers. */
  isSkipped: boolean
  /** Between `\htmlrtf` and `\htmlrtf0` stands what only programs that know no HTML shall show. */
  isHtmlHidden: boolean
  isFontTable: boolean
  font: number
  /** How many characters after `\u` say the same for programs that know no Unicode. */
  unicodeSkip: number
}

interface State {
  kind: RtfText['kind']
  text: string[]
  /** Bytes of 8-bit text that are not decoded yet. */
  pending: number[]
  group: Group
  outer: Group[]
  codePage: number
  fontCodePages: Map<number, number>
  /** Characters left to skip after `\u`. */
  toSkip: number
  /** `\*` was just read: the group is for programs that know its word. */
  isOptional: boolean
}

const token = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([\da-f]{2})|\\([^a-z])|([{}])|\r?\n|([^\\{}\r\n]+)/gi

/**
 * Reads RTF as far as mail needs it: HTML that Outlook wrapped in it is unwrapped ([MS-OXRTFEX]), and of other RTF the
 * words are taken.
 */
export function readRtf(bytes: Uint8Array): RtfText {
  // Each byte a character of the same number; what they mean is known only where they stand.
  const rtf = Array.from({ length: Math.ceil(bytes.length / 8192) }, (_, i) =>
    String.fromCharCode(...bytes.subarray(i * 8192, (i + 1) * 8192)),
  ).join('')
  const state: State = {
    kind: 'plain',
    text: [],
    pending: [],
    group: { isSkipped: false, isHtmlHidden: false, isFontTable: false, font: -1, unicodeSkip: 1 },
    outer: [],
    codePage: 1252,
    fontCodePages: new Map(),
    toSkip: 0,
    isOptional: false,
  }
  if (!rtf.startsWith('{\\rtf')) return { kind: 'plain', text: '' }
  token.lastIndex = 0
  for (let match = token.exec(rtf); match && state.outer.length < maxDepth; match = token.exec(rtf)) {
    const [, word, number, hex, symbol, brace, text] = match
    if (brace !== undefined) readBrace(state, brace)
    else if (word === 'bin') token.lastIndex += Math.max(0, Number(number ?? 0))
    else if (word !== undefined) readWord(state, word, number === undefined ? undefined : Number(number))
    else if (hex !== undefined) readByte(state, Number.parseInt(hex, 16))
    else if (symbol === '*') state.isOptional = true
    else if (symbol !== undefined) write(state, symbols[symbol] ?? (/[\\{}]/.test(symbol) ? symbol : ''))
    else for (const letter of text ?? '') readByte(state, letter.charCodeAt(0))
  }
  flush(state)
  return { kind: state.kind, text: state.text.join('') }
}

function readBrace(state: State, brace: string) {
  flush(state)
  state.toSkip = 0
  state.isOptional = false
  if (brace === '{') {
    state.outer.push(state.group)
    state.group = { ...state.group }
  } else state.group = state.outer.pop() ?? state.group
}

function readWord(state: State, word: string, number: number | undefined) {
  const { group } = state
  flush(state)
  // A group for programs that know its word: HTML's own marks are the only ones we know.
  if (state.isOptional && word !== 'htmltag') group.isSkipped = true
  state.isOptional = false
  if (skippedDestinations.has(word)) group.isSkipped = true
  if (word === 'fonttbl') group.isFontTable = true
  else if (word === 'fromhtml') state.kind = number === 0 ? 'plain' : 'html'
  else if (word === 'htmlrtf') group.isHtmlHidden = number !== 0
  else if (word === 'ansicpg') state.codePage = number ?? 1252
  else if (word === 'f' || word === 'plain') group.font = word === 'f' ? (number ?? -1) : -1
  else if (word === 'fcharset' && group.isFontTable) {
    const codePage = charsetCodePages[number ?? 0]
    if (codePage !== undefined) state.fontCodePages.set(group.font, codePage)
  } else if (word === 'uc') group.unicodeSkip = Math.min(Math.max(number ?? 1, 0), 10)
  else if (word === 'u') {
    state.toSkip = 0
    write(state, String.fromCharCode((number ?? 0) & 0xffff))
    state.toSkip = group.unicodeSkip
  } else write(state, symbols[word] ?? '')
}

function readByte(state: State, byte: number) {
  if (state.toSkip > 0) state.toSkip--
  else if (isWritten(state)) state.pending.push(byte)
}

function write(state: State, text: string) {
  flush(state)
  if (text !== '' && state.toSkip > 0) state.toSkip--
  else if (isWritten(state)) state.text.push(text)
}

function isWritten({ group, kind }: State): boolean {
  return !group.isSkipped && !group.isFontTable && !(kind === 'html' && group.isHtmlHidden)
}

function flush(state: State) {
  if (state.pending.length === 0) return
  const codePage = state.fontCodePages.get(state.group.font) ?? state.codePage
  state.text.push(decodeCodePage(Uint8Array.from(state.pending), codePage))
  state.pending = []
}
