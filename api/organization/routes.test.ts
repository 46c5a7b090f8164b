// @vitest-environment node
import { expect, test } from 'vitest'
import { describeApi } from '#tests/call-api.ts'
import { demoPerson } from '#tests/tokens.ts'

describeApi('PATCH /v1.0/organization/{id}', (api) => {
  const read = async () => {
    const response = await api.as('jon.strand').get('/v1.0/organization')
    const { value } = (await response.json()) as { value: { id: string; displayName: string }[] }
    return value[0]
  }

  test('changes what is sent alone, and takes the id in any letter case', async () => {
    const before = await read()
    const path = `/v1.0/organization/${before?.id.toUpperCase()}`
    expect((await api.as('jon.strand').patch(path, { branding: { accentColor: '#123456' } })).status).toBe(
      204,
    )
    expect(await read()).toEqual({ ...before, branding: { accentColor: '#123456' } })
    expect((await api.as('jon.strand').patch(path, {})).status).toBe(204)
  })

  test('is 404 for another id', async () => {
    const path = `/v1.0/organization/${demoPerson('liv.dahl').id}`
    expect((await api.as('jon.strand').patch(path, { displayName: 'Ny' })).status).toBe(404)
    expect((await read())?.displayName).not.toBe('Ny')
  })
})
