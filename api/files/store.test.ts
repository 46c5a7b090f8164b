// @vitest-environment node
import { expect, test } from 'vitest'
import { describeApi, type TestApi } from '#tests/call-api.ts'
import { refusalOf } from '#tests/refusal.ts'
import { samplePdf } from '#tests/sample-files.ts'
import { demoPerson } from '#tests/tokens.ts'
import { chunkSize, fileContent, readChunks } from './chunks.ts'
import { maxFileSize } from './contract.ts'
import { userQuota } from './quota.ts'
import { storeFile, type NewFile } from './store.ts'

const userId = demoPerson('kari.nilsen').id
const store = (api: TestApi, file: Partial<NewFile> = {}) =>
  api.db
    .transaction()
    .execute((trx) =>
      storeFile(trx, { name: 'plan.pdf', bytes: samplePdf(), userId, now: api.clock.now(), ...file }),
    )

describeApi('stored files', (api) => {
  test('content is kept in chunks, and read back byte by byte', async () => {
    const bytes = samplePdf('x'.repeat(2 * chunkSize))
    const { id, size } = await store(api, { bytes })
    expect(size).toBe(bytes.length)
    expect(await readChunks(api.db, id)).toEqual(bytes)
    const chunks = await api.db
      .selectFrom('file_chunk')
      .select('position')
      .where('owner_id', '=', id)
      .orderBy('position')
      .execute()
    expect(chunks.map((chunk) => chunk.position)).toEqual([0, chunkSize, 2 * chunkSize])
  })

  test('the caller may choose the id', async () => {
    const id = '5f0c2a34-6d1b-4f0e-9a51-0c4d8f1e2b3a'
    expect(await store(api, { id })).toMatchObject({ id, name: 'plan.pdf', created_by_id: userId })
  })

  test('a refused file leaves the transaction as it was', async () => {
    const stored = await api.db.transaction().execute(async (trx) => {
      const file = { userId, now: api.clock.now() }
      const code = await refusalOf(() => storeFile(trx, { ...file, name: 'a.png', bytes: samplePdf() }))
      expect(code).toBe('fileContentMismatch')
      return storeFile(trx, { ...file, name: 'a.pdf', bytes: samplePdf() })
    })
    expect(await readChunks(api.db, stored.id)).toEqual(samplePdf())
  })

  test('25 MiB are taken, one byte more is not', async () => {
    const bytes = new Uint8Array(maxFileSize + 1).fill(0x61)
    expect(await refusalOf(() => store(api, { name: 'a.txt', bytes }))).toBe('contentTooLarge')
  })

  test('two files at once do not fill the same space', async () => {
    const size = userQuota - Math.floor(samplePdf().length * 1.5)
    await api.db
      .insertInto('file')
      .values({
        name: 'stor.pdf',
        media_type: 'application/pdf',
        size,
        sha256: new Uint8Array(32),
        created_by_id: userId,
        created_at: api.clock.now(),
      })
      .execute()
    const codes = await Promise.all([1, 2, 3].map(() => refusalOf(() => store(api))))
    expect(codes.sort()).toEqual(['accepted', 'quotaLimitReached', 'quotaLimitReached'])
  })

  test('a reader who leaves early costs no more reading', async () => {
    const bytes = samplePdf('x'.repeat(3 * chunkSize))
    const { id } = await store(api, { bytes })
    const reader = fileContent(api.db, id, { first: 0, last: bytes.length - 1 }).getReader()
    expect((await reader.read()).value).toHaveLength(chunkSize)
    await reader.cancel()
    expect(await reader.read()).toEqual({ done: true, value: undefined })
  })

  test('a file removed while it is read breaks off, and never ends short', async () => {
    const bytes = samplePdf('x'.repeat(2 * chunkSize))
    const { id } = await store(api, { bytes })
    const reader = fileContent(api.db, id, { first: 0, last: bytes.length - 1 }).getReader()
    await reader.read()
    await api.db.deleteFrom('file_chunk').where('owner_id', '=', id).execute()
    await expect(reader.read()).rejects.toThrow('no result')
  })
})
