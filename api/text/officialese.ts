import { abbreviationOf } from './abbreviations.ts'
import { imperativeOf } from './imperative.ts'
import type { OfficialeseEntry } from './officialese-entry.ts'
import { englishOfficialese } from './officialese-en.ts'
import { bokmalOfficialese } from './officialese-nb.ts'
import { nynorskOfficialese } from './officialese-nn.ts'
import type { TextLanguage } from './text-language.ts'
import { isWord, type Token } from './words.ts'

/** A heavy expression in a text. Offsets count UTF-16 units of the text. */
export interface OfficialeseMatch {
  start: number
  /** One past the last character. */
  end: number
  /** What to write instead, with a capital letter where the expression had one. */
  replacement: string
}

/** The expressions of a language, by language. */
export const officialese: Record<TextLanguage, readonly OfficialeseEntry[]> = {
  nb: bokmalOfficialese,
  nn: nynorskOfficialese,
  en: englishOfficialese,
}

interface Expression {
  words: string[]
  entry: OfficialeseEntry
}

const byFirstWord: Record<TextLanguage, ReadonlyMap<string, Expression[]>> = {
  nb: indexed(bokmalOfficialese),
  nn: indexed(nynorskOfficialese),
  en: indexed(englishOfficialese),
}

/** The longest expression comes first: «i etterkant av» before «i etterkant». */
function indexed(entries: readonly OfficialeseEntry[]): ReadonlyMap<string, Expression[]> {
  const index = new Map<string, Expression[]>()
  for (const entry of entries) {
    const words = entry.phrase.split(' ')
    // split gives at least one part.
    const first = words[0]!
    index.set(first, [...(index.get(first) ?? []), { words, entry }])
  }
  for (const expressions of index.values()) expressions.sort((a, b) => b.words.length - a.words.length)
  return index
}

/** Finds heavy expressions within the lines of a text, none over another. */
export function findOfficialese(
  text: string,
  tokens: readonly Token[],
  language: TextLanguage,
): OfficialeseMatch[] {
  const run = readRun(text, tokens)
  const matches: OfficialeseMatch[] = []
  for (let at = 0; at < run.length;) {
    const found = matchAt(text, run, at, language)
    if (found === undefined) at++
    else {
      matches.push(found.match)
      at += found.length
    }
  }
  return matches
}

interface RunWord {
  start: number
  end: number
  small: string
  /** Only spaces stand between this word and the one before. */
  isJoined: boolean
}

/** The words, each with the full stop of its abbreviation, and whether it goes on from the word before. */
function readRun(text: string, tokens: readonly Token[]): RunWord[] {
  const run: RunWord[] = []
  let isJoined = false
  for (const token of tokens) {
    const last = run.at(-1)
    if (isWord(token)) {
      const small = token.kind === 'address' ? '' : token.text.toLowerCase()
      const follows = isJoined && last !== undefined && isSpace(text, last.end, token.start)
      run.push({ start: token.start, end: token.end, small, isJoined: follows })
      isJoined = true
    } else if (
      token.text === '.' &&
      last?.end === token.start &&
      abbreviationOf(last.small) === 'never last'
    ) {
      last.end = token.end
    } else isJoined = false
  }
  return run
}

function isSpace(text: string, start: number, end: number): boolean {
  return end - start <= 10 && /^[ \u00A0]+$/.test(text.slice(start, end))
}

function matchAt(text: string, run: readonly RunWord[], at: number, language: TextLanguage) {
  // The caller stays inside the run.
  const first = run[at]!
  for (const { words, entry } of byFirstWord[language].get(first.small) ?? []) {
    const fits = words.every((word, index) => {
      const other = run[at + index]
      return other?.small === word && (index === 0 || other.isJoined)
    })
    if (!fits) continue
    const found = completed(text, run, at, words.length, entry)
    if (found === undefined) continue
    const end = run[at + found.length - 1]!.end // Counted from words of the run.
    const replacement = likeWritten(text.slice(first.start, end), found.plain)
    return { match: { start: first.start, end, replacement }, length: found.length }
  }
  return undefined
}

/** What to write for how many words. Some expressions draw in the words that follow. */
function completed(
  text: string,
  run: readonly RunWord[],
  at: number,
  length: number,
  entry: OfficialeseEntry,
): { plain: string; length: number } | undefined {
  const next = run[at + length]
  if (entry.plain === '') {
    // Nothing to write instead: the next word takes its place, and its capital letter.
    return next?.isJoined === true
      ? { plain: text.slice(next.start, next.end), length: length + 1 }
      : undefined
  }
  if (entry.phrase === 'det bes om' || entry.phrase === 'det anmodes om') {
    const [that, who, verb] = run.slice(at + length, at + length + 3)
    const isDirect = that?.small === 'at' && who !== undefined && /^(du|dere|de|man)$/.test(who.small)
    const isOneLine = that?.isJoined === true && who?.isJoined === true && verb?.isJoined === true
    const imperative = isDirect && isOneLine ? imperativeOf(verb.small) : undefined
    if (imperative !== undefined) return { plain: imperative, length: length + 3 }
  }
  const isAfter = entry.afterAuxiliary !== undefined && followsAuxiliary(run, at)
  return { plain: (isAfter ? entry.afterAuxiliary : undefined) ?? entry.plain, length }
}

const auxiliary =
  /^(ha|har|hadde|hatt|er|var|være|vært|vere|vore|bli|blir|ble|blei|blitt|vert|vart|få|får|fikk|fått|fekk)$/
const passedOver =
  /^(jeg|eg|du|vi|dere|de|dei|han|hun|ho|den|det|man|ein|ikke|ikkje|også|òg|alltid|allerede|allereie|alt|nå|no|bare|berre|aldri)$/

/** Whether a form of «ha», «være» or «bli» governs the word: «har ikke benyttet». */
function followsAuxiliary(run: readonly RunWord[], at: number): boolean {
  for (let before = at - 1; before >= 0 && at - before <= 4; before--) {
    if (run[before + 1]?.isJoined !== true) return false
    const word = run[before]?.small ?? ''
    if (auxiliary.test(word)) return true
    if (!passedOver.test(word)) return false
  }
  return false
}

/** Gives the plain words the capital letters of what was written. */
function likeWritten(written: string, plain: string): string {
  const letters = written.match(/\p{L}/gu) ?? []
  if (letters.length > 1 && written === written.toUpperCase()) return plain.toUpperCase()
  const [first = ''] = written
  return first !== first.toLowerCase() ? `${plain.charAt(0).toUpperCase()}${plain.slice(1)}` : plain
}
