import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { EdmType, Property } from '../graph/property.ts'
import type { CompareOperator, FilterNode, LiteralNode, LiteralType, OperandNode, PathNode } from './ast.ts'
import { filterError } from './lexer.ts'
import { sqlValue } from './sql-value.ts'

/** A value a condition is about: a property, a lambda variable or the length of a collection. */
interface Operand {
  type: EdmType
  expression: RawBuilder<unknown>
}

interface Scope {
  properties: ReadonlyMap<string, Property>
  variables: ReadonlyMap<string, Operand>
}

/**
 * The filter as a condition for `where`, with every value a parameter.
 *
 * A condition is true or false, never unknown, so `not` gives exactly the other rows:
 * - `eq null` and `ne null` ask whether there is a value; `x ne 'a'` is true where x is null (OData).
 * - Null is neither less nor greater than anything, contains nothing, and is in no list without `null`.
 *
 * Strings are compared as Microsoft Graph's directory does: `eq`, `ne`, `in`, `contains`, `startswith` and
 * `endswith` ignore case; `gt ge lt le` follow the order of the column, as `$orderby` does.
 * @throws 400 naming the position, for a property that is unknown or may not be filtered on, and for a value
 *   that does not fit the property's type.
 */
export function filterToSql(
  node: FilterNode,
  properties: ReadonlyMap<string, Property>,
): RawBuilder<SqlBool> {
  return condition(node, { properties, variables: new Map() })
}

function condition(node: FilterNode, scope: Scope): RawBuilder<SqlBool> {
  switch (node.kind) {
    case 'and':
    case 'or': {
      const operands = node.operands.map((operand) => condition(operand, scope))
      return sql`(${sql.join(operands, node.kind === 'and' ? sql` and ` : sql` or `)})`
    }
    case 'not':
      // SQL's "unknown" below counts as false: `and` and `or` keep that, and this is the one place it would show.
      return sql`((${condition(node.operand, scope)}) is not true)`
    case 'compare':
      return comparison(operandOf(node.left, scope), node.operator, node.right)
    case 'in':
      return isIn(operandOf(node.left, scope), node.values)
    case 'match': {
      const { type, expression } = operandOf(node.left, scope)
      if (type !== 'Edm.String') throw filterError(`${node.function} needs a string property`, node.left.at)
      const text = node.text.text.replace(/[\\%_]/g, '\\$&')
      const pattern = `${node.function === 'startswith' ? '' : '%'}${text}${node.function === 'endswith' ? '' : '%'}`
      return sql`${folded(expression)} like ${folded(valueOf({ ...node.text, text: pattern }, type))}`
    }
    case 'flag': {
      const { type, expression } = operandOf(node.left, scope)
      if (type !== 'Edm.Boolean') throw filterError('Expected a comparison or a boolean property', node.at)
      return sql`${expression}`
    }
    case 'any':
      return any(node, scope)
  }
}

function comparison(left: Operand, operator: CompareOperator, right: LiteralNode): RawBuilder<SqlBool> {
  if (right.type === 'null') {
    if (operator === 'eq') return sql`${left.expression} is null`
    if (operator === 'ne') return sql`${left.expression} is not null`
    return sql`false`
  }
  const value = valueOf(right, left.type)
  if (left.type === 'Edm.Boolean' && operator !== 'eq' && operator !== 'ne') {
    throw filterError('A boolean has no order', right.at)
  }
  const [a, b] =
    left.type === 'Edm.String' && (operator === 'eq' || operator === 'ne')
      ? [folded(left.expression), folded(value)]
      : [left.expression, value]
  return sql`${a} ${sqlOperators[operator]} ${b}`
}

const sqlOperators: Record<CompareOperator, RawBuilder<unknown>> = {
  eq: sql`=`,
  ne: sql`is distinct from`,
  gt: sql`>`,
  ge: sql`>=`,
  lt: sql`<`,
  le: sql`<=`,
}

function isIn(left: Operand, literals: LiteralNode[]): RawBuilder<SqlBool> {
  const isText = left.type === 'Edm.String'
  const values = literals
    .filter((literal) => literal.type !== 'null')
    .map((literal) => valueOf(literal, left.type))
    .map((value) => (isText ? folded(value) : value))
  const isNull = sql<SqlBool>`${left.expression} is null`
  if (values.length === 0) return isNull
  const among = sql<SqlBool>`${isText ? folded(left.expression) : left.expression} in (${sql.join(values)})`
  return values.length === literals.length ? among : sql`(${among} or ${isNull})`
}

function any(node: FilterNode & { kind: 'any' }, scope: Scope): RawBuilder<SqlBool> {
  const collection = propertyOf(node.collection, scope)
  if (!collection.collection) throw filterError('any needs a collection', node.at)
  if (!node.condition || node.variable === undefined) {
    return sql`coalesce(cardinality(${collection.expression}), 0) > 0`
  }
  if (scope.variables.has(node.variable)) {
    throw filterError(`The variable ${node.variable} is already in use`, node.at)
  }
  // Never the caller's own name in SQL; `unnest` names its one column after the alias.
  const alias = sql.id(`item_${scope.variables.size + 1}`)
  const variables = new Map(scope.variables).set(node.variable, { type: collection.type, expression: alias })
  const inner = condition(node.condition, { ...scope, variables })
  return sql`exists (select from unnest(${collection.expression}) as ${alias} where ${inner})`
}

function operandOf(node: OperandNode, scope: Scope): Operand {
  if (node.kind === 'count') {
    const { collection, expression } = propertyOf(node.collection, scope)
    if (!collection) throw filterError('$count needs a collection', node.at)
    return { type: 'Edm.Int32', expression: sql`coalesce(cardinality(${expression}), 0)` }
  }
  const [first = ''] = node.segments
  const variable = scope.variables.get(first)
  if (variable) {
    if (node.segments.length > 1) throw filterError(`Unknown property ${node.segments.join('/')}`, node.at)
    return variable
  }
  const property = propertyOf(node, scope)
  if (property.collection) throw filterError('A collection needs any or $count', node.at)
  return { type: property.type, expression: sql`(${property.expression})` }
}

/** One answer for what does not exist and what may not be filtered on, so that a filter tells nothing. */
function propertyOf(path: PathNode, scope: Scope): Property {
  const name = path.segments.join('/')
  const property = scope.properties.get(name)
  if (!property?.filter) throw filterError(`The property ${name} cannot be filtered on`, path.at)
  return property
}

/** Which literals a property takes. Microsoft Graph accepts guids in quotes. */
const acceptedLiterals: Record<EdmType, readonly LiteralType[]> = {
  'Edm.String': ['string'],
  'Edm.Guid': ['guid', 'string'],
  'Edm.Boolean': ['boolean'],
  'Edm.Int32': ['number'],
  'Edm.Int64': ['number'],
  'Edm.DateTimeOffset': ['dateTime'],
  'Edm.Date': ['date'],
  'Edm.Untyped': [],
}

function valueOf(literal: LiteralNode, type: EdmType): RawBuilder<unknown> {
  const value = acceptedLiterals[type].includes(literal.type) ? sqlValue(literal.text, type) : undefined
  if (!value) throw filterError(`Expected a value of ${type}`, literal.at)
  return value
}

/**
 * Both sides folded by one collation: those of two columns, or of column and parameter, may disagree about
 * letters like İ, and İbrahim must be found by his own name.
 */
const folded = (expression: RawBuilder<unknown>) => sql`lower(${expression} collate "pg_c_utf8")`
