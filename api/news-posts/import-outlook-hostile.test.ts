// @vitest-environment node
import { expect, test } from 'vitest'
import { numbers } from '#tests/compose-compound-file.ts'
import { composeMsg, composeRtf, composeTnef, tags, type OutlookMessage } from '#tests/compose-outlook.ts'
import { outlookHeader, outlookRecipients, picture, refusal, ways } from '#tests/outlook-ways.ts'
import { parseMessage } from './import-message.ts'

const rich: OutlookMessage = {
  properties: { ...outlookHeader, [tags.body]: `Møtet er flyttet. ${'Mer om det. '.repeat(500)}` },
  recipients: outlookRecipients,
  attachments: [
    { [tags.attachData]: new Uint8Array(9000), [tags.attachName]: 'stor.pdf' },
    { message: { properties: { ...outlookHeader, [tags.body]: 'Indre' }, recipients: outlookRecipients } },
  ],
}

test.for(ways)(
  'damage anywhere in %s gives a draft or a reason',
  { timeout: 60_000 },
  async ([, compose]) => {
    const whole = compose(rich)
    const outcomes = new Set<unknown>()
    for (let i = 0; i < 400; i++) {
      const damaged = whole.slice(0, i % 4 === 0 ? Math.floor((whole.length * i) / 400) : whole.length)
      // Spread over the file, and the same at every run.
      for (let n = 0; n < 8; n++) damaged[(i * 7919 + n * 104_729) % whole.length] = (i * 31 + n * 17) & 0xff
      outcomes.add(
        await parseMessage(damaged).then(
          () => 'draft',
          () => refusal(damaged),
        ),
      )
    }
    const reasons = [...outcomes].filter((one) => one !== 'draft')
    expect(outcomes).toContain('draft')
    expect(reasons.every((reason) => reason === 'notAMessage' || reason === 'messageEmpty')).toBe(true)
  },
)

/** A `.msg` whose chains and tree go in circles: every sector follows itself, every entry is its own neighbour. */
function circular(): Uint8Array {
  const file = composeMsg(rich)
  const view = new DataView(file.buffer)
  const fat = (view.getUint32(76, true) + 1) * 512
  for (let i = 0; i < 128; i++) view.setUint32(fat + i * 4, i, true)
  const directory = (view.getUint32(48, true) + 1) * 512
  for (let i = 0; i < 4; i++) view.setUint32(directory + i * 128 + 72, i, true)
  return file
}

/** Many streams that all are the same large chain: together far larger than the file. */
function overlapping(): Uint8Array {
  const attachments = Array.from({ length: 300 }, (_, i) => ({
    [tags.attachName]: `${i}.pdf`,
    [tags.attachData]: i === 0 ? new Uint8Array(4_000_000) : picture,
  }))
  const file = composeMsg({ properties: { ...outlookHeader, [tags.body]: 'Hei' }, attachments })
  const view = new DataView(file.buffer)
  const directory = (view.getUint32(48, true) + 1) * 512
  const isData = (at: number) => view.getUint32(at + 120, true) === 4_000_000
  const isSmall = (at: number) => view.getUint32(at + 120, true) === picture.length
  let large = directory
  while (!isData(large)) large += 128
  for (let at = directory; at + 128 <= file.length; at += 128) {
    if (!isSmall(at)) continue
    view.setUint32(at + 116, view.getUint32(large + 116, true), true)
    view.setUint32(at + 120, 4_000_000, true)
  }
  return file
}

function nested(compose: (message: OutlookMessage) => Uint8Array): Uint8Array {
  let message: OutlookMessage = { properties: { [tags.body]: 'Innerst' } }
  for (let i = 0; i < 200; i++) message = { properties: outlookHeader, attachments: [{ message }] }
  return compose(message)
}

test.for<[string, () => Uint8Array]>([
  ['chains that bite their own tail', circular],
  ['three hundred streams of the same sectors', overlapping],
  ['messages in messages, two hundred deep, in .msg', () => nested(composeMsg)],
  ['messages in messages, two hundred deep, in winmail.dat', () => nested(composeTnef)],
  [
    'a list of properties without end',
    () => composeTnef({ properties: { [0x30010000 | 0x101f]: numbers([0xffffffff]) } }),
  ],
  [
    'RTF of groups alone',
    () => composeMsg({ properties: { [tags.compressedRtf]: composeRtf(`{\\rtf1${'{'.repeat(900_000)}`) } }),
  ],
  [
    'packed RTF that grows',
    () =>
      composeMsg({
        properties: {
          [tags.compressedRtf]: Uint8Array.from([
            ...numbers([900_012, 0x7fffffff, 0x75465a4c, 0]),
            ...new Uint8Array(900_000).map((_, i) => (i % 17 === 0 ? 0xff : 0x0f)),
          ]),
        },
      }),
  ],
])('%s take no time to speak of', { timeout: 20_000 }, async ([, compose]) => {
  const file = compose()
  const started = performance.now()
  const outcome = await parseMessage(file).then(
    ({ attachments }) => attachments.reduce((size, { bytes }) => size + bytes.length, 0),
    () => refusal(file),
  )
  expect(typeof outcome === 'string' || Number(outcome) <= file.length * 3).toBe(true)
  expect(performance.now() - started).toBeLessThan(8000)
})
