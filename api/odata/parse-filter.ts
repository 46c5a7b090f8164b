import {
  matchFunctions,
  mirrored,
  type CompareOperator,
  type FilterNode,
  type LiteralNode,
  type MatchFunction,
  type OperandNode,
  type PathNode,
} from './ast.ts'
import { filterError, tokenize, type Token, type TokenKind } from './lexer.ts'
import { limits } from './limits.ts'

/**
 * Parses a decoded `$filter`: `eq ne gt ge lt le in and or not`, parentheses, `contains startswith endswith`,
 * `any` over collections and `x/$count`. Keywords and functions in any case, as Microsoft Graph's own
 * documentation writes them. Which properties exist is not known here: see filter-to-sql.ts.
 * @throws 400 `invalidQueryOption` naming the position (0-based), for whatever is not a filter.
 */
export function parseFilter(text: string): FilterNode {
  return new FilterParser(tokenize(text)).parse()
}

/** Recursive descent: or → and → not → condition, each level one method. */
class FilterParser {
  readonly #tokens: Token[]
  #next = 0
  #depth = 0
  #nodes = 0

  constructor(tokens: Token[]) {
    this.#tokens = tokens
  }

  parse(): FilterNode {
    const node = this.#logical('or')
    if (this.#peek().kind !== 'end') throw this.#unexpected('and, or or the end')
    return node
  }

  #logical(kind: 'or' | 'and'): FilterNode {
    const operand = () => (kind === 'or' ? this.#logical('and') : this.#not())
    const { at } = this.#peek()
    const operands = [operand()]
    while (this.#takeKeyword(kind)) operands.push(operand())
    const [only] = operands
    return operands.length === 1 && only ? only : this.#node({ kind, operands, at })
  }

  #not(): FilterNode {
    const { at } = this.#peek()
    if (!this.#takeKeyword('not')) return this.#condition()
    // A parenthesis counts its own depth.
    const operand = this.#peek().text === '(' ? this.#condition() : this.#nested(() => this.#not())
    return this.#node({ kind: 'not', operand, at })
  }

  #condition(): FilterNode {
    const token = this.#peek()
    if (this.#takeSymbol('(')) {
      const inner = this.#nested(() => this.#logical('or'))
      this.#expectSymbol(')')
      return inner
    }
    if (token.kind === 'name' && this.#peek(1).text === '(') return this.#match()
    if (token.kind !== 'name' || isLiteralWord(token)) return this.#mirroredComparison()

    const left = this.#operand()
    if (left.kind === 'any') return left
    const operator = this.#takeOperator()
    if (operator) {
      return this.#node({ kind: 'compare', operator, left, right: this.#literal(), at: token.at })
    }
    if (this.#takeKeyword('in')) return this.#node({ kind: 'in', left, values: this.#list(), at: token.at })
    if (left.kind === 'count') throw this.#unexpected('a comparison')
    return this.#node({ kind: 'flag', left, at: token.at })
  }

  /** `5 lt x`, kept as `x gt 5`. */
  #mirroredComparison(): FilterNode {
    const right = this.#literal('a condition')
    const operator = this.#takeOperator()
    if (!operator) throw this.#unexpected('a comparison')
    const left = this.#operand()
    if (left.kind === 'any') throw filterError('any cannot be compared', left.at)
    return this.#node({ kind: 'compare', operator: mirrored[operator], left, right, at: right.at })
  }

  #match(): FilterNode {
    const token = this.#take('name', 'a function')
    const name = token.text.toLowerCase()
    if (!isMatchFunction(name)) throw filterError(`Unknown function ${token.text}`, token.at)
    this.#expectSymbol('(')
    const left = this.#operand()
    if (left.kind !== 'path') throw filterError('Expected a property', left.at)
    this.#expectSymbol(',')
    const text = this.#literal()
    if (text.type !== 'string') throw filterError('Expected a string', text.at)
    this.#expectSymbol(')')
    return this.#node({ kind: 'match', function: name, left, text, at: token.at })
  }

  /** A path, with what may end it: `/$count` or `/any(…)`. */
  #operand(): OperandNode | (FilterNode & { kind: 'any' }) {
    const first = this.#takeName('a property')
    const path: PathNode = { kind: 'path', segments: [first.text], at: first.at }
    while (this.#takeSymbol('/')) {
      if (this.#peek().kind === 'count') {
        this.#next++
        return { kind: 'count', collection: path, at: first.at }
      }
      const segment = this.#take('name', 'a property')
      if (this.#peek().text === '(') return this.#any(path, segment)
      path.segments.push(segment.text)
      if (path.segments.length > limits.pathSegments) throw filterError('The path is too long', first.at)
    }
    return path
  }

  #any(collection: PathNode, name: Token): FilterNode & { kind: 'any' } {
    if (name.text.toLowerCase() !== 'any') throw filterError(`Unknown function ${name.text}`, name.at)
    this.#expectSymbol('(')
    if (this.#takeSymbol(')')) {
      return this.#node({
        kind: 'any',
        variable: undefined,
        condition: undefined,
        collection,
        at: collection.at,
      })
    }
    const variable = this.#takeName('a variable').text
    this.#expectSymbol(':')
    const condition = this.#nested(() => this.#logical('or'))
    this.#expectSymbol(')')
    return this.#node({ kind: 'any', collection, variable, condition, at: collection.at })
  }

  #list(): LiteralNode[] {
    this.#expectSymbol('(')
    const values = [this.#literal()]
    while (this.#takeSymbol(',')) {
      values.push(this.#literal())
      if (values.length > limits.inItems) {
        throw filterError(`More than ${limits.inItems} values`, this.#peek().at)
      }
    }
    this.#expectSymbol(')')
    return values
  }

  #literal(expected = 'a literal value'): LiteralNode {
    const token = this.#peek()
    this.#next++
    const literal = { kind: 'literal', text: token.text, at: token.at } as const
    switch (token.kind) {
      case 'string':
        return { ...literal, type: 'string', text: token.text.slice(1, -1).replaceAll("''", "'") }
      case 'number':
      case 'guid':
      case 'date':
      case 'dateTime':
        return { ...literal, type: token.kind }
      case 'name':
        if (isLiteralWord(token)) {
          const word = token.text.toLowerCase()
          return { ...literal, type: word === 'null' ? 'null' : 'boolean', text: word }
        }
    }
    this.#next--
    throw this.#unexpected(expected)
  }

  #nested<T>(parse: () => T): T {
    if (++this.#depth > limits.depth) throw filterError('The filter is nested too deeply', this.#peek().at)
    const result = parse()
    this.#depth--
    return result
  }

  #node<T extends FilterNode>(node: T): T {
    if (++this.#nodes > limits.nodes) throw filterError('The filter has too many conditions', node.at)
    return node
  }

  #peek(ahead = 0): Token {
    // The last token is always `end`, and nothing reads past it.
    return (this.#tokens[this.#next + ahead] ?? this.#tokens.at(-1))!
  }

  #take(kind: TokenKind, expected: string): Token {
    const token = this.#peek()
    if (token.kind !== kind) throw this.#unexpected(expected)
    this.#next++
    return token
  }

  /** A name that can start a condition, which `not` and the literals cannot. */
  #takeName(expected: string): Token {
    const token = this.#peek()
    if (isLiteralWord(token) || token.text.toLowerCase() === 'not') throw this.#unexpected(expected)
    return this.#take('name', expected)
  }

  #takeKeyword(keyword: string): boolean {
    const token = this.#peek()
    const found = token.kind === 'name' && token.text.toLowerCase() === keyword
    if (found) this.#next++
    return found
  }

  #takeOperator(): CompareOperator | undefined {
    const token = this.#peek()
    const word = token.text.toLowerCase()
    if (token.kind !== 'name' || !isCompareOperator(word)) return undefined
    this.#next++
    return word
  }

  #takeSymbol(symbol: string): boolean {
    const token = this.#peek()
    const found = token.kind === 'symbol' && token.text === symbol
    if (found) this.#next++
    return found
  }

  #expectSymbol(symbol: string) {
    if (!this.#takeSymbol(symbol)) throw this.#unexpected(symbol)
  }

  #unexpected(expected: string) {
    return filterError(`Expected ${expected}`, this.#peek().at)
  }
}

const isLiteralWord = (token: Token) => /^(true|false|null)$/i.test(token.text)
const isCompareOperator = (word: string): word is CompareOperator => Object.hasOwn(mirrored, word)
const isMatchFunction = (name: string): name is MatchFunction =>
  matchFunctions.some((known) => known === name)
