import { readSaved, writeSaved } from '../../lib/saved.ts'

/** How many are remembered. */
const maxKept = 5

/** Kept in this browser only, for each person by themselves: on a shared machine nobody sees the searches of others. */
const keyOf = (userId: string) => `tunet.searches.${userId}`

/** What was searched for last, the newest first. */
export function recentSearches(userId: string): string[] {
  try {
    const kept: unknown = JSON.parse(readSaved(keyOf(userId)) ?? '[]')
    return Array.isArray(kept) ? kept.filter((text) => typeof text === 'string').slice(0, maxKept) : []
  } catch {
    return []
  }
}

/** Remembers a search that was finished. Not one that may hold an identity number; that is asked before. */
export function rememberSearch(userId: string, text: string): void {
  const others = recentSearches(userId).filter((other) => other.toLowerCase() !== text.toLowerCase())
  writeSaved(keyOf(userId), JSON.stringify([text, ...others].slice(0, maxKept)))
}

/** Forgets them all. */
export function forgetSearches(userId: string): void {
  writeSaved(keyOf(userId), undefined)
}
