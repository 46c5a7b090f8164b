import {
  activeNynorskWords,
  activeWords,
  becoming,
  between,
  modals,
  participles,
  passiveVerbs,
} from './passive-words.ts'
import type { Sentence } from './sentences.ts'
import type { TextLanguage } from './text-language.ts'
import type { Token } from './words.ts'

/** A verb in the passive, with the auxiliary that governs it. Offsets count UTF-16 units of the text. */
export interface PassiveMatch {
  start: number
  /** One past the last character. */
  end: number
}

/**
 * Finds verbs that do not say who acts: «skal leveres», «leveres», «blir sendt». It knows the verbs by their
 * endings and would rather miss one than point at a word that is none («finnes», «Norges», «blir kaldt»).
 */
export function findPassive(sentences: readonly Sentence[], language: TextLanguage): PassiveMatch[] {
  if (language === 'en') return []
  return sentences.flatMap(({ words }) => findInSentence(words))
}

function findInSentence(words: readonly Token[]): PassiveMatch[] {
  const matches: PassiveMatch[] = []
  for (const [index, word] of words.entries()) {
    const small = word.text.toLowerCase()
    // «Norges» is a name.
    const isName = index > 0 && word.text.charAt(0) !== small.charAt(0)
    if (word.kind !== 'word' || isName || !couldBePassive(small)) continue
    const governor = governorOf(words, index)
    if (!isPassive(small, governor?.text.toLowerCase())) continue
    matches.push({ start: governor?.start ?? word.start, end: word.end })
  }
  return matches
}

const couldBePassive = (word: string) => word.length > 2 && /[sdtnae]$/.test(word)

function isPassive(word: string, governor: string | undefined): boolean {
  if (governor !== undefined && becoming.has(governor)) return hasEnding(word, participles)
  if (activeWords.has(word) || activeNynorskWords.has(word)) return false
  if (governor !== undefined && /^\p{L}{3,}es$/u.test(word)) return true
  if (governor !== undefined && /^\p{L}{2,}ast$/u.test(word)) return true
  return word.endsWith('s') && hasEnding(word, passiveVerbs)
}

/** The modal or «bli» before a verb, with at most three small words between them. */
function governorOf(words: readonly Token[], index: number): Token | undefined {
  for (let before = index - 1; before >= 0 && index - before <= 4; before--) {
    const word = words[before]
    const small = word?.text.toLowerCase() ?? ''
    if (modals.has(small) || becoming.has(small)) return word
    if (!between.has(small)) return undefined
  }
  return undefined
}

/** Longest ending in the lists. */
const maxEnding = 16

function hasEnding(word: string, endings: ReadonlySet<string>): boolean {
  if (endings.has(word)) return true
  // A first part of two letters at least: «ut-fylles», «inn-leveres»; short endings would meet other words.
  for (let at = Math.max(2, word.length - maxEnding); at <= word.length - 4; at++) {
    if (endings.has(word.slice(at))) return true
  }
  return false
}
