/** Moves to a field of the form, wherever on the page it is; what it is folded into opens. */
export function focusField(selector: string): void {
  const field = document.querySelector<HTMLElement>(selector)
  const folded = field?.closest('details')
  if (folded) folded.open = true
  field?.scrollIntoView({ block: 'center' })
  field?.focus({ preventScroll: true })
}
