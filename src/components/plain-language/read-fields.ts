import { addCounts, lixOf } from '#api/text/lix.ts'
import { findingsInDocument } from '#api/text/plain-language-document.ts'
import { checkLanguage, languageOf } from '#api/text/plain-language.ts'
import { plainText } from '#api/text/plain-text.ts'
import type { CheckedField, PlacedFinding } from './checked-field.ts'

/** What the panel shows about all the texts together. */
export interface FieldsReport {
  /** The texts read as one; undefined while there is not a word. */
  lix: number | undefined
  /** In the order one reads. */
  findings: PlacedFinding[]
}

/** Reads the texts of a form, in the one language they are written in. Heavy with word lists: import it lazily. */
export function readFields(fields: readonly CheckedField[]): FieldsReport {
  const texts = fields.map((field) => ('document' in field ? plainText(field.document) : field.text))
  const language = languageOf(texts.join('\n'))
  const reports = texts.map((text) => checkLanguage(text, language))
  const findings = fields.flatMap((field, index): PlacedFinding[] => {
    const own = reports[index]?.findings ?? []
    if ('document' in field) {
      return findingsInDocument(field.document, own).map((finding) => ({ ...finding, field: field.name }))
    }
    return own.map((finding) => ({ ...finding, field: field.name, from: finding.start, to: finding.end }))
  })
  return { lix: lixOf(addCounts(reports)), findings }
}
