/** The next place in a list of `length` options, going round; from nowhere (-1) to the first or the last. */
export function nextOption(index: number, step: 1 | -1, length: number): number {
  if (length === 0) return -1
  if (index === -1) return step === 1 ? 0 : length - 1
  return (index + step + length) % length
}
