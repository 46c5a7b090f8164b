// @vitest-environment node
import { existsSync, globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { NewsPost } from '#api/news-posts/contract.ts'
import { describeApi } from './call-api.ts'
import { readComments } from './comments.ts'
import { aPost, paragraph, readPost } from './news-posts.ts'

const corpus = '../shared/corpus/4-fiendtlig'
/** Lines tried of each list, spread evenly over it; `HOSTILE=all` tries every one, which takes an hour. */
const perList = process.env.HOSTILE === 'all' ? Infinity : 12

/** Our own few, for machines without the lists: one of each kind. */
const ownLines = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg/onload=alert(1)>',
  'javascript:alert(1)',
  "' or 1=1 --",
  "'; drop table news_post; --",
  "1' union select null, pg_sleep(5) --",
  '${7*7} {{7*7}} %{7*7}',
  '../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  'CON',
  '__proto__',
  'constructor/prototype',
  '\u202Etxt.exe',
  'Z\u0351\u036B\u0343\u036A\u0302\u036B\u033D\u034F\u0334\u0319\u0324\u031E\u0349',
  'ﷺ'.repeat(40),
  '%00%0d%0aSet-Cookie: a=b',
  '{"$gt":""}',
  '*)(uid=*))(|(uid=*',
  '🏳️‍⚧️👩‍👩‍👧‍👦',
  '\\',
  '%',
  "''",
  '(((((((((((((((((((((((((((((((((',
]

const lists: [name: string, lines: string[]][] = [
  ['our own', ownLines],
  ...(existsSync(corpus)
    ? globSync(`${corpus}/{xss,sql,nosql-ldap,sti-og-url,blns,opplasting-xss,odata}/*.txt`)
        .toSorted()
        .map((file): [string, string[]] => [file.slice(corpus.length + 1), linesOf(file)])
    : []),
]

function linesOf(file: string): string[] {
  const lines = readFileSync(file, 'latin1').includes('\u0000') ? [] : readFileSync(file, 'utf8').split('\n')
  const worthwhile = lines.filter((line) => line.trim() !== '' && !line.startsWith('# '))
  const step = Math.max(1, Math.floor(worthwhile.length / perList))
  return worthwhile.filter((_, i) => i % step === 0).slice(0, perList)
}

async function expectGraphAnswer(response: Response, about: string) {
  expect(response.status, about).toBeLessThan(500)
  expect(response.headers.get('content-type'), about).toMatch(/^(application\/json|text\/plain)/i)
  if (response.status < 400) return
  const { error } = (await response.json()) as { error: { code: string; innerError: Record<string, string> } }
  expect(error.code, about).toMatch(/^[a-z][a-zA-Z]+$/)
  expect(error.innerError['request-id'], about).toMatch(/^[0-9a-f-]{36}$/)
}

test.runIf(!existsSync(corpus))('the hostile lists are not here; only our own lines are tried', () => {
  expect(lists).toHaveLength(1)
})

