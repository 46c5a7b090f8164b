import { invalidQueryOption } from '../http/errors.ts'
import type { SearchNode } from './ast.ts'
import { limits } from './limits.ts'

const error = (message: string) => invalidQueryOption('$search', message)

const noProperties: ReadonlySet<string> = new Set()

/**
 * Parses a decoded `$search`: clauses in double quotes (`\"` and `\\` inside them), or bare words, joined by
 * `AND`, `OR`, `NOT` in upper case and parentheses. Clauses side by side must all match.
 * A clause `"property:text"` is about one property when the property is among `properties`; other colons are
 * part of the text.
 * @throws 400 with the position (0-based) for what is not a search, or says nothing to search for.
 */
export function parseSearch(text: string, properties: ReadonlySet<string> = noProperties): SearchNode {
  if (text.length > limits.characters) throw error(`$search is longer than ${limits.characters} characters.`)
  return new SearchParser(tokenize(text), properties).parse()
}

interface SearchToken {
  kind: 'phrase' | 'word' | 'symbol' | 'end'
  text: string
  at: number
}

const tokenPattern = /[ \t]+|(?<phrase>"(?:[^"\\]|\\.)*")|(?<symbol>[()])|(?<word>[^\s"()]+)/suy

function tokenize(text: string): SearchToken[] {
  const tokens: SearchToken[] = []
  let at = 0
  while (at < text.length) {
    tokenPattern.lastIndex = at
    const match = tokenPattern.exec(text)
    if (!match) throw error(`A quote has no end, or there is an unexpected character, at position ${at}.`)
    const { phrase, symbol, word } = match.groups ?? {}
    if (phrase !== undefined) tokens.push({ kind: 'phrase', text: unescape(phrase.slice(1, -1)), at })
    else if (symbol !== undefined) tokens.push({ kind: 'symbol', text: symbol, at })
    else if (word !== undefined) tokens.push({ kind: 'word', text: word, at })
    at += match[0].length
  }
  tokens.push({ kind: 'end', text: '', at })
  return tokens
}

const unescape = (phrase: string) => phrase.replace(/\\(.)/gsu, '$1')

class SearchParser {
  readonly #tokens: SearchToken[]
  readonly #properties: ReadonlySet<string>
  #next = 0
  #depth = 0
  #nodes = 0

  constructor(tokens: SearchToken[], properties: ReadonlySet<string>) {
    this.#tokens = tokens
    this.#properties = properties
  }

  parse(): SearchNode {
    const node = this.#or()
    if (this.#peek().kind !== 'end') throw this.#unexpected()
    return node
  }

  #or(): SearchNode {
    const operands = [this.#and()]
    while (this.#take('word', 'OR')) operands.push(this.#and())
    return this.#joined('or', operands)
  }

  #and(): SearchNode {
    const operands = [this.#not()]
    while (this.#take('word', 'AND') || this.#startsClause()) operands.push(this.#not())
    return this.#joined('and', operands)
  }

  #joined(kind: 'and' | 'or', operands: SearchNode[]): SearchNode {
    const [only] = operands
    return operands.length === 1 && only ? only : this.#node({ kind, operands })
  }

  #not(): SearchNode {
    if (this.#take('word', 'NOT')) {
      return this.#node({ kind: 'not', operand: this.#nested(() => this.#not()) })
    }
    if (this.#take('symbol', '(')) {
      const inner = this.#nested(() => this.#or())
      if (!this.#take('symbol', ')')) throw this.#unexpected()
      return inner
    }
    if (!this.#startsClause()) throw this.#unexpected()
    const { text } = this.#peek()
    this.#next++
    return this.#node(this.#term(text))
  }

  #term(text: string): SearchNode {
    const colon = text.indexOf(':')
    const property = text.slice(0, Math.max(colon, 0))
    if (!this.#properties.has(property)) return { kind: 'term', text }
    return { kind: 'term', property, text: text.slice(colon + 1) }
  }

  #startsClause(): boolean {
    const { kind, text } = this.#peek()
    return (
      kind === 'phrase' ||
      (kind === 'word' && text !== 'AND' && text !== 'OR') ||
      (kind === 'symbol' && text === '(')
    )
  }

  #nested<T>(parse: () => T): T {
    if (++this.#depth > limits.depth) throw error('The search is nested too deeply.')
    const result = parse()
    this.#depth--
    return result
  }

  #node(node: SearchNode): SearchNode {
    if (++this.#nodes > limits.nodes) throw error('The search has too many clauses.')
    return node
  }

  #peek(): SearchToken {
    // The last token is always `end`, and nothing reads past it.
    return (this.#tokens[this.#next] ?? this.#tokens.at(-1))!
  }

  #take(kind: SearchToken['kind'], text: string): boolean {
    const token = this.#peek()
    const found = token.kind === kind && token.text === text
    if (found) this.#next++
    return found
  }

  #unexpected() {
    return error(`Expected something to search for at position ${this.#peek().at}.`)
  }
}

