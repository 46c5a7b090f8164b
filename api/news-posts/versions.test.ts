// @vitest-environment node
import { expect, test } from 'vitest'
import type { NewsPost, NewsPostVersion } from './contract.ts'
import { describeApi, type Caller } from '#tests/call-api.ts'
import { aPost, ifMatch, readPost } from '#tests/news-posts.ts'

const bold = {
  type: 'doc' as const,
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Møt ' },
        { type: 'text', marks: [{ type: 'bold' }], text: 'presis' },
      ],
    },
  ],
}

describeApi('Versions', (api) => {
  const kari = () => api.as('kari.nilsen')
  const liv = () => api.as('liv.dahl')
  const upload = async (as: Caller, name: string) => {
    const item = { name, fileSize: 3 }
    const session = await as.post('/v1.0/files/createUploadSession', { item })
    const { uploadUrl } = (await session.json()) as { uploadUrl: string }
    const stored = await api.signedOut.put(uploadUrl, 'Hei', { 'content-range': 'bytes 0-2/3' })
    return ((await stored.json()) as { id: string }).id
  }
  const change = async (post: NewsPost, patch: Record<string, unknown>) => {
    expect((await liv().patch(`/v1.0/newsPosts/${post.id}`, patch, ifMatch(post))).status).toBe(204)
    return readPost(liv(), post.id)
  }
  const version = async (as: Caller, id: string, number: number) =>
    (await (await as.get(`/v1.0/newsPosts/${id}/versions/${number}`)).json()) as NewsPostVersion
  const statusOf = async (as: Caller, fileId: string) =>
    (await as.get(`/v1.0/files/${fileId}/content`)).status

  test('saving a text that has not changed makes none, and asks nobody to confirm again', async () => {
    const post = await aPost(liv(), { importance: 'mustRead', body: bold })
    await kari().post(`/v1.0/newsPosts/${post.id}/confirm`, { version: 1 })
    const again = await change(post, { title: post.title, lead: post.lead, body: post.body })
    expect(again.version).toBe(1)
    expect((await change(again, { body: bold })).version).toBe(1)
    expect((await readPost(kari(), post.id)).viewer.mustConfirm).toBe(false)
  })

  test('an exchanged attachment stays with the version it belonged to, for those who confirmed that', async () => {
    const [first, second] = [await upload(liv(), 'rutine.txt'), await upload(liv(), 'ny-rutine.txt')]
    const post = await aPost(liv(), { importance: 'mustRead', attachmentIds: [first] })
    await kari().post(`/v1.0/newsPosts/${post.id}/confirm`, { version: 1 })
    await change(post, { attachmentIds: [second] })

    expect((await version(kari(), post.id, 1)).attachments.map(({ id }) => id)).toEqual([first])
    expect((await version(kari(), post.id, 2)).attachments.map(({ id }) => id)).toEqual([second])
    expect(await statusOf(kari(), first)).toBe(200)
    // Never confirmed the first version, so what was taken out of it is out of sight.
    expect(await statusOf(api.as('ola.bakken'), first)).toBe(404)
    // What somebody has confirmed is not removed, not even by whoever uploaded it.
    const removal = await liv().delete(`/v1.0/files/${first}`)
    expect(removal.status).toBe(409)
    await kari().post(`/v1.0/newsPosts/${post.id}/confirm`, { version: 2 })
    expect(await statusOf(kari(), first)).toBe(404)
    expect(await statusOf(liv(), first)).toBe(200)
  })

  test('an editor goes back to an earlier version with files a colleague uploaded', async () => {
    const file = await upload(liv(), 'plan.txt')
    const post = await aPost(liv(), { attachmentIds: [file] })
    const without = await change(post, { attachmentIds: [] })
    const hege = api.as('hege.moen', { roles: ['Editor'] })
    const back = await hege.patch(`/v1.0/newsPosts/${post.id}`, { attachmentIds: [file] }, ifMatch(without))
    expect(back.status).toBe(204)
    expect((await readPost(hege, post.id)).attachments).toHaveLength(1)
  })

  test('N24: another deadline is another content: readers confirm and do it anew', async () => {
    const action = { what: 'Bytt passord', who: '', dueDate: '2025-03-20' }
    const post = await aPost(liv(), { importance: 'mustRead', actionRequired: action })
    await kari().post(`/v1.0/newsPosts/${post.id}/confirm`, { version: 1 })
    await kari().post(`/v1.0/newsPosts/${post.id}/completeAction`)
    const same = await change(post, { actionRequired: action })
    expect(same.version).toBe(1)
    const sooner = await change(same, { actionRequired: { ...action, dueDate: '2025-03-14' } })
    expect(sooner).toMatchObject({ version: 2, significantVersion: 2 })
    const { viewer } = await readPost(kari(), post.id)
    expect(viewer).toMatchObject({ mustConfirm: true, actionDoneDateTime: null })
    expect((await version(kari(), post.id, 1)).actionRequired).toEqual(action)
    expect((await version(kari(), post.id, 2)).actionRequired?.dueDate).toBe('2025-03-14')
  })

  test('a typing error that is put right while somebody reads does not stop the confirmation', async () => {
    const post = await aPost(liv(), { importance: 'mustRead' })
    const fixed = await change(post, { lead: 'Uten feil', changeKind: 'editorial' })
    const confirm = (number: number) => kari().post(`/v1.0/newsPosts/${post.id}/confirm`, { version: number })
    expect((await confirm(1)).status).toBe(200)
    expect((await readPost(kari(), post.id)).viewer).toMatchObject({
      confirmedVersion: 1,
      mustConfirm: false,
    })
    await change(fixed, { lead: 'Noe helt annet' })
    expect((await confirm(2)).status).toBe(409)
    expect((await confirm(4)).status).toBe(409)
    expect((await confirm(3)).status).toBe(200)
  })
})
