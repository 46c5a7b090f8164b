import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { EdmType } from '../graph/property.ts'
import { invalidQueryOption } from '../http/errors.ts'
import { sqlValue } from './sql-value.ts'

/** One value of the last row's sort key. Timestamps as text, to keep their microseconds. */
export type KeyValue = string | number | boolean | null

/** What `$skiptoken` holds. Opaque to clients; nothing in it is trusted when it comes back. */
export interface SkipToken {
  /** The sort key of the last row on the page, in the order of `$orderby`. */
  k: KeyValue[]
  /** A short mark of the query the page belongs to: its filter, search and order. */
  f: string
  /** Which section of the list the row was in; left out for the first, and for lists without. */
  s?: number
}

const maxLength = 4096
const maxValues = 10
const error = (message: string) => invalidQueryOption('$skiptoken', message)

/** The token as base64url of its JSON. */
export function encodeSkipToken(value: SkipToken): string {
  const bytes = new TextEncoder().encode(
    JSON.stringify({ k: value.k, f: value.f, ...(value.s ? { s: value.s } : {}) }),
  )
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/**
 * Reads a token. Whether it belongs to this query (`f`) is for the caller to compare.
 * @throws 400 for whatever is not a token.
 */
export function decodeSkipToken(text: string): SkipToken {
  const token = parse(text)
  if (!isSkipToken(token)) throw error('The $skiptoken is not valid. Follow @odata.nextLink unchanged.')
  return { k: token.k, f: token.f, ...(token.s === undefined ? {} : { s: token.s }) }
}

function parse(text: string): unknown {
  if (text.length > maxLength || !/^[\w-]+$/.test(text)) return undefined
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0))
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

function isSkipToken(value: unknown): value is SkipToken {
  if (typeof value !== 'object' || value === null || !('k' in value) || !('f' in value)) return false
  return (
    typeof value.f === 'string' &&
    Array.isArray(value.k) &&
    value.k.length <= maxValues &&
    value.k.every(isKeyValue) &&
    (!('s' in value) || (Number.isInteger(value.s) && Number(value.s) >= 0))
  )
}

const isKeyValue = (value: unknown): value is KeyValue =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value)

/** One column of a total order. Together the columns must tell any two rows apart. */
export interface OrderColumn {
  expression: RawBuilder<unknown>
  descending: boolean
  type: EdmType
  nullable: boolean
}

interface KeyColumn extends OrderColumn {
  /** Undefined where the last row had null. */
  value: RawBuilder<unknown> | undefined
}

/**
 * The condition for the rows after the one with these key values, in the order of the columns. Null sorts
 * lowest, as in Microsoft Graph: `asc nulls first`, `desc nulls last`.
 * @throws 400 when the values do not fit the columns: they come from a token anyone can write.
 */
export function keysetCondition(
  order: readonly OrderColumn[],
  values: readonly KeyValue[],
): RawBuilder<SqlBool> {
  if (values.length !== order.length) throw invalidToken()
  const columns = order.map((column, index) => withValue(column, values[index] ?? null))
  const [first, ...rest] = columns
  if (!first) return sql`true`
  const uniform = columns.every((column) => !column.nullable && column.descending === first.descending)
  if (!uniform) return after(first, rest)
  // A row comparison is what PostgreSQL can start reading an index from.
  const expressions = sql.join(columns.map((column) => sql`(${column.expression})`))
  const key = sql.join(columns.map((column) => sql`${column.value}`))
  return first.descending ? sql`(${expressions}) < (${key})` : sql`(${expressions}) > (${key})`
}

function withValue(column: OrderColumn, value: KeyValue): KeyColumn {
  if (value === null) {
    if (!column.nullable) throw invalidToken()
    return { ...column, value: undefined }
  }
  const parameter = sqlValue(String(value), column.type)
  if (!parameter) throw invalidToken()
  return { ...column, value: parameter }
}

/** After in this column, or equal in it and after in the rest. */
function after(column: KeyColumn, rest: KeyColumn[]): RawBuilder<SqlBool> {
  const [next, ...others] = rest
  if (!next) return isAfter(column)
  return sql`(${isAfter(column)} or (${isEqual(column)} and ${after(next, others)}))`
}

function isAfter({ expression, descending, nullable, value }: KeyColumn): RawBuilder<SqlBool> {
  if (!value) return descending ? sql`false` : sql`(${expression}) is not null`
  if (!descending) return sql`(${expression}) > ${value}`
  return nullable
    ? sql`((${expression}) < ${value} or (${expression}) is null)`
    : sql`(${expression}) < ${value}`
}

const isEqual = ({ expression, value }: KeyColumn): RawBuilder<SqlBool> =>
  value ? sql`(${expression}) = ${value}` : sql`(${expression}) is null`

const invalidToken = () => error('The $skiptoken does not fit the order. Follow @odata.nextLink unchanged.')
