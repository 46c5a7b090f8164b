import { useRef } from 'react'
import type { TreeRow } from './use-tree.ts'

/** How long after a letter the next one belongs to the same word, in milliseconds. */
const pause = 700

/**
 * Finds the next row whose name begins with the letters typed in a row. The same letter again goes on to the next.
 * `forget` begins a new word: whoever moves by other keys has left the one before.
 */
export function useTypeAhead() {
  const typed = useRef({ letters: '', at: 0 })
  const forget = () => {
    typed.current = { letters: '', at: 0 }
  }
  const find = (letter: string, rows: readonly TreeRow[], from: number): TreeRow | undefined => {
    const now = performance.now()
    const { letters, at } = typed.current
    const text = (now - at < pause ? letters : '') + letter.toLowerCase()
    typed.current = { letters: text, at: now }
    const isOne = Array.from(text).every((one) => one === text[0])
    const words = isOne ? text.slice(0, 1) : text
    // A longer word may still be the row one is on.
    const start = isOne ? from + 1 : from
    return [...rows.slice(start), ...rows.slice(0, start)].find(({ unit }) =>
      unit.displayName.toLowerCase().startsWith(words),
    )
  }
  return { find, forget }
}
