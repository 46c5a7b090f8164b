// @vitest-environment node
import { createHash } from 'node:crypto'
import { crc32, inflateSync } from 'node:zlib'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { readChunks } from '#api/files/chunks.ts'
import { checkFile } from '#api/files/store.ts'
import { imageFileIds, parseDocument } from '#api/rich-text/document.ts'
import { plainText } from '#api/text/plain-text.ts'
import { findSensitiveContent } from '#api/text/sensitive-content.ts'
import { testDatabase } from '#tests/databases.ts'
import { demoPeople } from '../demo-people.ts'
import { drawPng } from './drawing.ts'

const { db } = await testDatabase('PGlite')

test('every post has a valid body, its plain text, and no identity number anywhere', async () => {
  const posts = await db.selectFrom('news_post').selectAll().execute()

  expect(posts.length).toBeGreaterThanOrEqual(24)
  for (const post of posts) {
    expect(parseDocument(post.body)).toEqual(post.body)
    expect(post.body_text).toBe(plainText(post.body))
    expect(findSensitiveContent([post.title, post.lead, post.body_text].join('\n'))).toEqual([])
  }
})

test('posts cover every state, importance and kind of audience', async () => {
  const posts = await db.selectFrom('news_post').selectAll().execute()
  const kinds = posts.map((post) =>
    post.audience_everyone ? 'everyone' : post.audience_roles.length > 0 ? 'roles' : 'units',
  )

  expect(new Set(posts.map((post) => post.state))).toEqual(new Set(['draft', 'published', 'archived']))
  expect(new Set(posts.map((post) => post.importance))).toEqual(new Set(['normal', 'important', 'mustRead']))
  expect(new Set(kinds)).toEqual(new Set(['everyone', 'roles', 'units']))
  expect(posts.some((post) => post.lead === '')).toBe(true)
  expect(Math.max(...posts.map((post) => post.title.length))).toBeGreaterThan(150)
})

test('a post to everyone has a picture in its text and a file attached, as an upload would be stored', async () => {
  const files = await db
    .selectFrom('news_post_attachment as held')
    .innerJoin('file', 'file.id', 'held.file_id')
    .innerJoin('news_post as post', 'post.id', 'held.news_post_id')
    .select([
      'file.id',
      'file.name',
      'file.media_type',
      'file.size',
      'file.sha256',
      'held.is_inline',
      'post.body',
    ])
    .where('post.audience_everyone', '=', true)
    .where('post.state', '=', 'published')
    .orderBy('held.position')
    .execute()

  expect(files.map((file) => [file.media_type, file.is_inline])).toEqual([
    ['text/plain', false],
    ['image/png', true],
  ])
  expect(files[1] && imageFileIds(files[1].body)).toEqual([files[1]?.id])
  for (const { id, name, size, sha256 } of files) {
    const bytes = await readChunks(db, id)
    expect(bytes).toHaveLength(size)
    expect(createHash('sha256').update(bytes).digest()).toEqual(Buffer.from(sha256))
    expect((await checkFile({ name, bytes })).content.bytes).toEqual(bytes)
  }
})

test('the picture is whole: a decoder finds every row of it', async () => {
  const png = drawPng(
    { width: 4, height: 2 },
    ['ffffff', '184b3e'],
    [{ color: 1, x: 1, y: 1, width: 2, height: 5 }],
  )
  const data = Buffer.from(png)
  const start = data.indexOf('IDAT') + 4
  expect([...inflateSync(data.subarray(start, start + data.readUInt32BE(start - 8)))]).toEqual([
    0, 0x00, 0x00, 0, 0x01, 0x10,
  ])
  expect(data.readUInt32BE(29)).toBe(crc32(data.subarray(12, 29)))
})

test('some of the nursing home have confirmed the new routine, the nurse has not', async () => {
  const { rows } = await sql<{ recipients: number; confirmed: number; kari: number }>`
    select
      (select count(distinct u.id)::int from position p join "user" u on u.id = p.user_id
        join org_unit_ancestor a on a.unit_id = p.org_unit_id
        where u.account_enabled and a.ancestor_id = any(n.audience_org_unit_ids)) as recipients,
      (select count(confirmed_at)::int from news_post_reading r where r.news_post_id = n.id) as confirmed,
      (select count(*)::int from news_post_reading r where r.news_post_id = n.id and r.user_id = ${kari}) as kari
    from news_post n where title like 'Ny rutine for legemiddelskap%'`.execute(db)

  expect(rows[0]).toMatchObject({ recipients: 141, kari: 0 })
  expect(rows[0]?.confirmed).toBeGreaterThan(50)
  expect(rows[0]?.confirmed).toBeLessThan(120)
})

const kari = demoPeople.find((demo) => demo.key === 'kari.nilsen')?.id

test('only people a post is for have read it, after it was published', async () => {
  const { rows } = await sql<{ wrong: number }>`
    select count(*)::int as wrong from news_post_reading r join news_post n on n.id = r.news_post_id
    where r.read_at < n.published_at or r.confirmed_at < r.read_at or not (n.audience_everyone
      or exists (select from org_unit_ancestor a join position p on p.org_unit_id = a.unit_id
        where p.user_id = r.user_id and a.ancestor_id = any(n.audience_org_unit_ids))
      or exists (select from "user" u where u.id = r.user_id and u.app_roles && n.audience_roles)
      or 'Leader' = any(n.audience_roles) and exists (select from org_unit where leader_id = r.user_id))`.execute(
    db,
  )

  expect(rows).toEqual([{ wrong: 0 }])
})
