import { expect, test } from 'vitest'
import { createFaults } from './faults.ts'

const call = (path: string, init?: RequestInit) => new Request(`https://tunet.test${path}`, init)
const answer = async () => new Response('fine')

test('without faults every call comes through', async () => {
  expect(await (await createFaults().apply(call('/v1.0/me'), answer)).text()).toBe('fine')
})

test('the next matching call fails in the API’s own form, and only that one', async () => {
  const faults = createFaults()
  faults.next({ kind: 'fail', path: '/v1.0/newsPosts', method: 'POST', status: 503, code: 'closed' })
  expect((await faults.apply(call('/v1.0/newsPosts'), answer)).status).toBe(200)
  const failed = await faults.apply(call('/v1.0/newsPosts', { method: 'POST' }), answer)
  expect(failed.status).toBe(503)
  expect(failed.headers.get('Retry-After')).toBe('1')
  expect(await failed.json()).toMatchObject({
    error: {
      code: 'serviceUnavailable',
      innerError: { code: 'closed', 'request-id': failed.headers.get('request-id') },
    },
  })
  expect((await faults.apply(call('/v1.0/newsPosts', { method: 'POST' }), answer)).status).toBe(200)
})

test('offline lasts until it is cleared', async () => {
  const faults = createFaults()
  faults.offline()
  for (const path of ['/v1.0/me', '/v1.0/users']) {
    expect((await faults.apply(call(path), answer)).type).toBe('error')
  }
  faults.clear()
  expect((await faults.apply(call('/v1.0/me'), answer)).status).toBe(200)
})

test('a slow call answers late, but rightly', async () => {
  const faults = createFaults()
  faults.next({ kind: 'slow', delay: 30 })
  const begun = performance.now()
  expect((await faults.apply(call('/v1.0/me'), answer)).status).toBe(200)
  expect(performance.now() - begun).toBeGreaterThanOrEqual(25)
})
