// @vitest-environment node
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { freePort, runToEnd, startServer } from './testing/server-process.ts'

const database = `timed_work_${process.pid}`
const limited = `limited_${process.pid}`
/** Milliseconds within which a post must be out: its minute, on a slow machine. */
const patience = 90_000

let url: string
let dataDir: string

async function query<Row extends pg.QueryResultRow>(text: string, values: unknown[] = [], at = url) {
  const client = new pg.Client(at)
  await client.connect()
  try {
    return (await client.query<Row>(text, values)).rows
  } finally {
    await client.end()
  }
}

const administer = (statement: string) => query(statement, [], inject('seeded').postgres.maintenance)

beforeAll(async () => {
  const { maintenance, template } = inject('seeded').postgres
  await administer(`create database ${database} template ${template}`)
  url = Object.assign(new URL(maintenance), { pathname: `/${database}` }).href
  dataDir = await mkdtemp(join(tmpdir(), 'tunet-timed-'))
}, 60_000)

afterAll(async () => {
  await administer(`drop database if exists ${database} with (force)`)
  await administer(`drop role if exists ${limited}`)
  await rm(dataDir, { recursive: true })
}, 60_000)

/** A post to everyone that goes out in a second. */
async function schedulePost() {
  const [post] = await query<{ id: string }>(`
    insert into news_post (title, lead, body, body_text, reading_minutes, importance, audience_everyone,
      audience_org_unit_ids, audience_roles, state, author_id, created_at, changed_at, changed_by_id, publish_at)
    select 'Planlagt', 'Kort', '{"type":"doc","content":[]}', 'Hei', 1, 'normal', true, '{}', '{}', 'scheduled',
      id, now(), now(), id, now() + interval '1 second' from "user" limit 1 returning id`)
  return post?.id
}

async function untilPublished(id: string | undefined) {
  for (const deadline = Date.now() + patience; Date.now() < deadline; await sleep(250)) {
    const [post] = await query<{ state: string }>('select state from news_post where id = $1', [id])
    if (post?.state === 'published') return true
  }
  return false
}

test('N2 two servers over one database put a scheduled post out within its minute, once, also after a restart', async () => {
  const settings = { DATA_DIR: dataDir, DATABASE_URL: url }
  const start = async () => startServer({ ...settings, PORT: await freePort() })
  const first = await Promise.all([start(), start()])
  const id = await schedulePost()
  expect(await untilPublished(id)).toBe(true)
  for (const server of first) server.signal('SIGTERM')
  expect(await Promise.all(first.map(({ ended }) => ended))).toEqual([0, 0])

  const later = await schedulePost()
  const again = await start()
  expect(await untilPublished(later)).toBe(true)
  again.signal('SIGTERM')
  expect(await again.ended).toBe(0)
  const published = await query(
    `select target_id from audit_entry where action = 'newsPost.published' and target_id = any($1)`,
    [[id, later]],
  )
  expect(published).toHaveLength(2)
  for (const server of [...first, again]) expect(server.output()).not.toContain('"level":"error"')
}, 300_000)

test('a database user who may not make the queue is told what to grant; after npm run migrate the server starts', async () => {
  await query('drop schema if exists pgboss cascade')
  await administer(`create role ${limited} login password 'kort'`)
  await query(`grant all on all tables in schema public to ${limited}`)
  await query(`grant all on all sequences in schema public to ${limited}`)
  const asLimited = new URL(url)
  asLimited.username = limited
  asLimited.password = 'kort'
  const settings = { DATA_DIR: dataDir, DATABASE_URL: asLimited.href, SEED: 'none' }
  const refused = await runToEnd('main.ts', { ...settings, PORT: await freePort() })
  expect(refused.code).toBe(1)
  expect(refused.output).toMatch(/may not create the schema pgboss.*npm run migrate/)
  expect(refused.output).not.toContain('kort')

  expect((await runToEnd('migrate.ts', { DATA_DIR: dataDir, DATABASE_URL: url })).code).toBe(0)
  await query(`grant usage on schema pgboss to ${limited}`)
  await query(`grant all on all tables in schema pgboss to ${limited}`)
  const server = await startServer({ ...settings, PORT: await freePort() })
  const id = await schedulePost()
  expect(await untilPublished(id)).toBe(true)
  server.signal('SIGTERM')
  expect(await server.ended).toBe(0)
  await query(`drop owned by ${limited}`)
}, 300_000)
