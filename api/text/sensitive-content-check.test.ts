// @vitest-environment node
import { expect, test } from 'vitest'
import { ApiError } from '../http/errors.ts'
import { checkSensitiveContent } from './sensitive-content-check.ts'

const number = '15889010069'

function refusal(call: () => unknown): ApiError {
  try {
    call()
  } catch (error) {
    if (error instanceof ApiError) return error
    throw error
  }
  throw new Error('Nothing was refused')
}

test('a number is refused with its place, and never repeated', () => {
  const error = refusal(() => checkSensitiveContent({ title: 'Hei', body: `Om 158890 10069.` }, []))
  expect(error).toMatchObject({
    status: 422,
    parts: {
      code: 'sensitiveContent',
      details: [{ code: 'sensitiveContent', target: 'body', start: 3, end: 15 }],
    },
  })
  expect(JSON.stringify([error.message, error.parts])).not.toMatch(/158890|10069/)
})

test('an accepted number passes, and what was accepted is returned for the log', () => {
  const here = { target: 'body', start: 3, end: 14 }
  const elsewhere = { target: 'title', start: 3, end: 14 }
  expect(checkSensitiveContent({ body: `Om ${number}` }, [elsewhere, here])).toEqual([here])
})

test('accepting one number does not accept another', () => {
  const fields = { body: `Om ${number} og 15889010085` }
  const error = refusal(() => checkSensitiveContent(fields, [{ target: 'body', start: 3, end: 14 }]))
  expect(error.parts.details).toMatchObject([{ start: 18, end: 29 }])
})

test('accepting the same place in another field does not count', () => {
  const accepted = [{ target: 'title', start: 0, end: 11 }]
  expect(refusal(() => checkSensitiveContent({ body: number }, accepted)).status).toBe(422)
})

test('a number that already stood in the same field passes, however it is written', () => {
  const fields = { body: `Nå flyttet: 158890 10069` }
  expect(checkSensitiveContent(fields, [], { body: number })).toEqual([])
  expect(refusal(() => checkSensitiveContent(fields, [], { title: number })).status).toBe(422)
})

test('ordinary text passes', () => {
  expect(checkSensitiveContent({ title: 'Møte kl. 10', body: 'Konto 1588.90.10069' }, [])).toEqual([])
})
