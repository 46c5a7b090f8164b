// @vitest-environment node
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { createApi } from '#api/app.ts'
import { migrateToLatest } from '#api/database/migrate.ts'
import { parseMessage } from '#api/news-posts/import-message.ts'
import { seedPeople, type SeededPeople } from '#mocks/seed/seed-people.ts'
import { openPostgres, runStatement, type PostgresDatabase } from '#tests/postgres.ts'
import { searchQuestions, type Question } from './search-questions.test-support.ts'

/** A directory of fifty thousand takes a while to fill. */
const patience = 300_000
const now = new Date('2025-03-12T09:00:00Z')
const name = `search_quality_${crypto.randomUUID().slice(0, 8)}`

let database: PostgresDatabase
let seeded: SeededPeople

beforeAll(async () => {
  const { maintenance } = inject('seeded').postgres
  await runStatement(maintenance, `create database ${name}`)
  const url = new URL(maintenance)
  url.pathname = `/${name}`
  // What takes longer than a request may.
  url.searchParams.set('options', '-c statement_timeout=0')
  database = openPostgres(url.href)
  await migrateToLatest(database.db)
  seeded = await database.db.transaction().execute((trx) => seedPeople(trx, { employees: 50_000, now }))
  await sql`analyze`.execute(database.db)
}, patience)

afterAll(async () => {
  await database.close()
  await runStatement(inject('seeded').postgres.maintenance, `drop database ${name} with (force)`)
})

test(
  'of fifty thousand people the right one is among the first three, 95 times of 100',
  async () => {
    const api = createApi({
      db: database.db,
      listen: database.listen,
      now: () => now,
      log: () => {},
      readMessage: parseMessage,
      // The token is the person; whether tokens are genuine is tried elsewhere.
      verifyToken: async (oid) => ({
        oid,
        preferredUsername: '',
        name: '',
        roles: [],
        issuedAt: now.getTime() / 1000,
      }),
      settings: {
        publicUrl: 'https://tunet.test',
        provisionUsers: false,
        rateLimit: { burst: 10_000, perSecond: 10_000 },
      },
    })
    const answersTo = async ({ text, askerId }: Question) => {
      const search = encodeURIComponent(JSON.stringify(text))
      const response = await api.fetch(
        new Request(`https://tunet.test/v1.0/users?$top=3&$search=${search}`, {
          headers: { authorization: `Bearer ${askerId}` },
        }),
      )
      expect(response.status, text).toBe(200)
      return ((await response.json()) as { value: Parameters<Question['isRight']>[0][] }).value
    }

    const questions = searchQuestions(seeded.people)
    const wrong: Question[] = []
    for (const question of questions) {
      const answers = await answersTo(question)
      if (!answers.some(question.isRight)) wrong.push(question)
    }

    const share = 1 - wrong.length / questions.length
    const byKind = Map.groupBy(questions, ({ kind }) => kind)
    const table = [...byKind].map(([kind, asked]) => {
      const missed = wrong.filter((question) => question.kind === kind)
      return `  ${kind}: ${asked.length - missed.length} of ${asked.length} ${missed.map(({ text }) => `«${text}»`).join(' ')}`
    })
    // oxlint-disable-next-line no-console -- the share is what one wants to see
    console.info(
      `Among the first three of 50 000: ${(share * 100).toFixed(1)} % of ${questions.length}\n${table.join('\n')}`,
    )
    expect(questions.length).toBeGreaterThanOrEqual(200)
    expect(share).toBeGreaterThanOrEqual(0.95)
  },
  patience,
)
