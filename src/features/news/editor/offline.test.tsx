import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { queryClient } from '#src/lib/query-client.ts'
import { renderApp, startBackend } from '#tests/render-app.tsx'
import './editor.test-support.ts'

/** Writes a new post while the server is not reached, and closes the page. */
async function writeOffline(title: string) {
  const { faults } = await startBackend()
  const { user } = await renderApp('/news/new', { as: 'liv.dahl' })
  const field = await screen.findByLabelText('Tittel')
  faults.offline()
  await user.type(field, title)
  expect(await screen.findByText('Utkast · bare i denne nettleseren')).toBeTruthy()
  cleanup()
  faults.clear()
}

test('N12: drafts written without a network are all there after a reload, and saved when one asks', async () => {
  await writeOffline('Skrevet på toget')
  await writeOffline('Skrevet i kjelleren')
  const { user, ...backend } = await renderApp('/', { as: 'liv.dahl' })
  const unsent = within(await screen.findByRole('region', { name: 'Ikke sendt ennå' }))
  expect(unsent.getAllByRole('link').map((link) => link.textContent)).toEqual(
    expect.arrayContaining(['Skrevet i kjelleren', 'Skrevet på toget']),
  )
  await user.click(unsent.getByRole('button', { name: 'Lagre på Tunet nå: Skrevet på toget' }))
  await waitFor(() => expect(unsent.queryByRole('link', { name: 'Skrevet på toget' })).toBeNull())
  const drafts = await backend.as('liv.dahl').get("/v1.0/me/newsPosts?$filter=title eq 'Skrevet på toget'")
  expect(await drafts.json()).toMatchObject({ value: [{ state: 'draft' }] })
  expect(unsent.getByRole('link', { name: 'Skrevet i kjelleren' })).toBeTruthy()
})

test('N12: a draft from this browser is written on, and only saved on command', async () => {
  await writeOffline('Lapp på døra')
  const { user, ...backend } = await renderApp('/', { as: 'liv.dahl' })
  await user.click(await screen.findByRole('link', { name: 'Lapp på døra' }))
  const title = await screen.findByLabelText<HTMLInputElement>('Tittel')
  expect(title.value).toBe('Lapp på døra')
  await user.click(screen.getByRole('button', { name: 'Lagre på Tunet nå' }))
  expect(await screen.findByText(/Utkast · lagret kl\./)).toBeTruthy()
  const drafts = await backend.as('liv.dahl').get("/v1.0/me/newsPosts?$filter=title eq 'Lapp på døra'")
  expect(((await drafts.json()) as { value: unknown[] }).value).toHaveLength(1)
})

test('N12: what is kept in this browser is nobody else’s, and deleting it can be regretted', async () => {
  await writeOffline('Bare mitt')
  queryClient.clear()
  const { user } = await renderApp('/', { as: 'ola.bakken' })
  expect(await screen.findByRole('heading', { level: 1, name: /, Ola$/ })).toBeTruthy()
  expect(screen.queryByText('Bare mitt')).toBeNull()

  cleanup()
  queryClient.clear()
  await renderApp('/', { as: 'liv.dahl' })
  await user.click(await screen.findByRole('button', { name: 'Slett: Bare mitt' }))
  expect(screen.queryByRole('link', { name: 'Bare mitt' })).toBeNull()
  await user.click(await screen.findByRole('button', { name: 'Angre' }))
  expect(await screen.findByRole('link', { name: 'Bare mitt' })).toBeTruthy()
})
