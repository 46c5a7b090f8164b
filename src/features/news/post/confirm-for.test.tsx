import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { aPost } from '#tests/news-posts.ts'
import { renderApp, startBackend } from '#tests/render-app.tsx'
import { demoPerson } from '#tests/tokens.ts'

test('N25: the substitute of somebody who is away confirms a must-read for them', async () => {
  const backend = await startBackend()
  const ola = demoPerson('ola.bakken')
  await backend.db.deleteFrom('absence').where('user_id', '=', ola.id).execute()
  const now = new Date()
  await backend.db
    .insertInto('absence')
    .values({
      user_id: ola.id,
      starts_at: new Date(now.getTime() - 3_600_000),
      ends_at: new Date(now.getTime() + 3_600_000),
      kind: 'vacation',
      substitute_id: demoPerson('nina.aas').id,
      substitute_status: 'accepted',
      created_at: now,
      changed_at: now,
    })
    .execute()
  const { id } = await aPost(backend.as('liv.dahl'), {
    title: 'Til dem som leder',
    importance: 'mustRead',
    audience: { everyone: false, orgUnitIds: [], roles: ['Leader'] },
  })

  const { user } = await renderApp(`/news/${id}`, { as: 'nina.aas' })
  await user.click(await screen.findByRole('button', { name: 'Bekreft for Ola Bakken' }))
  expect(await screen.findByText('Du har bekreftet som stedfortreder.')).toBeTruthy()
  const list = await backend
    .as('liv.dahl')
    .get(`/v1.0/newsPosts/${id}/confirmations?$filter=id eq '${ola.id}' and isCurrent eq true`)
  const { value } = (await list.json()) as { value: { confirmedBy: { displayName: string } | null }[] }
  expect(value.map(({ confirmedBy }) => confirmedBy?.displayName)).toEqual(['Nina Aas'])
})
