// @vitest-environment node
import { expect, test } from 'vitest'
import { describeApi } from '#tests/call-api.ts'
import { demoPerson } from '#tests/tokens.ts'

describeApi('Query options', (api) => {
  test('of a write are refused before anything is written', async () => {
    const editor = api.as('liv.dahl')
    const created = await editor.post('/v1.0/newsPosts?$select=nothing', { title: 'Bare én gang' })
    expect(created.status).toBe(400)
    const mine = await editor.get("/v1.0/me/newsPosts?$filter=title eq 'Bare én gang'")
    expect(await mine.json()).toMatchObject({ value: [] })
  })

  test.for([
    '/v1.0/',
    '/v1.0/$metadata',
    '/v1.0/organization',
    '/v1.0/me/photo',
    '/v1.0/me/photo/$value',
    '/v1.0/auditEntries/verify',
    `/v1.0/files/${demoPerson('liv.dahl').id}/content`,
  ])('of %s, which reads none, are refused', async (path) => {
    const response = await api.as('jon.strand').get(`${path}?$top=1`)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({
      error: { target: '$top', innerError: { code: 'invalidQueryOption' } },
    })
  })
})
