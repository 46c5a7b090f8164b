const wordsPerMinute = 200

/** Minutes it takes to read a text at 200 words a minute, rounded up; at least 1. */
export function readingTimeInMinutes(text: string): number {
  const words = text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0
  return Math.max(1, Math.ceil(words / wordsPerMinute))
}
