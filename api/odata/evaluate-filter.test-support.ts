import type { FilterNode, LiteralNode, OperandNode } from './ast.ts'

/** A row as the API would send it, flat by path. Timestamps in one format with six decimals, Edm.Int64 as text. */
export type EvaluatedRow = { id: number } & Record<string, unknown>

type Comparable = string | number | bigint | boolean

/**
 * What the operators of filter-to-sql.ts mean, said a second time without SQL: the tests hold the two against
 * each other.
 */
export function evaluateFilter(node: FilterNode, row: Record<string, unknown>): boolean {
  switch (node.kind) {
    case 'and':
      return node.operands.every((operand) => evaluateFilter(operand, row))
    case 'or':
      return node.operands.some((operand) => evaluateFilter(operand, row))
    case 'not':
      return !evaluateFilter(node.operand, row)
    case 'flag':
      return valueOf(node.left, row) === true
    case 'compare':
      return compare(valueOf(node.left, row), node.operator, node.right)
    case 'in':
      return node.values.some((literal) => compare(valueOf(node.left, row), 'eq', literal))
    case 'match': {
      const value = valueOf(node.left, row)
      if (typeof value !== 'string') return false
      const text = node.text.text.toLowerCase()
      if (node.function === 'startswith') return value.toLowerCase().startsWith(text)
      if (node.function === 'endswith') return value.toLowerCase().endsWith(text)
      return value.toLowerCase().includes(text)
    }
    case 'any': {
      const { condition, variable = '' } = node
      return itemsOf(node.collection, row).some(
        (item) => !condition || evaluateFilter(condition, { ...row, [variable]: item }),
      )
    }
  }
}

function compare(value: unknown, operator: string, literal: LiteralNode): boolean {
  if (literal.type === 'null') {
    return operator === 'eq' ? value === null : operator === 'ne' && value !== null
  }
  if (value === null) return operator === 'ne'
  const ignoresCase = literal.type === 'string' && (operator === 'eq' || operator === 'ne')
  const [a, b] = [comparable(value, literal), comparable(literal.text, literal)].map((side) =>
    ignoresCase && typeof side === 'string' ? side.toLowerCase() : side,
  )
  // Both are there, and of one type, as the literal's type says.
  const order = a! < b! ? -1 : a! > b! ? 1 : 0
  return { eq: order === 0, ne: order !== 0, gt: order > 0, ge: order >= 0, lt: order < 0, le: order <= 0 }[
    operator
  ]!
}

function comparable(value: unknown, literal: LiteralNode): Comparable {
  const text = String(value)
  if (literal.type === 'number') return BigInt(text)
  if (literal.type === 'boolean') return text === 'true'
  return text
}

function valueOf(node: OperandNode, row: Record<string, unknown>): unknown {
  return node.kind === 'count' ? itemsOf(node.collection, row).length : row[node.segments.join('/')]
}

/** A collection that is null counts as empty. */
function itemsOf(node: OperandNode, row: Record<string, unknown>): unknown[] {
  const value = valueOf(node, row)
  return Array.isArray(value) ? value : []
}
