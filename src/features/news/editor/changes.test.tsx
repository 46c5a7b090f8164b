import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { aDraft, aPost, ifMatch, paragraph, readPost } from '#tests/news-posts.ts'
import { renderApp, startBackend } from '#tests/render-app.tsx'
import { unitAudience } from './editor.test-support.ts'

const changeDialog = 'Redaksjonell eller vesentlig endring?'

/** A must-read for the nursing home that Kari has confirmed. */
async function confirmedPost() {
  const backend = await startBackend()
  const post = await aPost(backend.as('liv.dahl'), {
    title: 'Nøkkelskap',
    lead: 'Bruk nøkkelen på vaktrommet.',
    importance: 'mustRead',
    audience: await unitAudience('Elvestrand sykehjem'),
  })
  await backend.as('kari.nilsen').post(`/v1.0/newsPosts/${post.id}/confirm`, { version: 1 })
  return { backend, post }
}

test('N24: before a change of what is out, the difference is shown and its kind is asked for', async () => {
  const { backend, post } = await confirmedPost()
  const { user } = await renderApp(`/news/${post.id}/edit`, { as: 'liv.dahl' })
  const lead = await screen.findByLabelText('Hva skjer?')
  await user.clear(lead)
  await user.type(lead, 'Bruk kortet på døra.')
  await user.click(screen.getByRole('button', { name: 'Publiser endringen' }))

  const dialog = within(await screen.findByRole('dialog', { name: changeDialog }))
  const difference = within(dialog.getByRole('region', { name: 'Hva som er endret' }))
  expect(
    difference
      .getAllByRole('insertion')
      .map((words) => words.textContent)
      .join(' '),
  ).toContain('kortet')
  expect(
    difference
      .getAllByRole('deletion')
      .map((words) => words.textContent)
      .join(' '),
  ).toContain('nøkkelen')
  expect(await dialog.findByText(/1 har bekreftet og må bekrefte igjen/)).toBeTruthy()

  await user.click(dialog.getByRole('button', { name: 'Publiser endringen' }))
  expect(await dialog.findByText('Velg hva slags endring det er')).toBeTruthy()
  await user.click(dialog.getByRole('radio', { name: 'Vesentlig' }))
  await user.type(dialog.getByLabelText(/Hva er nytt/), 'Kort i stedet for nøkkel')
  await user.click(dialog.getByRole('button', { name: 'Publiser endringen' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Nøkkelskap' })).toBeTruthy()
  expect(await readPost(backend.as('kari.nilsen'), post.id)).toMatchObject({
    version: 2,
    significantVersion: 2,
    viewer: { mustConfirm: true },
  })
  const versions = await backend.as('kari.nilsen').get(`/v1.0/newsPosts/${post.id}/versions`)
  expect(JSON.stringify(await versions.json())).toContain('Kort i stedet for nøkkel')
})

test('N24: an editorial change asks nobody to confirm again', async () => {
  const { backend, post } = await confirmedPost()
  const { user } = await renderApp(`/news/${post.id}/edit`, { as: 'liv.dahl' })
  await user.type(await screen.findByLabelText('Tittel'), 'et')
  await user.click(screen.getByRole('button', { name: 'Publiser endringen' }))
  const dialog = within(await screen.findByRole('dialog', { name: changeDialog }))
  await user.click(dialog.getByRole('radio', { name: 'Redaksjonell' }))
  await user.click(dialog.getByRole('button', { name: 'Publiser endringen' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Nøkkelskapet' })).toBeTruthy()
  expect(await readPost(backend.as('kari.nilsen'), post.id)).toMatchObject({
    version: 2,
    significantVersion: 1,
    viewer: { mustConfirm: false },
  })
})

test('N24: what readers do not read is changed without a question', async () => {
  const { backend, post } = await confirmedPost()
  const { user } = await renderApp(`/news/${post.id}/edit`, { as: 'liv.dahl' })
  await user.click(await screen.findByText('Kommentarer og spørsmål'))
  await user.click(screen.getByLabelText('Leserne kan kommentere og spørre'))
  await user.click(screen.getByRole('button', { name: 'Publiser endringen' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Nøkkelskap' })).toBeTruthy()
  expect(await readPost(backend.as('liv.dahl'), post.id)).toMatchObject({
    version: 1,
    commentsEnabled: false,
  })
})

test('N24: two texts that were saved at once are laid over each other', async () => {
  const backend = await startBackend()
  const draft = await aDraft(backend.as('ola.bakken'), { title: 'Møte på vaktrommet' })
  const { user } = await renderApp(`/news/${draft.id}/edit`, { as: 'ola.bakken' })
  const title = await screen.findByLabelText('Tittel')
  await backend
    .as('liv.dahl')
    .patch(`/v1.0/newsPosts/${draft.id}`, { title: 'Møte i kantina' }, ifMatch(draft))
  await user.type(title, ' fredag')
  const dialog = within(await screen.findByRole('dialog', { name: /^Liv Dahl lagret en nyere utgave/ }))
  await user.click(dialog.getByRole('button', { name: 'Se forskjellen' }))
  const difference = within(dialog.getByRole('region', { name: 'Fra den nyere utgaven til din' }))
  expect(
    difference
      .getAllByRole('insertion')
      .map((words) => words.textContent)
      .join(' '),
  ).toContain('fredag')
})

test('any two versions are compared, and the address says which', async () => {
  const backend = await startBackend()
  const liv = backend.as('liv.dahl')
  const post = await aPost(liv, { title: 'Kantina', body: paragraph('Åpent til klokka to.') })
  const second = await liv.patch(
    `/v1.0/newsPosts/${post.id}`,
    { body: paragraph('Åpent til klokka tre.') },
    ifMatch(post, { prefer: 'return=representation' }),
  )
  const third = { ...post, ...((await second.json()) as object) }
  await liv.patch(`/v1.0/newsPosts/${post.id}`, { body: paragraph('Åpent til klokka fire.') }, ifMatch(third))

  const { user, router } = await renderApp(`/news/${post.id}/versions?from=1&to=2`, { as: 'liv.dahl' })
  const comparison = await screen.findByRole('region', { name: 'Sammenlign to versjoner' })
  const inserted = () =>
    within(comparison)
      .getAllByRole('insertion')
      .map((words) => words.textContent)
      .join(' ')
  await waitFor(() => expect(inserted()).toContain('tre'))
  await user.selectOptions(within(comparison).getByLabelText('Til'), '3')
  await waitFor(() => expect(inserted()).toContain('fire'))
  expect(router.state.location.search).toBe('?from=1&to=3')
})

test('the text of an earlier version is written on, published anew or regretted', async () => {
  const backend = await startBackend()
  const liv = backend.as('liv.dahl')
  const post = await aPost(liv, { title: 'Åpent til to' })
  await liv.patch(`/v1.0/newsPosts/${post.id}`, { title: 'Åpent til tre' }, ifMatch(post))
  const { user } = await renderApp(`/news/${post.id}/versions`, { as: 'liv.dahl' })
  await user.click(await screen.findByRole('button', { name: 'Gjenopprett: Versjon 1' }))
  const dialog = within(await screen.findByRole('dialog', { name: /versjon 1/ }))
  await user.click(dialog.getByRole('button', { name: /versjon 1/i }))
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Tittel').value).toBe('Åpent til to'))
  // The tools of the text have an «Angre» as well.
  await user.click(await screen.findByText('Angre', { selector: 'button' }))
  expect(screen.getByLabelText<HTMLInputElement>('Tittel').value).toBe('Åpent til tre')
  expect((await readPost(liv, post.id)).title).toBe('Åpent til tre')
})
