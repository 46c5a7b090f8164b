import {
  isChoices,
  isPeriod,
  type AnyFilterValues,
  type FilterDefinition,
  type FilterValue,
  type FilterValues,
  type Period,
} from './filter-definition.ts'

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
/** Longest text searched for, in characters. */
const maxTextLength = 200

/** What an address asks for. What it does not know or cannot be, it leaves out without a word. */
export function parseFilters<const Definitions extends readonly FilterDefinition[]>(
  definitions: Definitions,
  query: URLSearchParams,
): FilterValues<Definitions> {
  const values = Object.fromEntries(definitions.map((filter) => [filter.name, parse(filter, query)]))
  // Each name has the value its own definition gives; an object made from entries cannot say so.
  return values as FilterValues<Definitions>
}

function parse(filter: FilterDefinition, query: URLSearchParams): FilterValue<FilterDefinition> {
  const text = query.get(filter.name)?.trim() ?? ''
  switch (filter.kind) {
    case 'one':
      return filter.options.find(({ value }) => value === text)?.value
    case 'many': {
      const asked = query.getAll(filter.name)
      return filter.options.map(({ value }) => value).filter((value) => asked.includes(value))
    }
    case 'switch':
      return text === 'true'
    case 'text':
      return text.slice(0, maxTextLength)
    case 'unit':
      return idPattern.test(text) ? text : undefined
    case 'period':
      return periodOf(query.get(`${filter.name}From`), query.get(`${filter.name}To`))
  }
}

function periodOf(from: string | null, to: string | null): Period {
  const period: Period = {}
  if (isDay(from)) period.from = from
  if (isDay(to) && !(isDay(from) && to < from)) period.to = to
  return period
}

/** Whether it is a day of the calendar, `2026-02-28`. */
export function isDay(text: string | null): text is string {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T12:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** The query of an address with these values: all else in it is kept, and what is not set is left out. */
export function writeFilters(
  definitions: readonly FilterDefinition[],
  values: AnyFilterValues,
  query: URLSearchParams,
): URLSearchParams {
  const result = new URLSearchParams(query)
  for (const { name, kind } of definitions) {
    const value = values[name]
    for (const key of kind === 'period' ? [`${name}From`, `${name}To`] : [name]) result.delete(key)
    if (isChoices(value)) for (const item of value) result.append(name, item)
    else if (typeof value === 'string' && value !== '') result.set(name, value)
    else if (value === true) result.set(name, 'true')
    else if (isPeriod(value)) {
      const { from, to } = value
      if (from !== undefined) result.set(`${name}From`, from)
      if (to !== undefined) result.set(`${name}To`, to)
    }
  }
  return result
}

/** No filter set. */
export const noFilters = (definitions: readonly FilterDefinition[]): AnyFilterValues =>
  parseFilters(definitions, new URLSearchParams())
