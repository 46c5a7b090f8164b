// @vitest-environment node
import { createHash } from 'node:crypto'
import { crc32, inflateSync } from 'node:zlib'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { readChunks } from '#api/files/chunks.ts'
import { checkFile } from '#api/files/store.ts'
import { newsPostStates } from '#api/news-posts/contract.ts'
import { recipientCount } from '#api/news-posts/recipients.ts'
import { imageFileIds, parseDocument } from '#api/rich-text/document.ts'
import { plainText } from '#api/text/plain-text.ts'
import { findSensitiveContent } from '#api/text/sensitive-content.ts'
import { testNow } from '#tests/clock.ts'
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

  expect(new Set(posts.map((post) => post.state))).toEqual(new Set(newsPostStates))
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

test('a post that is out knows how many it reached, as the product counts them', async () => {
  const posts = await db
    .selectFrom('news_post')
    .select(['title', 'version', 'reached_count', recipientCount.as('recipients')])
    .execute()

  for (const post of posts) expect(post.reached_count).toBe(post.version > 0 ? post.recipients : null)
})

test('the nurse has confirmed a text that was changed in words she must see', async () => {
  const versions = await db
    .selectFrom('news_post_reading as reading')
    .innerJoin('news_post as post', 'post.id', 'reading.news_post_id')
    .innerJoin('news_post_version as version', 'version.news_post_id', 'post.id')
    .select(['version.version', 'version.body', 'version.is_significant', 'version.note'])
    .where('reading.user_id', '=', String(kari))
    .where('post.importance', '=', 'mustRead')
    .where((eb) => eb('reading.confirmed_version', '<', eb.ref('post.significant_version')))
    .orderBy('version.version')
    .execute()

  expect(versions.map(({ version, is_significant }) => [version, is_significant])).toEqual([
    [1, true],
    [2, true],
  ])
  expect(versions[0]?.body).not.toEqual(versions[1]?.body)
  expect(versions[1]?.note).toContain('første symptom')
})

test('a slip of the pen that was put right asks nobody to confirm again', async () => {
  const editorial = await db
    .selectFrom('news_post_version as version')
    .innerJoin('news_post as post', 'post.id', 'version.news_post_id')
    .select(['version.version', 'post.version as present', 'post.significant_version'])
    .where('is_significant', '=', false)
    .execute()

  expect(editorial).toEqual([{ version: 2, present: 2, significant_version: 1 }])
})

test('there is one review of each outcome, never by the one who asked for it', async () => {
  const reviews = await db
    .selectFrom('news_post')
    .select(['review_outcome', 'review_by_id', 'submitted_by_id', 'state'])
    .where('review_outcome', 'is not', null)
    .orderBy('review_outcome')
    .execute()

  expect(reviews.map(({ review_outcome, state }) => [review_outcome, state])).toEqual([
    ['approved', 'published'],
    ['rejected', 'draft'],
    ['submitted', 'inReview'],
  ])
  for (const review of reviews)
    expect(review.review_by_id === review.submitted_by_id).toBe(review.review_outcome === 'submitted')
})

test('people ask, are answered, are named and are stopped', async () => {
  const comments = await db.selectFrom('comment').selectAll().execute()
  const questions = comments.filter((comment) => comment.kind === 'question')
  const mentions = await db.selectFrom('comment_mention').selectAll().execute()

  expect(new Set(questions.map((question) => question.answered_at === null))).toEqual(new Set([true, false]))
  for (const { answer_id, id } of questions.filter((question) => question.answer_id !== null))
    expect(comments.find((comment) => comment.id === answer_id)).toMatchObject({
      parent_id: id,
      is_answer: true,
    })
  expect(mentions).toEqual([expect.objectContaining({ user_id: kari, seen_at: null })])
  expect(comments.filter((comment) => comment.removal === 'moderated')).toHaveLength(1)
  for (const comment of comments) {
    expect(parseDocument(comment.body)).toEqual(comment.body)
    expect(findSensitiveContent(comment.body_text)).toEqual([])
  }
})

test('nobody says or does anything before a post is out, or after today', async () => {
  const { rows } = await sql<{ early: number; late: number }>`
    select count(*) filter (where at < published_at)::int as early,
      count(*) filter (where at > ${testNow}::timestamptz)::int as late
    from (select target_id as id, created_at as at from comment
      union all select target_id, reacted_at from reaction
      union all select news_post_id, read_at from news_post_reading
      union all select news_post_id, action_done_at from news_post_reading where action_done_at is not null) done
    join news_post using (id)`.execute(db)

  expect(rows).toEqual([{ early: 0, late: 0 }])
})

test('pictures above the text are described, and stored as an upload would be', async () => {
  const covers = await db
    .selectFrom('news_post')
    .innerJoin('file', 'file.id', 'cover_file_id')
    .select(['cover_alt', 'media_type', 'width', 'height'])
    .execute()

  expect(covers.length).toBeGreaterThanOrEqual(4)
  for (const cover of covers) {
    expect(cover.cover_alt.length).toBeGreaterThan(20)
    expect(cover).toMatchObject({ media_type: 'image/png', width: 640, height: 360 })
  }
})

test('what reaches over the edge of a picture is cut off there', () => {
  const png = Buffer.from(
    drawPng({ width: 4, height: 2 }, ['ffffff', '184b3e'], [{ color: 1, x: -3, y: -1, width: 4, height: 3 }]),
  )
  const start = png.indexOf('IDAT') + 4
  const rows = inflateSync(png.subarray(start, start + png.readUInt32BE(start - 8)))

  expect([...rows]).toEqual([0, 0x10, 0x00, 0, 0x10, 0x00])
})

test('an ellipse and a gable leave their corners to what is behind them', () => {
  const figures = (form: 'ellipse' | 'gable') => {
    const png = Buffer.from(
      drawPng(
        { width: 8, height: 8 },
        ['ffffff', '184b3e'],
        [{ form, color: 1, x: 0, y: 0, width: 8, height: 8 }],
      ),
    )
    const start = png.indexOf('IDAT') + 4
    const rows = inflateSync(png.subarray(start, start + png.readUInt32BE(start - 8)))
    return Array.from({ length: 8 }, (_, y) => rows.subarray(y * 5 + 1, y * 5 + 5).toString('hex'))
  }

  expect(figures('ellipse')[0]).toBe('00111100')
  expect(figures('ellipse')[4]).toBe('11111111')
  expect(figures('gable')[1]).toBe('00011000')
  expect(figures('gable')[7]).toBe('11111111')
})
