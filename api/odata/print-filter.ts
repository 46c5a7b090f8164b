import type { FilterNode, LiteralNode, OperandNode } from './ast.ts'

/** The filter as canonical text: lower-case keywords, single spaces, only the parentheses it needs. */
export function printFilter(node: FilterNode): string {
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.operands.map((operand) => grouped(operand, node.kind)).join(` ${node.kind} `)
    case 'not':
      return `not ${grouped(node.operand, 'not')}`
    case 'compare':
      return `${printOperand(node.left)} ${node.operator} ${printLiteral(node.right)}`
    case 'in':
      return `${printOperand(node.left)} in (${node.values.map(printLiteral).join(',')})`
    case 'match':
      return `${node.function}(${printOperand(node.left)},${printLiteral(node.text)})`
    case 'flag':
      return printOperand(node.left)
    case 'any':
      return node.condition
        ? `${printOperand(node.collection)}/any(${node.variable}:${printFilter(node.condition)})`
        : `${printOperand(node.collection)}/any()`
  }
}

/** In parentheses where it would read otherwise: `or` below `and`, groups of the same kind, a comparison after `not`. */
function grouped(node: FilterNode, outer: 'and' | 'or' | 'not'): string {
  const isGroup = node.kind === 'and' || node.kind === 'or'
  const needed =
    outer === 'not'
      ? isGroup || node.kind === 'compare' || node.kind === 'in'
      : isGroup && !(outer === 'or' && node.kind === 'and')
  return needed ? `(${printFilter(node)})` : printFilter(node)
}

const printOperand = (node: OperandNode): string =>
  node.kind === 'count' ? `${printOperand(node.collection)}/$count` : node.segments.join('/')

const printLiteral = (node: LiteralNode): string =>
  node.type === 'string' ? `'${node.text.replaceAll("'", "''")}'` : node.text
