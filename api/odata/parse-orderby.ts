import { invalidQueryOption } from '../http/errors.ts'
import type { Property } from '../graph/property.ts'
import { limits } from './limits.ts'

export interface OrderBy {
  path: string
  property: Property
  descending: boolean
}

const error = (message: string) => invalidQueryOption('$orderby', message)

/**
 * Parses `$orderby`: `surname desc,givenName`. The words asc and desc in any case.
 * @throws 400 for a property that is unknown or may not be sorted on, one named twice, or more than five.
 */
export function parseOrderBy(text: string, properties: ReadonlyMap<string, Property>): OrderBy[] {
  if (text.length > limits.characters) throw error(`$orderby is longer than ${limits.characters} characters.`)
  const items = text.split(',').map((item) => parseItem(item, properties))
  if (items.length > limits.orderBy) throw error(`$orderby takes at most ${limits.orderBy} properties.`)
  if (new Set(items.map((item) => item.path)).size < items.length) throw error('A property is named twice.')
  return items
}

function parseItem(item: string, properties: ReadonlyMap<string, Property>): OrderBy {
  const [path = '', direction = 'asc', ...rest] = item.trim().split(/[ \t]+/)
  const word = direction.toLowerCase()
  if (rest.length > 0 || (word !== 'asc' && word !== 'desc')) throw error('Expected asc, desc or a comma.')
  const property = properties.get(path)
  if (!property?.sort) throw error(`The property ${path} cannot be sorted on.`)
  return { path, property, descending: word === 'desc' }
}
