import { foldLetters } from './fold-letters.ts'

/** Longest piece of a text that is shown around a match, and how much of it may stand before, in characters. */
const maxLength = 160
const maxBefore = 60

/** What is looked for. */
export interface MarkTerms {
  /** In small letters. */
  words: readonly string[]
  /** The stem of each word, where they are known. */
  stems: readonly string[]
}

/** A run of letters that matched. */
interface Match {
  start: number
  end: number
}

/** A text with `<c0>` and `</c0>` around what matched: the beginnings of words. Marks that are in the text are taken out. */
export function markMatches(text: string, terms: MarkTerms): string {
  const plain = text.replaceAll(/<\/?c0>/g, '')
  let marked = ''
  let end = 0
  for (const match of matchesIn(plain, terms)) {
    marked += `${plain.slice(end, match.start)}<c0>${plain.slice(match.start, match.end)}</c0>`
    end = match.end
  }
  return marked + plain.slice(end)
}

/** How many different words of the search a text has; what matched in all of them is the better title. */
export const wordsFound = (text: string, { words, stems }: MarkTerms): number =>
  words.filter((word, index) => matchesIn(text, { words: [word], stems: [stems[index] ?? word] }).length > 0)
    .length

/** The first text with a match, cut to what stands around it, with its marks; else the beginning of the first text. */
export function markedSummary(texts: readonly string[], terms: MarkTerms): string {
  for (const text of texts) {
    const [first] = matchesIn(text, terms)
    if (first) return markMatches(cutAround(text, first), terms)
  }
  const [first = ''] = texts
  return markMatches(cutAround(first, { start: 0, end: 0 }), terms)
}

function matchesIn(text: string, { words, stems }: MarkTerms): Match[] {
  const matches: Match[] = []
  for (const token of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const length = Math.max(
      ...words.map((word) => matchedLength(token[0], word)),
      ...stems.filter((stem) => stem.length > 2).map((stem) => matchedLength(token[0], stem)),
    )
    if (length > 0) matches.push({ start: token.index, end: token.index + length })
  }
  return matches
}

/** How many letters of a word, from its beginning, are those looked for; 0 when they are others. */
function matchedLength(word: string, wanted: string): number {
  const folded = foldLetters(wanted)
  if (!foldLetters(word).startsWith(folded)) return 0
  let length = 0
  // One letter may fold to two: «æ» is «ae».
  while (foldLetters(word.slice(0, length)).length < folded.length) length++
  return length
}

function cutAround(text: string, { start }: Match): string {
  if (text.length <= maxLength) return text.trim()
  let from = start <= maxBefore ? 0 : text.indexOf(' ', start - maxBefore) + 1
  if (from > start || (from === 0 && start > maxBefore)) from = start
  const last = text.lastIndexOf(' ', from + maxLength)
  const to = from + maxLength >= text.length ? text.length : last > start ? last : from + maxLength
  const piece = text.slice(from, to).replaceAll(/\s+/g, ' ').trim()
  return `${from > 0 ? '… ' : ''}${piece}${to < text.length ? ' …' : ''}`
}
