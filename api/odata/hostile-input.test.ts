// @vitest-environment node
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { beforeEach, expect, test, type TestContext } from 'vitest'
import { text } from '../graph/property.ts'
import { ApiError } from '../http/errors.ts'
import { filterToSql } from './filter-to-sql.ts'
import { parseFilter } from './parse-filter.ts'
import { parseOrderBy } from './parse-orderby.ts'
import { parseSearch, searchTerms, searchToTsQuery } from './parse-search.ts'
import { parseSelect } from './parse-select.ts'
import { parseQueryOptions } from './query-options.ts'
import { decodeSkipToken } from './skip-token.ts'

/** Inputs written by others, beside the repository; where they are missing the tests are skipped and say so. */
const corpus = new URL('../../../shared/corpus/4-fiendtlig/', import.meta.url)
const skipWithoutCorpus = ({ skip }: TestContext) =>
  skip(!existsSync(corpus), 'the folder ../shared/corpus/4-fiendtlig is missing')

beforeEach(skipWithoutCorpus)

const properties = new Map([['title', text('post.title', { filter: true, sort: true })]])

/** Every way a text can come in, the text itself where it is an option and as the value inside one. */
const doors: Record<string, (input: string) => unknown> = {
  filter: (input) => filterToSql(parseFilter(input), properties),
  'filter value': (input) =>
    filterToSql(parseFilter(`title eq '${input.replaceAll("'", "''")}'`), properties),
  'filter value, not doubled': (input) => filterToSql(parseFilter(`title eq '${input}'`), properties),
  orderBy: (input) => parseOrderBy(input, properties),
  select: (input) => parseSelect(input, properties),
  search: (input) => searchToTsQuery(parseSearch(input)),
  'search words': (input) => searchTerms(parseSearch(input)),
  'skip token': decodeSkipToken,
  query: (input) => parseQueryOptions(new URL(`https://tunet.test/?${input}`), new Set(['$filter'])),
}

function outcomeOf(door: (input: string) => unknown, input: string): unknown {
  try {
    return door(input)
  } catch (error) {
    return error
  }
}

const isRefusal = (outcome: unknown) => outcome instanceof ApiError && outcome.status === 400

function linesOf(folder: string): string[] {
  const directory = new URL(`${folder}/`, corpus)
  return readdirSync(directory).flatMap((name) =>
    readFileSync(new URL(encodeURIComponent(name), directory), 'utf8').split(/\r?\n/),
  )
}

test.each(['sql', 'nosql-ldap', 'odata', 'blns'])(
  'every line of the list %s is read or refused, at every door',
  (folder) => {
    const lines = linesOf(folder)
    expect(lines.length).toBeGreaterThan(50)
    const outcomes = Object.entries(doors).flatMap(([name, door]) =>
      lines.map((line) => ({ name, line, outcome: outcomeOf(door, line) })),
    )
    expect(outcomes.filter(({ outcome }) => outcome instanceof Error && !isRefusal(outcome))).toEqual([])
  },
)

interface GrammarCase {
  Rule: string
  Input: string
  /** Set where the input breaks the grammar. */
  FailAt?: number
}

/** The cases of OData's own grammar about one option, without the option's name. */
function grammarCases(rules: string[], option: string): GrammarCase[] {
  const file = readFileSync(new URL('odata/odata-abnf-testcases.json', corpus), 'utf8')
  // The file's own format; only the named members are read.
  const cases = JSON.parse(file.replace(/^\uFEFF/, '')) as GrammarCase[]
  return cases
    .filter(({ Rule }) => rules.includes(Rule))
    .map((grammarCase) => ({ ...grammarCase, Input: grammarCase.Input.replace(option, '') }))
}

test('what breaks the grammar of $filter is refused, and plain comparisons are read', () => {
  const cases = grammarCases(['filter', 'boolCommonExpr', 'commonExpr', 'notExpr'], '$filter=')
  const broken = cases.filter(({ FailAt }) => FailAt !== undefined)
  expect(broken.length).toBeGreaterThan(4)
  expect(broken.filter(({ Input }) => !isRefusal(outcomeOf(parseFilter, Input)))).toEqual([])
  const plain = cases.filter(
    ({ Input, FailAt }) =>
      FailAt === undefined &&
      /^[A-Z]\w*(\/\w+)* (eq|ne|[gl][te]) ('[^']*'|[\d.]+|true|false|null)$/.test(Input),
  )
  expect(plain.length).toBeGreaterThan(4)
  expect(plain.filter(({ Input }) => isRefusal(outcomeOf(parseFilter, Input)))).toEqual([])
})

test('what breaks the grammar of $search is refused, and bracketed expressions are read', () => {
  expect(
    grammarCases(['search'], '$search=').map(({ Input }) => isRefusal(outcomeOf(parseSearch, Input))),
  ).toEqual([true])
  expect(
    grammarCases(['searchExpr'], '$search=').map(({ Input }) => isRefusal(outcomeOf(parseSearch, Input))),
  ).toEqual([false])
})
