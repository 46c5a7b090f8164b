/** Moves to a field of the form, wherever on the page it is. */
export function focusField(selector: string): void {
  const field = document.querySelector<HTMLElement>(selector)
  field?.scrollIntoView({ block: 'center' })
  field?.focus({ preventScroll: true })
}
