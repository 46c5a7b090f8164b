import { isLocale, localStorageKey as key, overwriteGetLocale, type Locale } from '../messages/runtime.js'
import { readSaved, writeSaved } from './saved.ts'
import { createSignal, useSignal } from './signal.ts'

export type { Locale } from '../messages/runtime.js'

const current = createSignal<Locale>('nb')
overwriteGetLocale(current.get)
restoreLocale()

/** Shows the language remembered in this browser, bokmål when there is none. */
export function restoreLocale(): void {
  const saved = readSaved(key)
  show(isLocale(saved) ? saved : 'nb')
}

/**
 * The language of everything shown now, kept up to date in a component. Messages are plain functions: what calls
 * them is drawn anew when it, or something above it, uses this.
 */
export const useLocale = (): Locale => useSignal(current)

/** The language of everything shown now, outside components. */
export const getLocale = (): Locale => current.get()

/** Changes the language and remembers the choice in this browser. */
export function setLocale(locale: Locale): void {
  writeSaved(key, locale)
  show(locale)
}

/** Shows a language for a while: the choice in this browser stays, and whoever lends one gives back the one before. */
export const lendLocale = (locale: Locale): void => show(locale)

/**
 * Uses the language of the person's own record (`nn-NO`) until a choice is made in this browser. Called
 * before anything is drawn.
 */
export function adoptPreferredLanguage(tag: string): void {
  if (readSaved(key) !== undefined) return
  const language = tag.split('-', 1)[0]
  if (isLocale(language)) show(language)
}

function show(locale: Locale): void {
  if (typeof document !== 'undefined') document.documentElement.lang = locale
  current.set(locale)
}
