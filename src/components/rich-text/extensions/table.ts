import { Table as TiptapTable, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'

/** Widest cell, in columns or rows; a larger one can exhaust the reader's memory (graph.md §6.5). */
const maxSpan = 20

const cellAttributes = () => ({
  colspan: { default: 1, parseHTML: (element: HTMLElement) => spanOf(element, 'colspan') },
  rowspan: { default: 1, parseHTML: (element: HTMLElement) => spanOf(element, 'rowspan') },
  /** Kept when a document has it, never made here: the reader's screen decides the widths. */
  colwidth: { default: null, rendered: false, parseHTML: () => null },
})

function spanOf(element: HTMLElement, name: 'colspan' | 'rowspan'): number {
  const span = Number.parseInt(element.getAttribute(name) ?? '', 10)
  return Number.isInteger(span) && span >= 1 ? Math.min(span, maxSpan) : 1
}

/** Tables as `api/rich-text/schema.ts` stores them. */
export const tableExtensions = [
  TiptapTable.extend({ renderHTML: () => ['table', ['tbody', 0]] }).configure({ resizable: false }),
  TableRow,
  TableHeader.extend({ addAttributes: cellAttributes }),
  TableCell.extend({ addAttributes: cellAttributes }),
]
