import { isLocale, localStorageKey as key, overwriteGetLocale, type Locale } from '../messages/runtime.js'
import { readSaved, writeSaved } from './saved.ts'
import { createSignal, useSignal } from './signal.ts'

export { locales, type Locale } from '../messages/runtime.js'

function initialLocale(): Locale {
  const saved = readSaved(key)
  return isLocale(saved) ? saved : 'nb'
}

const current = createSignal<Locale>(initialLocale())
overwriteGetLocale(current.get)
if (typeof document !== 'undefined') document.documentElement.lang = current.get()

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
  document.documentElement.lang = locale
  current.set(locale)
}
