// @vitest-environment node
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { HandBrowser, signIn, SignInByHand } from './testing/hand-browser.ts'
import { freePort, type ServerProcess, startServer } from './testing/server-process.ts'

const kari = 'kari.nilsen@elvestrand.example'
const liv = 'liv.dahl@elvestrand.example'
const database = `several_servers_${process.pid}`

let settings: { DATA_DIR: string; DATABASE_URL: string; PUBLIC_URL: string }
let first: ServerProcess
let second: ServerProcess
let firstOrigin: string
let secondOrigin: string

async function administer(statement: string) {
  const client = new pg.Client(inject('seeded').postgres.maintenance)
  await client.connect()
  await client.query(statement)
  await client.end()
}

/** Two processes behind one address, as behind a load balancer. */
beforeAll(async () => {
  const { maintenance, template } = inject('seeded').postgres
  await administer(`create database ${database} template ${template}`)
  const [firstPort, secondPort] = [await freePort(), await freePort()]
  firstOrigin = `http://localhost:${firstPort}`
  secondOrigin = `http://localhost:${secondPort}`
  settings = {
    DATA_DIR: await mkdtemp(join(tmpdir(), 'tunet-several-')),
    DATABASE_URL: Object.assign(new URL(maintenance), { pathname: `/${database}` }).href,
    PUBLIC_URL: firstOrigin,
  }
  ;[first, second] = await Promise.all([
    startServer({ ...settings, PORT: firstPort }),
    startServer({ ...settings, PORT: secondPort }),
  ])
}, 180_000)

afterAll(async () => {
  for (const server of [first, second]) {
    server?.signal('SIGTERM')
    await server?.ended
  }
  await administer(`drop database if exists ${database} with (force)`)
  await rm(settings.DATA_DIR, { recursive: true })
}, 60_000)

/** Calls the API; with a body it is a POST. */
const call = (origin: string, path: string, token: string, body?: unknown) =>
  fetch(`${origin}/v1.0${path}`, {
    method: body ? 'POST' : 'GET',
    body: body ? JSON.stringify(body) : undefined,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  })

test('what is published through one process reaches the pages open on another, and stopping lets go of them', async () => {
  const writer = await signIn(firstOrigin, new HandBrowser(firstOrigin), liv)
  const reader = await signIn(firstOrigin, new HandBrowser(firstOrigin), kari)
  const live = await call(secondOrigin, '/live', reader.access_token)
  const events = live.body?.pipeThrough(new TextDecoderStream()).getReader()
  let received = (await events?.read())?.value ?? ''

  const draft = await call(firstOrigin, '/newsPosts', writer.access_token, {
    title: 'Brannøvelse i morgen',
    lead: 'Alle går ut når alarmen går.',
    body: {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Møt på plassen.' }] }],
    },
    audience: { everyone: true, orgUnitIds: [], roles: [] },
  })
  const { id } = await draft.json()
  const published = await call(firstOrigin, `/newsPosts/${id}/publish`, writer.access_token, {})
  expect(published.status).toBe(200)

  while (!received.includes('newsPost.published')) received += (await events?.read())?.value ?? ''
  expect(received).toContain(id)

  second.signal('SIGTERM')
  await expect(events?.read().then(() => events.read())).rejects.toThrow('terminated')
  expect(await second.ended).toBe(0)
  expect((await call(firstOrigin, '/me', reader.access_token)).status).toBe(200)
})

test('the database of DATABASE_URL holds everything: nothing is written beside it', async () => {
  expect(await readdir(settings.DATA_DIR)).toEqual([])
})

test('a session outlives the process it was begun in', async () => {
  const jar = new HandBrowser(firstOrigin)
  await signIn(firstOrigin, jar, kari)
  first.signal('SIGKILL')
  await first.ended
  first = await startServer({ ...settings, PORT: new URL(firstOrigin).port })
  const silent = new SignInByHand(firstOrigin, jar)
  expect(await silent.redeem(await silent.start({ prompt: 'none' }))).toHaveProperty('access_token')
})
