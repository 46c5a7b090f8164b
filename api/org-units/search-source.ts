import { readRows } from '../graph/read.ts'
import { foldLetters } from '../text/fold-letters.ts'
import { maxMatches, type SearchSource } from '../search/search-source.ts'
import { orgUnits } from './resource.ts'

/** Units, by name. Those whose name begins with what was typed come first, then the higher in the tree. */
export const orgUnitSearchSource: SearchSource = {
  entityType: 'orgUnit',
  odataType: '#tunet.orgUnit',
  async search({ db, viewer, terms, from, size }) {
    const rows = await readRows(db, viewer, orgUnits, {
      shape: { properties: ['id', 'displayName', 'parentName', 'kind'], computed: [] },
      where: orgUnits.search ? [orgUnits.search(terms.node)] : [],
      order: orgUnits.order,
      limit: maxMatches,
    })
    const typed = foldLetters(terms.text)
    const units = rows
      .map(({ row }) => ({
        id: String(row.id),
        displayName: String(row.displayName),
        detail: typeof row.parentName === 'string' ? row.parentName : null,
        place: placeOf(foldLetters(String(row.displayName)), typed) + kinds.indexOf(String(row.kind)) / 10,
      }))
      .toSorted((one, other) => one.place - other.place)
    return {
      total: units.length,
      found: units.slice(from, from + size).map(({ id, displayName, detail }) => ({
        id,
        displayName,
        detail,
        texts: [],
        dateTime: null,
        isCurrent: true,
      })),
    }
  },
}

const kinds = ['municipality', 'sector', 'staff', 'area', 'unit', 'department', 'section']

/** The whole name, whole words of it, its beginning, the beginning of a word, anywhere. */
function placeOf(name: string, typed: string): number {
  if (name === typed) return 0
  if (` ${name} `.includes(` ${typed} `)) return 1
  if (name.startsWith(typed)) return 2
  return ` ${name}`.includes(` ${typed}`) ? 3 : 4
}
