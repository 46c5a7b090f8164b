import { lixOf, type TextCounts } from './lix.ts'
import { findOfficialese } from './officialese.ts'
import { findPassive } from './passive.ts'
import { readSentences, type Sentence } from './sentences.ts'
import { textLanguage, type TextLanguage } from './text-language.ts'
import { isLongWord, readTokens } from './words.ts'

/** Longest sentence, in words, that is easy to take in at once. */
export const maxSentenceWords = 20

interface Place {
  /** First character, counted in UTF-16 units of the text as given. */
  start: number
  /** One past the last character. */
  end: number
  /** What stands there. */
  text: string
}

/** A sentence of more than `maxSentenceWords` words. */
export interface LongSentence extends Place {
  kind: 'longSentence'
  words: number
}

/** A heavy expression, and what to write in its place. */
export interface HeavyExpression extends Place {
  kind: 'officialese'
  replacement: string
}

/** A verb that hides who acts. Only the author can say who it is. */
export interface Passive extends Place {
  kind: 'passive'
}

/** A place in a text that could be plainer. A suggestion, never a fault. */
export type LanguageFinding = LongSentence | HeavyExpression | Passive

/** How plain a text is. */
export interface LanguageReport extends TextCounts {
  language: TextLanguage
  /** Undefined for a text without words. */
  lix: number | undefined
  /** By where they begin. Only a long sentence overlaps others. */
  findings: LanguageFinding[]
}

/**
 * Reads a text as plain language does: its readability, long sentences, and, in Norwegian, the passive and heavy
 * expressions. For English there is a short list of expressions, and no passive. Takes linear time.
 * @param language of the text; found from its small words when left out.
 */
export function checkLanguage(text: string, language?: TextLanguage): LanguageReport {
  const tokens = readTokens(text)
  const spoken = language ?? textLanguage(tokens)
  const sentences = readSentences(text, tokens)
  const heavy = findOfficialese(text, tokens, spoken)
  const passive = withoutOverlap(findPassive(sentences, spoken), heavy)
  const at = ({ start, end }: { start: number; end: number }) => ({
    start,
    end,
    text: text.slice(start, end),
  })
  const findings: LanguageFinding[] = [
    ...sentences
      .filter(({ words }) => words.length > maxSentenceWords)
      .map((sentence) => ({ kind: 'longSentence' as const, ...at(sentence), words: sentence.words.length })),
    ...heavy.map((match) => ({ kind: 'officialese' as const, ...at(match), replacement: match.replacement })),
    ...passive.map((match) => ({ kind: 'passive' as const, ...at(match) })),
  ]
  const counts = countSentences(sentences)
  return {
    language: spoken,
    ...counts,
    lix: lixOf(counts),
    findings: findings.sort((a, b) => a.start - b.start),
  }
}

/** The written language of a text: bokmål, nynorsk or English. */
export function languageOf(text: string): TextLanguage {
  return textLanguage(readTokens(text))
}

function countSentences(sentences: readonly Sentence[]): TextCounts {
  let words = 0
  let longWords = 0
  for (const sentence of sentences) {
    words += sentence.words.length
    for (const word of sentence.words) if (isLongWord(word)) longWords++
  }
  return { words, longWords, sentences: sentences.length }
}

/** The matches that touch none of `others`. Both are in order. */
function withoutOverlap<Match extends { start: number; end: number }>(
  matches: readonly Match[],
  others: readonly { start: number; end: number }[],
): Match[] {
  let next = 0
  return matches.filter((match) => {
    while ((others[next]?.end ?? Infinity) <= match.start) next++
    return (others[next]?.start ?? Infinity) >= match.end
  })
}
