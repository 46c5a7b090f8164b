import { invalidQueryOption } from '../http/errors.ts'
import type { Property } from '../graph/property.ts'
import { limits } from './limits.ts'

/**
 * Parses `$select` into the paths of properties. A name stands for everything below it: `author` selects
 * `author/id`, `author/displayName` and so on.
 * @throws 400 for an unknown name.
 */
export function parseSelect(text: string, properties: ReadonlyMap<string, Property>): Set<string> {
  if (text.length > limits.characters) {
    throw invalidQueryOption('$select', `$select is longer than ${limits.characters} characters.`)
  }
  const names = new Set(text.split(',').map((name) => name.trim()))
  const paths = [...properties.keys()]
  return new Set(
    [...names].flatMap((name) => {
      const selected = paths.filter((path) => path === name || path.startsWith(`${name}/`))
      if (selected.length === 0) throw invalidQueryOption('$select', `Unknown property ${name}.`)
      return selected
    }),
  )
}
