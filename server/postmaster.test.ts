// @vitest-environment node
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { findPostmaster, parsePostmasterFile } from './postmaster.ts'

const cluster = mkdtempSync(join(tmpdir(), 'tunet-postmaster-'))
const file = join(cluster, 'postmaster.pid')
const content = (pid: number, status: string) =>
  `${pid}\n${cluster}\n1790000000\n5432\n${cluster}\n\n  12345  67\n${status}\n`

afterAll(() => rmSync(cluster, { recursive: true }))

test('a running database says where it is reached', () => {
  expect(parsePostmasterFile(content(42, 'ready   '))).toEqual({
    pid: 42,
    port: 5432,
    host: cluster,
    status: 'ready',
  })
})

test('without a socket it is reached by address', () => {
  expect(parsePostmasterFile('42\n/data\n1790000000\n50123\n\n127.0.0.1\n1\nstarting')).toMatchObject({
    host: '127.0.0.1',
    port: 50123,
    status: 'starting',
  })
})

test('an empty or half-written file is no database', () => {
  expect(parsePostmasterFile('')).toBeUndefined()
  expect(parsePostmasterFile('42\n/data\n')).toBeUndefined()
})

test('a file left by a database that is gone is removed', async () => {
  // Above the highest process number of any system.
  writeFileSync(file, content(2 ** 30, 'ready'))
  expect(await findPostmaster(cluster)).toBeUndefined()
  expect(existsSync(file)).toBe(false)
})

test('its number may be another program’s by now', async () => {
  writeFileSync(file, content(process.pid, 'ready'))
  expect(await findPostmaster(cluster)).toBeUndefined()
  expect(existsSync(file)).toBe(false)
})
