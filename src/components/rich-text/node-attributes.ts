/** An attribute that should be a whole number; undefined when it is anything else. */
export function integer(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) ? value : undefined
}
