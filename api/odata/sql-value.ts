import { sql, type RawBuilder } from 'kysely'
import type { EdmType } from '../graph/property.ts'

const dateTimePattern =
  /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,12})?)?(?:Z|[+-](\d\d)(?::(\d\d)(?::\d\d)?)?)$/i
const datePattern = /^(\d{4})-(\d\d)-(\d\d)$/
const guidPattern = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** True for a day that exists, in the years PostgreSQL writes without `BC`. */
function isDay(year: number, month: number, day: number): boolean {
  if (year < 1 || month < 1 || month > 12 || day < 1) return false
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return day <= (days[month - 1] ?? 0)
}

function isDate(text: string): boolean {
  const [, year, month, day] = datePattern.exec(text) ?? []
  return isDay(Number(year), Number(month), Number(day))
}

function isDateTime(text: string): boolean {
  const match = dateTimePattern.exec(text)
  if (!match) return false
  const [year, month, day, hour, minute, second, offsetHour, offsetMinute] = match
    .slice(1)
    .map((part) => Number(part ?? 0))
  return (
    isDay(year ?? 0, month ?? 0, day ?? 0) &&
    (hour ?? 0) < 24 &&
    (minute ?? 0) < 60 &&
    (second ?? 0) < 60 &&
    (offsetHour ?? 0) < 15 &&
    (offsetMinute ?? 0) < 60
  )
}

function isInteger(text: string, bits: number): boolean {
  return /^[+-]?\d{1,20}$/.test(text) && BigInt.asIntN(bits, toBigInt(text)) === toBigInt(text)
}

/** `BigInt('+5')` is a SyntaxError. */
const toBigInt = (text: string) => BigInt(text.replace(/^\+/, ''))

/**
 * A parameter of the type, checked here so that PostgreSQL never meets a value it cannot read, and cast
 * because PGlite and node-postgres guess types differently. Timestamps in ISO form or as PostgreSQL prints
 * them (`2026-11-21 23:15:53.123456+00`).
 * @returns undefined when the text is no value of the type.
 */
export function sqlValue(text: string, type: EdmType): RawBuilder<unknown> | undefined {
  switch (type) {
    case 'Edm.String':
      return text.includes('\u0000') || !text.isWellFormed() ? undefined : sql`${text}::text`
    case 'Edm.Guid':
      return guidPattern.test(text) ? sql`${text}::uuid` : undefined
    case 'Edm.Boolean':
      // Not a parameter: PGlite takes booleans only as booleans, node-postgres also as text.
      return text === 'true' ? sql`true` : text === 'false' ? sql`false` : undefined
    case 'Edm.Int32':
      return isInteger(text, 32) ? sql`${text}::int` : undefined
    case 'Edm.Int64':
      return isInteger(text, 64) ? sql`${text}::bigint` : undefined
    case 'Edm.DateTimeOffset':
      return isDateTime(text) ? sql`${text}::timestamptz` : undefined
    case 'Edm.Date':
      return isDate(text) ? sql`${text}::date` : undefined
    case 'Edm.Untyped':
      return undefined
  }
}
