// @vitest-environment node
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { ApiError } from '../http/errors.ts'
import { parseDocument } from '../rich-text/document.ts'
import { plainText } from '../text/plain-text.ts'
import { parseMessage } from './import-message.ts'

// Real and damaged messages from the test suites of mail programs, as text, from Outlook and packed by it; not part
// of the repository.
const folder = '../shared/corpus/2-epost'
const isThere = existsSync(folder)
const files = isThere
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(eml|msg|tnef)$/.test(name),
    )
  : []

const Answer = z.array(z.object({ fil: z.string(), emne: z.string(), norske_ord: z.array(z.string()) }))
const norwegian = `${folder}/avledet-norsk`

const read = (path: string) => parseMessage(new Uint8Array(readFileSync(path)))

async function outcome(file: string): Promise<string> {
  const started = performance.now()
  try {
    const { body } = await read(`${folder}/${file}`)
    expect(parseDocument(body)).toEqual(body)
    return performance.now() - started < 10_000 ? 'draft' : `${file} took too long`
  } catch (error) {
    if (error instanceof ApiError) return String(error.parts.code)
    throw new Error(`${file} was neither read nor refused`, { cause: error })
  }
}

describe.skipIf(!isThere)(`messages in ${folder} (skipped where the folder is missing)`, () => {
  test('each becomes a draft or is refused with a code', { timeout: 120_000 }, async ({ annotate }) => {
    const outcomes: { file: string; outcome: string }[] = []
    // One at a time: each is timed by itself.
    for (const file of files) outcomes.push({ file, outcome: await outcome(file) })
    for (const kind of ['eml', 'msg', 'tnef']) {
      const ofKind = outcomes.filter(({ file }) => file.endsWith(`.${kind}`))
      const tally = Object.groupBy(ofKind, (one) => one.outcome)
      const counts = Object.entries(tally).map(([name, all]) => `${name}: ${all?.length}`)
      await annotate(`${kind}: ${ofKind.length} files, ${counts.join(', ')}`)
      expect(ofKind.length).toBeGreaterThan(5)
      expect(tally.draft?.length).toBeGreaterThan(ofKind.length * 0.7)
    }
    const reasons = new Set(outcomes.map((one) => one.outcome))
    expect([...reasons].toSorted()).toEqual(['draft', 'messageEmpty', 'messageEncrypted', 'notAMessage'])
  })

  test('Norwegian messages keep their subject and their letters', async () => {
    const answers = Answer.parse(JSON.parse(readFileSync(`${norwegian}/FASIT.json`, 'utf8')))
    expect(answers.length).toBeGreaterThan(15)
    for (const { fil, emne, norske_ord: words } of answers) {
      const { subject, body } = await read(`${norwegian}/${fil}`)
      expect({ fil, subject }).toEqual({ fil, subject: emne.replace(/^VS: /, '') })
      const text = plainText(body)
      expect({ fil, missing: words.filter((word) => !text.includes(word)) }).toEqual({ fil, missing: [] })
    }
  })
})
