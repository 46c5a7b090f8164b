import type { Node } from '@tiptap/pm/model'

const maxRows = 500
const maxColumns = 60

/**
 * Keeps tables drawable: the editor lays a table out as rows × columns, spans included, so that a small
 * document could otherwise ask for millions of cells.
 * @throws RangeError when a table has too many rows or columns.
 */
export function checkTables(doc: Node): void {
  doc.descendants((node) => {
    if (node.type.name !== 'table') return
    if (node.childCount > maxRows) throw new RangeError(`A table has more than ${maxRows} rows`)
    node.forEach((row) => {
      let columns = 0
      row.forEach((cell) => {
        // The schema has checked that colspan is a whole number.
        columns += cell.attrs.colspan as number
      })
      if (columns > maxColumns) throw new RangeError(`A table has more than ${maxColumns} columns`)
    })
  })
}
