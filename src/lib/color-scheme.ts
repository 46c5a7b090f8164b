import { readSaved, writeSaved } from './saved.ts'
import { createSignal, useSignal } from './signal.ts'

export const colorSchemes = ['auto', 'light', 'dark'] as const

/** `auto` follows the device. */
export type ColorScheme = (typeof colorSchemes)[number]

const key = 'tunet.colorScheme'

const saved = readSaved(key)
const current = createSignal<ColorScheme>(colorSchemes.find((scheme) => scheme === saved) ?? 'auto')

/** Puts the saved choice on the document. The first thing main.tsx does, so that nothing is painted in the wrong one. */
export function showColorScheme(): void {
  document.documentElement.dataset.colorScheme = current.get()
}

/** Light, dark or as the device, kept up to date in a component. */
export const useColorScheme = (): ColorScheme => useSignal(current)

/** Changes it at once and remembers the choice in this browser. */
export function setColorScheme(scheme: ColorScheme): void {
  writeSaved(key, scheme === 'auto' ? undefined : scheme)
  current.set(scheme)
  showColorScheme()
}
