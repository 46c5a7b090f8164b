// @vitest-environment node
import pg from 'pg'
import { afterEach, expect, inject, test, vi } from 'vitest'
import { Listener } from './listener.ts'

const connection = {
  connectionString: inject('seeded').postgres.maintenance,
  application_name: 'listener-test',
}
const open: Listener[] = []

async function openListener() {
  const listener = new Listener(connection, () => undefined)
  open.push(listener)
  await listener.open()
  return listener
}

async function query(statement: string, values: unknown[] = []) {
  const client = new pg.Client({ ...connection, application_name: 'listener-test-other' })
  await client.connect()
  const { rows } = await client.query(statement, values)
  await client.end()
  return rows
}

const notify = (channel: string, payload: string) => query('select pg_notify($1, $2)', [channel, payload])

afterEach(async () => {
  await Promise.all(open.splice(0).map((listener) => listener.close()))
})

test('all who listen hear, over one connection, until they stop', async () => {
  const listener = await openListener()
  const first: string[] = []
  const second: string[] = []
  const stop = await listener.listen('listener_test', (payload) => first.push(payload))
  await listener.listen('listener_test', (payload) => second.push(payload))
  await listener.listen('listener_other', (payload) => second.push(`other ${payload}`))
  await notify('listener_test', '1')
  await vi.waitFor(() => expect([first, second]).toEqual([['1'], ['1']]))
  await stop()
  await notify('listener_test', '2')
  await vi.waitFor(() => expect(second).toEqual(['1', '2']))
  expect(first).toEqual(['1'])
  const connections = await query(`select from pg_stat_activity where application_name = 'listener-test'`)
  expect(connections).toHaveLength(1)
})

test('a lost connection is taken up again, and those who listened are told to catch up', async () => {
  const listener = await openListener()
  const heard: string[] = []
  let returns = 0
  listener.onReturn = () => (returns += 1)
  await listener.listen('listener_test', (payload) => heard.push(payload))
  await query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'listener-test'`,
  )
  await vi.waitFor(() => expect(returns).toBe(1), { timeout: 10_000 })
  await notify('listener_test', 'after')
  await vi.waitFor(() => expect(heard).toEqual(['after']))
})
