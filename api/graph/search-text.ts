import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { SearchNode } from '../odata/ast.ts'
import { searchTerms } from '../odata/parse-search.ts'

/**
 * `$search` over short texts such as names: every word of a clause must stand somewhere in the column, which a
 * trigram index can answer. Columns hold lower-case text; nothing is found in one that is null.
 * @param columns by the name before the colon; `''` is for clauses without one.
 */
export function searchText(
  node: SearchNode,
  columns: Readonly<Record<string, RawBuilder<unknown>>>,
): RawBuilder<SqlBool> {
  switch (node.kind) {
    case 'and':
    case 'or':
      return sql`(${sql.join(
        node.operands.map((operand) => searchText(operand, columns)),
        node.kind === 'and' ? sql` and ` : sql` or `,
      )})`
    case 'not':
      return sql`(${searchText(node.operand, columns)} is not true)`
    case 'term': {
      const column = columns[node.property ?? '']
      // The parser knows only the names the resource gave it.
      if (!column) throw new Error(`There is no column for ${node.property}.`)
      const words = searchTerms({ kind: 'term', text: node.text })
      return sql`(${sql.join(
        words.map((word) => sql`${column} like ${`%${word}%`}`),
        sql` and `,
      )})`
    }
  }
}
