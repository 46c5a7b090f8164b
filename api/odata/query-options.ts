import { invalidQueryOption } from '../http/errors.ts'
import { limits } from './limits.ts'

/**
 * The query options of a request, decoded once: `+` is a space and names are matched after decoding, in any
 * case (`$skipToken` and `$skiptoken` are both seen). The keys are the names as they stand in `allowed`.
 * @throws 400 with the option's name as target: one that is not allowed, is given twice or is not UTF-8.
 */
export function parseQueryOptions(url: URL, allowed: ReadonlySet<string>): Map<string, string> {
  const canonical = new Map([...allowed].map((name) => [name.toLowerCase(), name]))
  const options = new Map<string, string>()
  for (const part of url.search.slice(1).split('&')) {
    if (part === '') continue
    const equals = part.indexOf('=')
    const rawName = equals < 0 ? part : part.slice(0, equals)
    const given = decode(rawName, rawName)
    const name = canonical.get(given.toLowerCase())
    if (name === undefined) {
      throw invalidQueryOption(given, `The query option ${given} is not supported here.`)
    }
    if (options.has(name)) throw invalidQueryOption(name, `The query option ${name} is given twice.`)
    options.set(name, equals < 0 ? '' : decode(part.slice(equals + 1), name))
  }
  return options
}

function decode(text: string, name: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    throw invalidQueryOption(name, 'The query is not percent-encoded UTF-8.')
  }
}

/**
 * Parses `$top`, the number of rows on a page.
 * @throws 400 outside 1 to 999.
 */
export function parseTop(text: string): number {
  const top = /^\d{1,3}$/.test(text) ? Number(text) : 0
  if (top < 1) throw invalidQueryOption('$top', `$top is a whole number from 1 to ${limits.top}.`)
  return top
}

/**
 * Parses `$count`.
 * @throws 400 for anything but true or false.
 */
export function parseCount(text: string): boolean {
  if (text !== 'true' && text !== 'false') throw invalidQueryOption('$count', '$count is true or false.')
  return text === 'true'
}
