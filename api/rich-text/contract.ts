/**
 * A rich text document as stored and sent: ProseMirror/Tiptap JSON whose root is `doc`. The allowed
 * nodes, marks and attributes are those of `schema.ts`, which every write is checked against.
 */
export interface RichTextDocument {
  type: 'doc'
  content?: RichTextNode[]
}

/** A node of a document. */
export interface RichTextNode {
  type: string
  attrs?: Record<string, unknown>
  content?: RichTextNode[]
  marks?: RichTextMark[]
  text?: string
}

/** A mark on a piece of text: bold, italic, link, … */
export interface RichTextMark {
  type: string
  attrs?: Record<string, unknown>
}
