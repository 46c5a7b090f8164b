import { randomUUID } from 'node:crypto'

/** A title no other journey uses: they all write to the same server. */
export const uniqueTitle = (words: string): string => `${words} (${randomUUID().slice(0, 4)})`

/** A day in Oslo, `2026-11-18`, counted from today. */
export function daysFromNow(days: number): string {
  const time = new Date(Date.now() + days * 86_400_000)
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' }).format(time)
}