describeApi('Hostile input', (api) => {
  describe.for(lists)('%s', ([, lines]) => {
    test('through title, lead and body: refused, or stored and given back as the same text', async () => {
      const editor = api.as('liv.dahl')
      for (const line of lines) {
        const text = line.slice(0, 200)
        const answer = await editor.post('/v1.0/newsPosts', {
          title: text,
          lead: text,
          body: paragraph(text),
        })
        const copy: Response = answer.clone()
        await expectGraphAnswer(answer, line)
        if (copy.status !== 201) continue
        const { id } = (await copy.json()) as NewsPost
        const post = await readPost(editor, id)
        expect(post.title).toBe(text.trim())
        expect(post.body).toEqual(paragraph(text))
      }
    })

    test('through comments: refused, or given back as the same text', async () => {
      const { id } = await aPost(api.as('liv.dahl'))
      const kari = api.as('kari.nilsen')
      const kept: string[] = []
      for (const line of lines) {
        const answer = await kari.post(`/v1.0/newsPosts/${id}/comments`, { body: paragraph(line) })
        if (answer.status === 201) kept.push(line)
        else await expectGraphAnswer(answer, line)
      }
      const comments = await readComments(kari, id, '?$top=50')
      expect(comments).toHaveLength(kept.length)
      expect(comments.map(({ body }) => body)).toEqual(expect.arrayContaining(kept.map(paragraph)))
    })

    test('through query options: an answer, or 400 in the form of Graph', async () => {
      const caller = api.as('kari.nilsen')
      for (const line of lines) {
        const raw = encodeURIComponent(line.isWellFormed() ? line : '')
        const quoted = encodeURIComponent(`'${line.replaceAll("'", "''")}'`)
        for (const query of [
          `newsPosts?$filter=${raw}`,
          `users?$filter=displayName eq ${quoted}`,
          `users?$filter=contains(displayName,${quoted})`,
          `newsPosts?$search=${raw}`,
          `users?$search=${raw}`,
          `users?$orderby=${raw}`,
          `users?$select=${raw}`,
          `users?$expand=${raw}`,
          `users?$top=${raw}`,
          `users?$skiptoken=${raw}`,
          `users?${raw}=1`,
          `users/${raw}`,
          `files/${raw}/content`,
        ]) {
          await expectGraphAnswer(await caller.get(`/v1.0/${query}`), query)
        }
      }
    })

    test('through file names: refused, or a name that is safe everywhere', async () => {
      const caller = api.as('kari.nilsen')
      for (const line of lines) {
        for (const name of [line, `${line}.pdf`]) {
          const answer = await caller.post('/v1.0/files/createUploadSession', { item: { name, fileSize: 3 } })
          // Ten uploads may be open at a time; the rest of the list would only meet that limit.
          const { uploadUrl } = (await answer.clone().json()) as { uploadUrl?: string }
          await expectGraphAnswer(answer, name)
          const cleaned = uploadUrl ? (await api.signedOut.delete(uploadUrl)).status : 204
          expect(cleaned).toBe(204)
        }
      }
    })

    test('as a whole body: never more than a refusal', async () => {
      const editor = api.as('liv.dahl')
      for (const line of lines) {
        for (const type of ['application/json', 'message/rfc822', 'text/html']) {
          const path = type === 'message/rfc822' ? '/v1.0/newsPosts/importMessage' : '/v1.0/newsPosts'
          await expectGraphAnswer(await editor.post(path, line, { 'content-type': type }), line)
        }
      }
    })
  })

  test.runIf(existsSync(corpus))(
    'every JSON file of the parsing lists is read, or refused in the form of Graph',
    async () => {
      const editor = api.as('liv.dahl')
      for (const file of globSync(`${corpus}/json/**/*.json`)) {
        const bytes = new Uint8Array(readFileSync(file))
        const answer = await editor.post('/v1.0/newsPosts', bytes, { 'content-type': 'application/json' })
        await expectGraphAnswer(answer, file)
      }
    },
  )

  test.for([
    ['a body of 2 MiB', () => JSON.stringify({ title: 'x'.repeat(2 * 1024 * 1024) }), 413],
    ['nesting 100 deep', () => `${'['.repeat(100)}${']'.repeat(100)}`, 400],
    ['a NUL in a text', () => '{"title":"a\\u0000b"}', 400],
    ['half a surrogate pair', () => '{"title":"a\\ud800b"}', 400],
    ['a prototype', () => '{"title":"x","__proto__":{"state":"published"}}', 422],
  ] satisfies [string, () => string, number][])('%s is refused', async ([, body, status]) => {
    const answer = await api
      .as('liv.dahl')
      .post('/v1.0/newsPosts', body(), { 'content-type': 'application/json' })
    expect(answer.status).toBe(status)
    await expectGraphAnswer(answer, 'limits')
  })

  test('a URL of 9 000 characters is refused', async () => {
    const answer = await api.as('kari.nilsen').get(`/v1.0/users?$search=${'x'.repeat(9000)}`)
    expect(answer.status).toBe(414)
    await expectGraphAnswer(answer, 'url')
  })
})
