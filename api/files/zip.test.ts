// @vitest-environment node
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { refusalOf } from '#tests/refusal.ts'
import { noise } from '#tests/sample-files.ts'
import { concat, latin1, viewOf } from './bytes.ts'
import { readZip, unpack } from './zip.ts'

const sample = () => zipSync({ 'a.txt': strToU8('hei '.repeat(100)), 'b/c.txt': strToU8('du') })
const budget = () => ({ left: 1_000_000 })

/** The sample with changes made through `change`, which gets the offsets of both directory entries and the end. */
function changed(
  change: (view: DataView, first: number, second: number, end: number) => void,
  zip = sample(),
) {
  const text = latin1(zip, 0, zip.length)
  const first = text.indexOf('PK\x01\x02')
  change(viewOf(zip), first, text.indexOf('PK\x01\x02', first + 1), text.indexOf('PK\x05\x06'))
  return zip
}

async function readAll(zip: Uint8Array) {
  const left = budget()
  for (const entry of readZip(zip)) await unpack(entry, left)
}

test('entries are read and unpacked', async () => {
  const [a, b] = readZip(sample())
  expect([a?.name, a?.size, b?.name]).toEqual(['a.txt', 400, 'b/c.txt'])
  // The entry exists: its name was just compared.
  expect(await unpack(a!, budget())).toEqual(strToU8('hei '.repeat(100)))
})

test.for<[string, string, Uint8Array]>([
  ['is encrypted', 'fileEncrypted', changed((view, first) => view.setUint16(first + 8, 1, true))],
  ['uses another compression', 'fileDamaged', changed((view, first) => view.setUint16(first + 10, 12, true))],
  [
    'says less than it unpacks to',
    'fileDamaged',
    changed((view, first) => view.setUint32(first + 24, 399, true)),
  ],
  [
    'says more than it unpacks to',
    'fileDamaged',
    changed((view, first) => view.setUint32(first + 24, 401, true)),
  ],
  [
    'unpacks to too much',
    'fileUnpacksTooLarge',
    changed((view, first) => view.setUint32(first + 24, 1_000_001, true)),
  ],
  [
    'claims a mad ratio',
    'fileUnpacksTooLarge',
    changed((view, first) => view.setUint32(first + 24, 2 ** 31, true)),
  ],
  [
    'has overlapping entries',
    'fileDamaged',
    changed((view, first, second) => view.setUint32(second + 42, view.getUint32(first + 42, true), true)),
  ],
  [
    'has entries out of the file',
    'fileDamaged',
    changed((view, first) => view.setUint32(first + 42, 1_000_000, true)),
  ],
  [
    'has more bytes than the file',
    'fileDamaged',
    changed((view, first) => view.setUint32(first + 20, 1_000_000, true)),
  ],
  [
    'names an entry twice',
    'fileDamaged',
    changed((view, first) => view.setUint8(first + 46, 'x'.charCodeAt(0))),
  ],
  [
    'has too many entries',
    'fileUnpacksTooLarge',
    changed((view, _first, _second, end) => view.setUint16(end + 10, 5000, true)),
  ],
  [
    'counts too many entries',
    'fileDamaged',
    changed((view, _first, _second, end) => view.setUint16(end + 10, 3, true)),
  ],
  [
    'counts too few entries',
    'fileDamaged',
    changed((view, _first, _second, end) => view.setUint16(end + 10, 1, true)),
  ],
  [
    'has its directory elsewhere',
    'fileDamaged',
    changed((view, _first, _second, end) => view.setUint32(end + 16, 4, true)),
  ],
  ['has something before it', 'fileDamaged', concat([strToU8('#!/bin/sh\n'), sample()])],
  ['has something behind it', 'fileDamaged', concat([sample(), strToU8('\n<script>')])],
  ['points out of the archive', 'fileDamaged', zipSync({ '../a.txt': strToU8('x') })],
  ['has an absolute path', 'fileDamaged', zipSync({ '/etc/passwd': strToU8('x') })],
  ['has a path with a drive', 'fileDamaged', zipSync({ 'C:/a.txt': strToU8('x') })],
  [
    'has the same name in two spellings',
    'fileDamaged',
    zipSync({ 'a.xml': strToU8('x'), 'A.XML': strToU8('y') }),
  ],
  ['is empty', 'fileDamaged', zipSync({})],
])('a zip that %s is refused', async ([, code, zip]) => {
  expect(await refusalOf(() => readAll(zip))).toBe(code)
})

test('an entry that is not what deflate makes is refused', async () => {
  const zip = changed((view) => view.setUint8(30 + 'a.txt'.length, 0xff))
  expect(await refusalOf(() => readAll(zip))).toBe('fileDamaged')
})

test('an entry that lies about its size is stopped before the rest of it is unpacked', async () => {
  const large = zipSync({ 'large.bmp': noise(300_000) })
  const zip = changed((view, first) => view.setUint32(first + 24, 1000, true), large)
  // Its middle is no deflate stream; whoever unpacks it fails in another way.
  zip.fill(0xff, 150_000, 200_000)
  await expect(readAll(zip)).rejects.toThrow('larger than it says')
})

test('unpacking a large entry lets others work meanwhile', async () => {
  const large = concat([noise(60_000), new Uint8Array(10_000_000)])
  const [entry] = readZip(zipSync({ 'large.bmp': large }))
  let turns = 0
  const timer = setInterval(() => turns++)
  // The zip was made with one entry.
  const bytes = await unpack(entry!, { left: large.length })
  clearInterval(timer)
  expect(bytes.length).toBe(large.length)
  expect(turns).toBeGreaterThan(1)
})
