/** Where a node starts in the text it was parsed from, 0-based. */
interface Positioned {
  at: number
}

/** `author/id`, or a lambda variable. */
export interface PathNode extends Positioned {
  kind: 'path'
  segments: string[]
}

/** `audience/orgUnitIds/$count` */
export interface CountNode extends Positioned {
  kind: 'count'
  collection: PathNode
}

/**
 * A literal as it was written, without the quotes of strings. Numbers stay text: an Edm.Int64 does not fit
 * in a JavaScript number.
 */
export interface LiteralNode extends Positioned {
  kind: 'literal'
  type: LiteralType
  text: string
}

export type LiteralType = 'string' | 'number' | 'boolean' | 'null' | 'guid' | 'date' | 'dateTime'

export type OperandNode = PathNode | CountNode

/** The comparison operators, each with the one that means the same when the sides change places. */
export const mirrored = { eq: 'eq', ne: 'ne', gt: 'lt', ge: 'le', lt: 'gt', le: 'ge' } as const
export type CompareOperator = keyof typeof mirrored

export const matchFunctions = ['contains', 'startswith', 'endswith'] as const
export type MatchFunction = (typeof matchFunctions)[number]

/** A parsed `$filter`. A comparison always has its literal on the right. */
export type FilterNode =
  | ({ kind: 'and' | 'or'; operands: FilterNode[] } & Positioned)
  | ({ kind: 'not'; operand: FilterNode } & Positioned)
  | ({ kind: 'compare'; operator: CompareOperator; left: OperandNode; right: LiteralNode } & Positioned)
  | ({ kind: 'in'; left: OperandNode; values: LiteralNode[] } & Positioned)
  | ({ kind: 'match'; function: MatchFunction; left: PathNode; text: LiteralNode } & Positioned)
  /** A boolean property standing alone: `isPinned`. */
  | ({ kind: 'flag'; left: PathNode } & Positioned)
  /** `audience/orgUnitIds/any(u:u eq …)`, or `any()` for "has at least one". */
  | ({ kind: 'any'; collection: PathNode; variable?: string; condition?: FilterNode } & Positioned)

/** A parsed `$search`. */
export type SearchNode =
  | { kind: 'and' | 'or'; operands: SearchNode[] }
  | { kind: 'not'; operand: SearchNode }
  /** One clause: `"text"` or `"property:text"`. */
  | { kind: 'term'; property?: string; text: string }
