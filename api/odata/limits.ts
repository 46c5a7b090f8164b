/**
 * What one query option may ask for. Checked before or while parsing, so that no text, however hostile,
 * costs more than a few milliseconds or reaches the database (OWASP ASVS 5.0 §4.3.1).
 */
export const limits = {
  /** Characters in one option's value. */
  characters: 2048,
  /** Nesting of parentheses, `not` and `any`. */
  depth: 12,
  /** Conditions and operators in one `$filter` or `$search`. */
  nodes: 120,
  /** Values in one `in (…)`. */
  inItems: 100,
  /** Names in one property path. */
  pathSegments: 6,
  /** Properties in one `$orderby`. */
  orderBy: 5,
  /** Characters in one word of `$search`. */
  searchWord: 100,
  /** Words in one `$search`. */
  searchWords: 30,
  /** Rows on one page. */
  top: 999,
} as const
