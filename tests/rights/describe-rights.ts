import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, describeApi, type TestApi } from '../call-api.ts'
import { createClock } from '../clock.ts'
import { type DatabaseKind, startFromHere } from '../databases.ts'
import { type Fixtures, makeFixtures } from './fixtures.ts'
import { type Column, columns } from './row.ts'
import { table } from './table.ts'

/** Whose token the disabled column has: someone who could do most of it while enabled. */
const disabledPerson = 'liv.dahl'

async function callerOf(api: TestApi, column: Column): Promise<Caller> {
  if (column === 'signed out') return api.signedOut
  if (column === 'disabled') return api.disabled(disabledPerson)
  if (column === 'expired token') return api.expired(disabledPerson)
  return api.as(column)
}

/** Declares a test for every cell of the table: what the person of the column gets from the call of the row. */
export function describeRights(kind: DatabaseKind): void {
  describeApi(
    'Rights',
    (api) => {
      let fixtures: Fixtures
      let backToSeed: () => Promise<void>
      beforeAll(async () => {
        fixtures = await makeFixtures({ db: api.db, clock: createClock() })
        backToSeed = await startFromHere(kind)
      })
      afterAll(() => backToSeed())
      for (const { resource, action, call, status, except, says } of table) {
        describe(`${resource}: ${action}`, () => {
          for (const column of columns) {
            const isPerson = column !== 'signed out' && column !== 'disabled' && column !== 'expired token'
            const expected = isPerson ? (except?.[column] ?? status) : 401
            test(`${column} gets ${expected}`, async () => {
              const response = await call(await callerOf(api, column), fixtures)
              const answer = isPerson && says ? await says(response) : response.status
              expect(answer).toBe(expected)
              expect(response.headers.get('request-id')).toMatch(/^[0-9a-f-]{36}$/)
            })
          }
        })
      }
    },
    {},
    [kind],
  )
}
