import { readRows } from '../graph/read.ts'
import { maxMatches, type SearchSource } from '../search/search-source.ts'
import { users } from './resource.ts'

/** People, found, ranked and shown as the directory does. */
export const userSearchSource: SearchSource = {
  entityType: 'user',
  odataType: '#microsoft.graph.user',
  async search({ db, viewer, terms, from, size }) {
    const properties = ['id', 'displayName', 'jobTitle', 'department', 'responsibilities', 'accountEnabled']
    const ranked = await users.rank?.(db, viewer, terms.text)
    const rows = await readRows(db, viewer, users, {
      shape: { properties, computed: [] },
      join: ranked?.join,
      where: [],
      order: ranked?.order ?? users.order,
      limit: maxMatches,
    })
    return {
      total: rows.length,
      found: rows.slice(from, from + size).map(({ row }) => ({
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
