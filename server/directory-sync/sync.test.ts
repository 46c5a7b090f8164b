// @vitest-environment node
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { GraphStandIn } from '../testing/graph-stand-in.ts'
import { runToEnd } from '../testing/server-process.ts'
import { person, personId } from '../testing/sync-directory.ts'

const database = `directory_${process.pid}`
const graph = new GraphStandIn()
let url: string
let dataDir: string

async function query(text: string, at = url) {
  const client = new pg.Client(at)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end()
  }
}

beforeAll(async () => {
  const { maintenance, template } = inject('seeded').postgres
  await query(`create database ${database} template ${template}`, maintenance)
  url = Object.assign(new URL(maintenance), { pathname: `/${database}` }).href
  dataDir = await mkdtemp(join(tmpdir(), 'tunet-directory-'))
  await graph.start()
}, 60_000)

afterAll(async () => {
  await graph.stop()
  await query(`drop database if exists ${database} with (force)`, inject('seeded').postgres.maintenance)
  await rm(dataDir, { recursive: true })
}, 60_000)

const sync = (more: Record<string, string> = {}, args: string[] = []) =>
  runToEnd(
    'sync.ts',
    {
      DATA_DIR: dataDir,
      DATABASE_URL: url,
      GRAPH_URL: graph.settings.url,
      GRAPH_TOKEN_URL: graph.settings.tokenUrl,
      GRAPH_CLIENT_ID: graph.clientId,
      GRAPH_CLIENT_SECRET: graph.clientSecret,
      ...more,
    },
    args,
  )

test('npm run sync prints how it goes and what it came to', { timeout: 120_000 }, async () => {
  graph.put(...[1, 2, 3, 4].map((n) => person(n, { department: 'Finnes ikke' })))
  const { code, output } = await sync()
  expect(output).toContain('Page 2: 4 new, 0 changed')
  expect(output).toContain('4 new, 0 changed, 0 disabled.')
  expect(output).toContain('4 have a department that names no unit here, or several.')
  expect(code).toBe(0)
  expect(await query(`select from "user" where id = '${personId(4)}'`)).toHaveLength(1)
})

test('a setting that is bad, or refused, is one sentence and code 1', { timeout: 180_000 }, async () => {
  expect(await sync({ GRAPH_CLIENT_SECRET: 'ikke-denne' })).toEqual({
    code: 1,
    output: expect.stringMatching(
      /^GRAPH_TOKEN_URL gave no token for GRAPH_CLIENT_ID and GRAPH_CLIENT_SECRET \(401, invalid_client\)\.$/m,
    ),
  })
  const none = await sync({ GRAPH_CLIENT_ID: '', GRAPH_CLIENT_SECRET: '' })
  expect(none).toEqual({
    code: 1,
    output: expect.stringMatching(/^Say which directory: set GRAPH_CLIENT_ID/),
  })
  expect(await sync({}, ['--everything'])).toEqual({
    code: 1,
    output: 'npm run sync takes --allow-many, and not --everything.',
  })
})
