import { invalidQueryOption } from '../http/errors.ts'
import { limits } from './limits.ts'

export type TokenKind =
  | 'space'
  | 'string'
  | 'guid'
  | 'dateTime'
  | 'date'
  | 'number'
  | 'count'
  | 'name'
  | 'symbol'
  | 'end'

export interface Token {
  kind: TokenKind
  text: string
  /** First character, 0-based. */
  at: number
}

/** The first kind that matches wins, so a guid or a date is tried before the number it may start with. */
const tokenPattern = new RegExp(
  [
    String.raw`(?<space>[ \t]+)`,
    String.raw`(?<string>'(?:[^']|'')*')`,
    String.raw`(?<guid>[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})`,
    String.raw`(?<dateTime>\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,12})?)?(?:Z|[+-]\d\d:\d\d))`,
    String.raw`(?<date>\d{4}-\d\d-\d\d)`,
    String.raw`(?<number>[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?)`,
    String.raw`(?<count>\$count)`,
    String.raw`(?<name>[a-z_]\w*)`,
    String.raw`(?<symbol>[(),:/])`,
  ].join('|'),
  'iy',
)

/** What needs a space (or a symbol) after it: `1or`, `'a'eq` and `eq'a'` are errors. */
const words: ReadonlySet<TokenKind> = new Set([
  'string',
  'guid',
  'dateTime',
  'date',
  'number',
  'count',
  'name',
])

/** The 400 for a `$filter`, naming the place. `at` is 0-based. */
export const filterError = (message: string, at: number) =>
  invalidQueryOption('$filter', `${message} at position ${at}.`)

/**
 * Splits a `$filter` into tokens in linear time, leaving out spaces and ending with an `end` token.
 * @throws 400 over the length limit, or at the first character that starts no token.
 */
export function tokenize(text: string): Token[] {
  if (text.length > limits.characters) {
    throw invalidQueryOption('$filter', `The filter is longer than ${limits.characters} characters.`)
  }
  const tokens: Token[] = []
  let at = 0
  let afterWord = false
  while (at < text.length) {
    const token = tokenAt(text, at)
    const isWord = words.has(token.kind)
    if (isWord && afterWord) throw filterError('A space is missing', at)
    afterWord = isWord
    if (token.kind !== 'space') tokens.push(token)
    at += token.text.length
  }
  tokens.push({ kind: 'end', text: '', at })
  return tokens
}

function tokenAt(text: string, at: number): Token {
  tokenPattern.lastIndex = at
  const groups = tokenPattern.exec(text)?.groups
  const found = Object.entries(groups ?? {}).find(([, value]) => value !== undefined)
  if (!found) throw filterError(text[at] === "'" ? 'The string has no end' : 'Unexpected character', at)
  // The names of the groups are the kinds.
  return { kind: found[0] as TokenKind, text: found[1], at }
}
