import { idnr } from '@navikt/fnrvalidator'

/** What kind of identity number was found: national, D-number, emergency number, or a synthetic one. */
export type FindingKind = 'fnr' | 'dnr' | 'hnr' | 'testNumber'

/** Something in a text that looks like an identity number. */
export interface Finding {
  /** First character, counted in UTF-16 units of the text as given. */
  start: number
  /** One past the last character. */
  end: number
  kind: FindingKind
}

const kinds: Record<string, FindingKind> = {
  fnr: 'fnr',
  dnr: 'dnr',
  hnr: 'hnr',
  'dnr-and-hnr': 'dnr',
  tnr: 'testNumber',
  'dnr-and-tnr': 'testNumber',
}

const candidate = /(?<!\d|\d[.,])(\d{6})([ .-]?)(\d{5})(?!\d)/g

/**
 * Finds Norwegian identity numbers (fødselsnummer, D-number, H-number, and the synthetic ones of
 * Test-Norge). One space, dot or hyphen may stand after the date; full-width and other compatibility digits
 * count, and invisible characters between digits do not hide a number. Date and both control digits must
 * hold, by the old rule or the one for numbers issued from 2032 (Skatteetaten).
 *
 * About one in 140 random numbers of 11 digits passes too, and one in 13 bank accounts written without
 * dots: a finding is a question to the author, never a verdict.
 */
export function findSensitiveContent(text: string): Finding[] {
  if (!/\p{N}/u.test(text)) return []
  const { folded, starts, ends } = fold(text)
  const findings: Finding[] = []
  let previousEnd = -2
  for (const match of folded.matchAll(candidate)) {
    const [whole, date = '', separator, control = ''] = match
    const isContinued =
      separator !== '' && /\d[ .-]$/.test(folded.slice(Math.max(0, match.index - 2), match.index))
    if (isContinued && match.index - previousEnd > 1) continue
    const result = idnr(date + control)
    const kind = result.status === 'valid' ? kinds[result.type] : undefined
    if (kind === undefined) continue
    previousEnd = match.index + whole.length
    // Every index of the folded text has an entry.
    findings.push({ start: starts[match.index]!, end: ends[previousEnd - 1]!, kind })
  }
  return findings
}

/** The digits of a finding, for comparing one text with another. Keep them out of logs and messages. */
export function findingDigits(text: string, finding: Finding): string {
  return fold(text.slice(finding.start, finding.end)).folded.replace(/\D/g, '')
}

interface FoldedText {
  folded: string
  /** Where in the original each character of `folded` begins, and ends. */
  starts: number[]
  ends: number[]
}

const invisible = /\p{Default_Ignorable_Code_Point}/u
const dash = /[\u2010-\u2015\u2212]/

function fold(text: string): FoldedText {
  let folded = ''
  const starts: number[] = []
  const ends: number[] = []
  let position = 0
  for (const character of text) {
    const start = position
    position += character.length
    const plain = character < '\u0080' ? character : foldCharacter(character)
    folded += plain
    for (let i = 0; i < plain.length; i++) {
      starts.push(start)
      ends.push(position)
    }
  }
  return { folded, starts, ends }
}

function foldCharacter(character: string): string {
  if (invisible.test(character)) return ''
  if (dash.test(character)) return '-'
  return character.normalize('NFKC')
}