/** The words of a text: runs of letters and digits, in lower case. Nothing else survives. */
function wordsOf(text: string): string[] {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length === 0) throw error('There is no word to search for.')
  // PostgreSQL refuses words over 2 046 bytes.
  if (words.some((word) => word.length > limits.searchWord)) {
    throw error(`A word is longer than ${limits.searchWord} characters.`)
  }
  return words
}

function countWords(node: SearchNode): number {
  if (node.kind === 'term') return wordsOf(node.text).length
  if (node.kind === 'not') return countWords(node.operand)
  return node.operands.reduce((sum, operand) => sum + countWords(operand), 0)
}

/** Every word is one more look into the index. */
function checkWords(node: SearchNode) {
  if (countWords(node) > limits.searchWords) {
    throw error(`A search has at most ${limits.searchWords} words.`)
  }
}

/**
 * The search as text for `to_tsquery('norwegian', $1)`: every word is a prefix, and the words of one clause
 * must all be there. Words are quoted and hold only letters, digits and single marks between them, so no
 * operator can be smuggled in.
 * @throws 400 when a clause has no word or names a property, or there are over 30 words.
 */
export function searchToTsQuery(node: SearchNode): string {
  checkWords(node)
  return tsQuery(node)
}

function tsQuery(node: SearchNode): string {
  switch (node.kind) {
    case 'and':
    case 'or':
      return `(${node.operands.map(tsQuery).join(node.kind === 'and' ? ' & ' : ' | ')})`
    case 'not':
      return `!${tsQuery(node.operand)}`
    case 'term': {
      if (node.property !== undefined) throw error('Search for one property is not supported here.')
      const compounds =
        node.text
          .normalize('NFC')
          .toLowerCase()
          .match(/[\p{L}\p{N}]+(?:[-.@_/][\p{L}\p{N}]+)*/gu) ?? []
      return `(${compounds.map(compoundQuery).join(' & ')})`
    }
  }
}

/**
 * PostgreSQL indexes `kari@elvestrand.no` and `26/123` as one word, but `hms avvik` as two: a compound is
 * looked for both whole and in its parts.
 */
function compoundQuery(compound: string): string {
  const words = wordsOf(compound)
    .map((word) => `'${word}':*`)
    .join(' & ')
  if (words === `'${compound}':*` || compound.length > limits.searchWord) return words
  return `('${compound}':* | (${words}))`
}

/**
 * The words of a plain search, all of which must be found, for trigram search in the directory.
 * @throws 400 when there is no word or over 30, or the search has `OR`, `NOT` or names a property.
 */
export function searchTerms(node: SearchNode): string[] {
  checkWords(node)
  switch (node.kind) {
    case 'and':
      return node.operands.flatMap(searchTerms)
    case 'term':
      if (node.property !== undefined) throw error('Search for one property is not supported here.')
      return wordsOf(node.text)
    case 'or':
    case 'not':
      throw error('OR and NOT are not supported here.')
  }
}

/** Clauses side by side, those of plain words apart from those that name a property or have `OR` or `NOT`. */
export function splitSearch(node: SearchNode): { plain: SearchTerm[]; others: SearchNode[] } {
  const operands = node.kind === 'and' ? node.operands : [node]
  const isPlain = (one: SearchNode): one is SearchTerm => one.kind === 'term' && one.property === undefined
  return { plain: operands.filter(isPlain), others: operands.filter((one) => !isPlain(one)) }
}

type SearchTerm = Extract<SearchNode, { kind: 'term' }>
