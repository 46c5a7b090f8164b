import { readRows } from '../graph/read.ts'
import { maxMatches, type SearchSource } from '../search/search-source.ts'
import { foldLetters } from '../text/fold-letters.ts'
import { users } from './resource.ts'

/** People, as the directory finds and shows them. */
export const userSearchSource: SearchSource = {
  entityType: 'user',
  odataType: '#microsoft.graph.user',
  async search({ db, viewer, terms, from, size }) {
    const properties = ['id', 'displayName', 'jobTitle', 'department', 'responsibilities', 'accountEnabled']
    const rows = await readRows(db, viewer, users, {
      shape: { properties, computed: [] },
      where: users.search ? [users.search(terms.node)] : [],
      order: users.order,
      limit: maxMatches,
    })
    const typed = foldLetters(terms.text)
    const isFirst = (name: unknown) => (foldLetters(String(name)).startsWith(typed) ? 0 : 1)
    const people = rows
      .map(({ row }) => row)
      .toSorted((one, other) => isFirst(one.displayName) - isFirst(other.displayName))
    return {
      total: people.length,
      found: people.slice(from, from + size).map((row) => ({
        id: String(row.id),
        displayName: String(row.displayName),
        detail: [row.jobTitle, row.department].filter((part) => typeof part === 'string').join(', ') || null,
        // What one can ask the person about is shown only when that is what was looked for.
        texts: ['', ...subjectsOf(row.responsibilities)],
        dateTime: null,
        isCurrent: row.accountEnabled === true,
      })),
    }
  },
}

const subjectsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
