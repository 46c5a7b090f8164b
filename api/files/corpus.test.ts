// @vitest-environment node
import { stdout } from 'node:process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { refusalOf } from '#tests/refusal.ts'
import { checkContent } from './check-content.ts'
import { safeFileName } from './file-name.ts'

/** Office and PDF files from the test suites of the libraries that read them, sound and broken; hostile images. */
const folders = ['../shared/corpus/3-office', '../shared/corpus/4-fiendtlig/opplasting-xss']

test.for(folders)('every file of %s is taken or refused with a reason, in time', async (folder, context) => {
  if (!existsSync(folder)) return context.skip('the corpus is not here')
  const tally = new Map<string, number>()
  for (const path of globSync(`${folder}/**/*.*`, { exclude: ['**/INVENTAR.tsv'] })) {
    const started = performance.now()
    const code = await refusalOf(() => checkContent(safeFileName(basename(path)), readFileSync(path)))
    const isInTime = performance.now() - started < 2000
    expect({ path, isInTime }).toEqual({ path, isInTime: true })
    tally.set(code, (tally.get(code) ?? 0) + 1)
  }
  const lines = [...tally].sort(([, a], [, b]) => b - a).map(([code, count]) => `${count} ${code}`)
  stdout.write(`${folder}: ${lines.join(', ')}\n`)
  expect(tally.size).toBeGreaterThan(0)
})

test('the sound documents of the corpus are taken', async (context) => {
  const folder = '../shared/corpus/3-office/norske-dokumenter'
  if (!existsSync(folder)) return context.skip('the corpus is not here')
  for (const path of globSync(`${folder}/**/*.{docx,xlsx,pptx,pdf}`)) {
    const code = await refusalOf(() => checkContent(basename(path), readFileSync(path)))
    expect({ path, code }).toEqual({ path, code: 'accepted' })
  }
})

test('the naughty strings give safe names or none', async (context) => {
  const list = '../shared/corpus/4-fiendtlig/blns/blns.txt'
  if (!existsSync(list)) return context.skip('the corpus is not here')
  for (const line of readFileSync(list, 'utf8').split('\n')) {
    let name = 'a.pdf'
    const code = await refusalOf(() => (name = safeFileName(`${line}.pdf`)))
    expect(['accepted', 'fileNameInvalid']).toContain(code)
    expect(name).toMatch(/^(?![. ])[^/\\:*?"<>|\p{Cc}\p{Cf}]*pdf$/u)
  }
})
