/** First letters of the first and the last name: «Kari Nilsen» → «KN». */
export function initialsOf(displayName: string): string {
  const names = displayName.trim().split(/\s+/)
  const [first = ''] = names
  const last = names.length > 1 ? (names.at(-1) ?? '') : ''
  return (Array.from(first).slice(0, 1).join('') + Array.from(last).slice(0, 1).join('')).toUpperCase()
}
