import { readSaved, writeSaved } from '../lib/saved.ts'

/** The last municipality colour and the rules made from it, so that the next visit is painted in it at once. */
const key = 'tunet.accent'

let sheet: CSSStyleSheet | undefined

/** Applies the colour of the last visit, if the municipality has one. */
export function showSavedAccent(): void {
  const rules = readSaved(key)?.split('\n', 2)[1]
  if (rules) apply(rules)
}

/**
 * Paints buttons, links and marks in the municipality's own colour, `#rrggbb`, or in Tunet's when there is
 * none. The rules go in through a constructed style sheet, which the content security policy allows.
 */
export async function showAccent(color: string | undefined): Promise<void> {
  const saved = readSaved(key)
  if (saved?.split('\n', 1)[0] === color) return
  if (!color) {
    if (saved) writeSaved(key, undefined)
    apply('')
    return
  }
  const { accentRules } = await import('./accent-rules.ts')
  const rules = accentRules(color)
  writeSaved(key, `${color}\n${rules}`)
  apply(rules)
}

function apply(rules: string): void {
  if (!sheet) {
    if (!rules) return
    sheet = new CSSStyleSheet()
    document.adoptedStyleSheets.push(sheet)
  }
  sheet.replaceSync(rules)
}
