/** A heavy expression and what to write instead. */
export interface OfficialeseEntry {
  /** In small letters, words separated by one space. */
  phrase: string
  /** In the same grammatical form. Empty when the phrase can go without being missed. */
  plain: string
  /** The form after «har», «er», «blir» …, where it differs: «har benyttet» is «har brukt». */
  afterAuxiliary?: string
}

/** Expressions that do not bend: pairs of heavy and plain. */
export function phrases(pairs: readonly (readonly [phrase: string, plain: string])[]): OfficialeseEntry[] {
  return pairs.map(([phrase, plain]) => ({ phrase, plain }))
}

/**
 * Verbs with their forms, separated by `|`, in the same order on both sides: infinitive, present, past, participle, and
 * perhaps passive and imperative. A past that looks like the participle becomes one entry.
 */
export function verbs(rows: readonly (readonly [heavy: string, plain: string])[]): OfficialeseEntry[] {
  return rows.flatMap(([heavy, plain]) => {
    const plainForms = plain.split('|')
    const entries = new Map<string, OfficialeseEntry>()
    for (const [index, phrase] of heavy.split('|').entries()) {
      const form = plainForms[index] ?? ''
      const past = entries.get(phrase)
      if (past === undefined) entries.set(phrase, { phrase, plain: form })
      else if (past.plain !== form) past.afterAuxiliary = form
    }
    return [...entries.values()]
  })
}
