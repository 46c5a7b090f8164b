interface Named<Kind extends string> {
  kind: Kind
  /** Its name in the address. A period is in two parts, `<name>From` and `<name>To`. */
  name: string
  label: () => string
}

/** A value that can be chosen, as it stands in the address. */
export interface FilterOption<Value extends string = string> {
  value: Value
  label: () => string
}

/** One of a few; nothing chosen means all of them. */
export interface OneFilter extends Named<'one'> {
  options: readonly FilterOption[]
  /** What «nothing chosen» is called. */
  allLabel: () => string
}

/** Any of a few; nothing chosen means all of them. */
export interface ManyFilter extends Named<'many'> {
  options: readonly FilterOption[]
}

/** What a list can be narrowed by. `unit` holds the id of a unit, `period` whole days in Europe/Oslo. */
export type FilterDefinition =
  | OneFilter
  | ManyFilter
  | Named<'switch'>
  | Named<'text'>
  | Named<'unit'>
  | Named<'period'>

/** Days, `2026-11-16`, both included. */
export interface Period {
  from?: string
  to?: string
}

/** What a filter of each kind can be set to. */
export type FilterValue<Definition extends FilterDefinition> = Definition extends {
  kind: 'one'
  options: readonly FilterOption<infer Value>[]
}
  ? Value | undefined
  : Definition extends { kind: 'many'; options: readonly FilterOption<infer Value>[] }
    ? readonly Value[]
    : Definition extends { kind: 'switch' }
      ? boolean
      : Definition extends { kind: 'text' }
        ? string
        : Definition extends { kind: 'unit' }
          ? string | undefined
          : Period

/** What all filters of a list are set to, by name. */
export type FilterValues<Definitions extends readonly FilterDefinition[]> = {
  [Definition in Definitions[number] as Definition['name']]: FilterValue<Definition>
}

/** The same without knowing which filters they are. */
export type AnyFilterValues = Record<string, FilterValue<FilterDefinition>>

/** Keeps names and options as literals, so that values are typed after them. */
export const defineFilters = <const Definitions extends readonly FilterDefinition[]>(
  definitions: Definitions,
): Definitions => definitions

/** Whether a value is of a filter with many choices. */
export const isChoices = (value: FilterValue<FilterDefinition>): value is readonly string[] =>
  Array.isArray(value)

/** Whether a value is of a filter with two days. */
export const isPeriod = (value: FilterValue<FilterDefinition>): value is Period =>
  typeof value === 'object' && !isChoices(value)
