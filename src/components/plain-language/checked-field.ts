import type { RichTextDocument } from '#api/rich-text/contract.ts'
import type { LanguageFinding } from '#api/text/plain-language.ts'
import type { EditableText } from '../rich-text/editable-text.ts'
import { rewriteInput, selectInInput } from './input-text.ts'

/** A text of one kind of letters: a title, a lead. */
export interface PlainField {
  name: string
  text: string
  /** Id of its `input` or `textarea`, which the panel points at and rewrites as if the author had typed. */
  inputId: string
}

/** A rich text. */
export interface RichField {
  name: string
  document: RichTextDocument
  /** What the editor handed out in `onReady`; undefined until then, and nothing can be shown or replaced. */
  editor: EditableText | undefined
}

/** A text the panel reads. */
export type CheckedField = PlainField | RichField

/** A finding and where it stands: offsets in a plain field, ProseMirror positions in a rich one. */
export type PlacedFinding<Finding extends LanguageFinding = LanguageFinding> = Finding & {
  /** Name of its field. */
  field: string
  from: number
  to: number
}

/** Whether two fields say the same and can be reached in the same way. */
export function isSameField(a: CheckedField, b: CheckedField | undefined): boolean {
  if (b === undefined || a.name !== b.name) return false
  if ('document' in a) return 'document' in b && a.document === b.document && a.editor === b.editor
  return !('document' in b) && a.text === b.text && a.inputId === b.inputId
}

/** Takes the author to a finding: selected, in view, with the focus. */
export function showFinding(fields: readonly CheckedField[], finding: PlacedFinding): void {
  const field = fields.find(({ name }) => name === finding.field)
  if (field === undefined) return
  if ('document' in field) field.editor?.select(finding)
  else selectInInput(field.inputId, finding)
}

/** Writes the plain words for each of the findings that still stand. One step for undo in each field. */
export function replaceFindings(
  fields: readonly CheckedField[],
  findings: readonly (PlacedFinding & { replacement: string })[],
): void {
  for (const field of fields) {
    const own = findings.filter((finding) => finding.field === field.name)
    if (own.length === 0) continue
    if ('document' in field) field.editor?.replace(own)
    else rewriteInput(field.inputId, own)
  }
}
