// @vitest-environment node
import { expect, test } from 'vitest'
import { createApi } from '#api/app.ts'
import { parseMessage } from '#api/news-posts/import-message.ts'
import { caller } from '../call-api.ts'
import { testDatabase } from '../databases.ts'
import type { Fixtures } from './fixtures.ts'
import { table } from './table.ts'

/** Addresses that are themselves the right: tried in api/files/upload-session.test.ts and api/info-screens/screen.test.ts. */
const isItselfTheRight = (path: string) =>
  ['/v1.0/files/uploadSessions/', '/v1.0/infoScreens/screen/'].some((start) => path.startsWith(start))

const id = '00000000-0000-4000-8000-000000000000'
const fixtures: Fixtures = {
  post: { id, etag: 'W/"1"' },
  draft: { id, etag: 'W/"1"' },
  archived: { id, etag: 'W/"1"' },
  inReview: { id, etag: 'W/"1"' },
  scheduled: { id, etag: 'W/"1"' },
  newsEditorId: id,
  infoScreenId: id,
  notificationId: id,
  comment: { id, etag: 'W/"1"' },
  question: { id, etag: 'W/"1"' },
  callBackMessageId: id,
  deviation: { id, actionId: id },
  duty: { id, etag: 'W/"1"' },
  dutyShiftId: id,
  attachedFileId: id,
  looseFileId: id,
  absenceId: id,
  kariId: id,
  disabledId: id,
  nursingHomeId: id,
  departmentId: id,
  organizationId: id,
  hidden: { id, displayName: 'X', unitId: id, managerId: id },
  placeHiddenId: id,
  placeHiddenUnitId: id,
  phoneHidden: { id, number: '60000000' },
}

/** What the rows of the table ask for. */
async function askedFor(): Promise<string[]> {
  const asked: string[] = []
  const recorder = caller(async (request) => {
    asked.push(`${request.method} ${new URL(request.url).pathname}`)
    return new Response('{}')
  })
  for (const { call } of table) await call(recorder, fixtures)
  return asked
}

const patternOf = (method: string, path: string) =>
  new RegExp(`^${method} ${path.replaceAll(/[.$]/g, String.raw`\$&`).replaceAll(/:\w+/g, '[^/]+')}/?$`)

test('every route has a row in the table of rights', async () => {
  const { db, listen } = await testDatabase('PGlite')
  const { routes } = createApi({
    db,
    listen,
    now: () => new Date(),
    log: () => {},
    readMessage: parseMessage,
    verifyToken: () => Promise.reject(new Error('not asked')),
    settings: {
      publicUrl: 'https://tunet.test',
      provisionUsers: false,
      rateLimit: { burst: 1, perSecond: 1 },
    },
  })
  const asked = await askedFor()
  const missing = routes
    .filter(({ path }) => !isItselfTheRight(path))
    .filter(({ method, path }) => !asked.some((one) => patternOf(method, path).test(one)))
    .map(({ method, path }) => `${method} ${path}`)
  expect(routes.length).toBeGreaterThan(30)
  expect([...new Set(missing)]).toEqual([])
})
