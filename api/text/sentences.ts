import { abbreviationOf } from './abbreviations.ts'
import { isWord, type Token } from './words.ts'

/** A sentence. Offsets count UTF-16 units of the text. */
export interface Sentence {
  /** Its first word. */
  start: number
  /** After its last mark, or its last word when a line ends without one. */
  end: number
  /** Its words, in order; at least one. */
  words: Token[]
}

/**
 * The sentences of a text. A sentence ends at `. ! ? …`, at a colon before a capital letter, and where a line
 * or cell ends: a heading or a point of a list is a sentence of its own. The stop of an abbreviation, a date, a
 * numbered point or a decimal number does not end it.
 */
export function readSentences(text: string, tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = []
  let words: Token[] = []
  const finish = (end: number) => {
    const [first] = words
    if (first !== undefined) sentences.push({ start: first.start, end, words })
    words = []
  }
  for (const [index, token] of tokens.entries()) {
    if (isWord(token)) words.push(token)
    else if (token.kind === 'break') finish(words.at(-1)?.end ?? token.start)
    else if (endsSentence(text, token, tokens[index + 1], words)) finish(token.end)
  }
  // A last stop has finished its sentence, so what is left ends with a word.
  finish(words.at(-1)?.end ?? text.length)
  return sentences
}

function endsSentence(text: string, mark: Token, next: Token | undefined, words: readonly Token[]): boolean {
  if (next === undefined || next.kind === 'break') return true
  const between = text.slice(mark.end, Math.min(next.start, mark.end + maxGap))
  const isCapital = /^\p{Lu}/u.test(next.text)
  if (mark.kind === 'colon') return isCapital && /^\s/.test(between)
  const isSmall = /^\p{Ll}/u.test(next.text)
  // «kommune.rapport» is a name, «Ferdig.Neste» lacks a space.
  if (between === '') return isCapital
  // «Kom!» sa hun. And what trails off … goes on.
  if (isSmall && (/^[»”"')\]]/.test(between) || isEllipsis(mark))) return false
  if (mark.text !== '.') return true
  return stopEndsSentence(words, mark, isCapital)
}

/** Longest stretch of marks between two words that is looked at. */
const maxGap = 10

const isEllipsis = ({ text }: Token) => text === '…' || /^\.{2,}$/.test(text)

function stopEndsSentence(words: readonly Token[], mark: Token, isCapitalNext: boolean): boolean {
  const last = words.at(-1)
  if (last === undefined || last.end !== mark.start) return true
  // «1. mars», and «2. Ring legen» as the point of a list; «kl. 15. Møt opp» ends.
  if (last.kind === 'number') return isCapitalNext && words.length > 1
  // «H. Olsen».
  if (last.kind === 'word' && /^\p{Lu}$/u.test(last.text)) return false
  if (last.kind === 'address') return true
  const abbreviation = abbreviationOf(last.text)
  if (abbreviation === 'never last') return false
  return abbreviation === undefined || isCapitalNext
}
