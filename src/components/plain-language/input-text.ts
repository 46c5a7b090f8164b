interface InputPlace {
  from: number
  to: number
  text: string
}

/** Selects a place in a field and moves the focus there. Nothing is done where something else stands by now. */
export function selectInInput(id: string, place: InputPlace): void {
  const input = inputOf(id)
  if (input === undefined || !stands(input, place)) return
  input.focus({ preventScroll: true })
  input.setSelectionRange(place.from, place.to)
  input.scrollIntoView({ block: 'center' })
}

/**
 * Rewrites places in a field as one step that the field's own undo takes back. The form hears of it as of any other
 * change, and the focus is where it was afterwards.
 */
export function rewriteInput(id: string, edits: readonly (InputPlace & { replacement: string })[]): void {
  const input = inputOf(id)
  if (input === undefined) return
  const standing = edits.filter((edit) => stands(input, edit)).sort((a, b) => a.from - b.from)
  const first = standing[0]
  const last = standing.at(-1)
  if (first === undefined || last === undefined) return
  let text = ''
  let at = first.from
  for (const { from, to, replacement } of standing) {
    text += input.value.slice(at, from) + replacement
    at = to
  }
  const focused = document.activeElement
  input.focus({ preventScroll: true })
  input.setSelectionRange(first.from, last.to)
  insertText(input, text)
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true })
}

function insertText(input: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  // Deprecated, but the one way a script's change gets into a field's undo. Not every browser has it.
  const isTyped =
    typeof document.execCommand === 'function' && document.execCommand('insertText', false, text)
  if (isTyped) return
  input.setRangeText(text)
  input.dispatchEvent(new Event('input', { bubbles: true }))
}

function inputOf(id: string): HTMLInputElement | HTMLTextAreaElement | undefined {
  const element = document.getElementById(id)
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element : undefined
}

const stands = (input: HTMLInputElement | HTMLTextAreaElement, { from, to, text }: InputPlace) =>
  input.value.slice(from, to) === text
