import type { FilterNode, LiteralNode, OperandNode } from './ast.ts'

/** The filter as canonical text: lower-case keywords, single spaces, only the parentheses it needs. */
export function printFilter(node: FilterNode): string {
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.operands
        .map((operand) =>
          operand.kind === 'and' || operand.kind === 'or'
            ? `(${printFilter(operand)})`
            : printFilter(operand),
        )
        .join(` ${node.kind} `)
    case 'not':
      return `not (${printFilter(node.operand)})`
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

const printOperand = (node: OperandNode): string =>
  node.kind === 'count' ? `${printOperand(node.collection)}/$count` : node.segments.join('/')

const printLiteral = (node: LiteralNode): string =>
  node.type === 'string' ? `'${node.text.replaceAll("'", "''")}'` : node.text
