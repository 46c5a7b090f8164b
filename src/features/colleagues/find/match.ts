/** A piece of a text, and whether it is what was searched for. */
export interface TextPart {
  text: string
  isMatch: boolean
}

const wordOf = /[\p{L}\p{N}]+/gu
/** Letters people without them on the keyboard write as two, or as the bare one. */
const asTwo: Record<string, string> = { æ: 'ae', ø: 'oe', å: 'aa', ä: 'ae', ö: 'oe' }
const asOne: Record<string, string> = { æ: 'a', ø: 'o', å: 'a' }

const bare = (char: string) => char.normalize('NFD').replaceAll(/\p{M}/gu, '')
const foldings: ((char: string) => string)[] = [
  (char) => asTwo[char] ?? bare(char),
  (char) => asOne[char] ?? bare(char),
]
const digitsOnly = (char: string) => (/\d/.test(char) ? char : '')

/**
 * Cuts a text where the words of a search stand in it, however they are spelt: «aas» is found in «Ås». Misspelt words
 * are found by the API and not marked. The pieces put together are the text.
 */
export function matchingParts(text: string, search: string): TextPart[] {
  const words = search.toLowerCase().match(wordOf) ?? []
  const marks = Array.from(text, () => false)
  for (const fold of foldings) {
    const needles = words.map((word) => Array.from(word, fold).join(''))
    for (const needle of needles) mark(text, needle, fold, marks)
  }
  return cut(text, marks)
}

/** The same for a phone number: the digits count, the spaces do not. */
export function matchingDigits(text: string, search: string): TextPart[] {
  const marks = Array.from(text, () => false)
  mark(text, search.replaceAll(/\D/g, ''), digitsOnly, marks)
  return cut(text, marks)
}

/** Whether every word of the search begins a word of the text. */
export function isNamed(text: string, search: string): boolean {
  const words = search.toLowerCase().match(wordOf) ?? []
  return foldings.some((fold) => {
    const folded = (word: string) => Array.from(word.toLowerCase(), fold).join('')
    const names = (text.match(wordOf) ?? []).map(folded)
    return words.length > 0 && words.every((word) => names.some((name) => name.startsWith(folded(word))))
  })
}

/** Whether the text has some word of the search in it. */
export const isHit = (text: string, search: string): boolean =>
  matchingParts(text, search).some(({ isMatch }) => isMatch)

/** Marks the characters of `text` that, folded, are `needle`. One letter counts only at the beginning of a word. */
function mark(text: string, needle: string, fold: (char: string) => string, marks: boolean[]): void {
  if (needle === '') return
  const characters = Array.from(text)
  const folded: string[] = []
  /** Which character each folded letter comes from. */
  const origins: number[] = []
  for (const [index, char] of characters.entries()) {
    for (const letter of fold(char.toLowerCase())) {
      folded.push(letter)
      origins.push(index)
    }
  }
  const whole = folded.join('')
  for (let at = whole.indexOf(needle); at !== -1; at = whole.indexOf(needle, at + 1)) {
    const from = origins[at] ?? 0
    const isWordStart = from === 0 || !/[\p{L}\p{N}]/u.test(characters[from - 1] ?? '')
    if (needle.length === 1 && !isWordStart) continue
    marks.fill(true, from, (origins[at + needle.length - 1] ?? from) + 1)
  }
}

function cut(text: string, marks: readonly boolean[]): TextPart[] {
  const parts: TextPart[] = []
  for (const [index, char] of Array.from(text).entries()) {
    const isMatch = marks[index] ?? false
    const last = parts.at(-1)
    if (last?.isMatch === isMatch) last.text += char
    else parts.push({ text: char, isMatch })
  }
  return parts
}
