// @vitest-environment node
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readPage } from '#api/directory-sync/graph-user.ts'
import { describeApi } from '#tests/call-api.ts'
import { testDirectory } from '../testing/sync-directory.ts'
import type { StandInUser } from '../testing/graph-stand-in.ts'

// Answers of Microsoft Graph as others have recorded them; not part of the repository.
const folder = '../shared/corpus/6-graph'
const isThere = existsSync(folder)

/** Everything in the recordings, however deep. */
function* valuesIn(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value === 'string' && value.trimStart().startsWith('{')) {
    // Some bodies are text; one is not quite JSON.
    try {
      yield* valuesIn(JSON.parse(value))
    } catch {
      return
    }
  }
  if (value === null || typeof value !== 'object') return
  if (!Array.isArray(value)) yield value as Record<string, unknown>
  for (const inner of Object.values(value)) yield* valuesIn(inner)
}

const recorded = isThere
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
      .filter((text) => text !== '')
      .flatMap((text) => [...valuesIn(JSON.parse(text))])
  : []
const people = recorded.filter((value): value is StandInUser =>
  Boolean(typeof value.id === 'string' && value.userPrincipalName && !('personType' in value)),
)

describeApi(`Answers in ${folder} (skipped where the folder is missing)`, (api) => {
  const directory = testDirectory(api)

  test.skipIf(!isThere)('everybody recorded there becomes a person here, once', async () => {
    expect(people.length).toBeGreaterThan(10)
    directory.graph.pageSize = 7
    directory.graph.tell()
    for (const user of people) directory.graph.put({ accountEnabled: true, ...user })
    const summary = await directory.sync()
    const ids = [...new Set(people.map(({ id }) => id.toLowerCase()))]
    const found = await api.db
      .selectFrom('user')
      .select(['id', 'user_principal_name'])
      .where('id', 'in', ids)
      .execute()
    expect(found).toHaveLength(ids.length)
    expect(summary).toMatchObject({ created: ids.length, skipped: 0 })
  })

  test.skipIf(!isThere)(
    'every recorded page of users or of changes is understood, or its records are counted',
    () => {
      const pages = recorded.filter((value) => Array.isArray(value.value))
      expect(pages.length).toBeGreaterThan(10)
      for (const page of pages) {
        const read = readPage(page)
        const ids = new Set(read?.users.map(({ id }) => id))
        expect(ids.size + (read?.skipped.length ?? 0)).toBeLessThanOrEqual((page.value as unknown[]).length)
        expect(read).toBeDefined()
      }
    },
  )
})
