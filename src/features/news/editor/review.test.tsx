import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { aDraft, ifMatch, readPost } from '#tests/news-posts.ts'
import { renderApp, startBackend } from '#tests/render-app.tsx'
import { answer, unitAudience } from './editor.test-support.ts'

/** A draft by Kari, who may publish to nobody, for the nursing home; sent to review when there is a remark. */
async function karisPost(remark?: string) {
  const backend = await startBackend()
  const audience = await unitAudience('Elvestrand sykehjem')
  const draft = await aDraft(backend.as('kari.nilsen'), { title: 'Vaktbytte', audience })
  if (remark !== undefined) {
    await backend.as('kari.nilsen').post(`/v1.0/newsPosts/${draft.id}/submit`, { comment: remark })
  }
  return { backend, id: draft.id }
}

test('N6: an employee proposes a post, and is told who approves it', async () => {
  const { backend, id } = await karisPost()
  const { user } = await renderApp(`/news/${id}/edit`, { as: 'kari.nilsen' })
  expect(await screen.findByRole('heading', { level: 1, name: 'Foreslå nyhet' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Publiser' })).toBeNull()
  expect(screen.getByText(/Lederen din eller kommunikasjon godkjenner/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Send til godkjenning' }))
  await user.type(await screen.findByLabelText(/Er det noe den som godkjenner/), 'Haster litt')
  await answer(user, 'Send til godkjenning', 'Send til godkjenning')

  expect(await screen.findByRole('heading', { name: 'Venter på godkjenning' })).toBeTruthy()
  expect(await readPost(backend.as('kari.nilsen'), id)).toMatchObject({
    state: 'inReview',
    review: { outcome: 'submitted', comment: 'Haster litt' },
  })
  await user.click(screen.getByRole('button', { name: 'Trekk tilbake' }))
  expect(await screen.findByRole('button', { name: 'Send til godkjenning' })).toBeTruthy()
})

test('N6: who writes a new post without the right to publish sees no way that ends nowhere', async () => {
  const { user } = await renderApp('/news/new', { as: 'kari.nilsen' })
  await user.click(await screen.findByRole('button', { name: 'Send til godkjenning' }))
  expect(await screen.findByRole('region', { name: /ting mangler/ })).toBeTruthy()
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('N6: the leader reads the remark, and sends the post back only with a reason', async () => {
  const { backend, id } = await karisPost('Gjelder fra mandag')
  const { user } = await renderApp(`/news/${id}/edit`, { as: 'ingrid.solberg' })
  const yard = await screen.findByRole('region', { name: 'Godkjenn eller send tilbake' })
  expect(within(yard).getByText('Gjelder fra mandag')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Send tilbake' }))
  await answer(user, 'Send nyheten tilbake', 'Send tilbake')
  expect(await screen.findByText('Skriv hva som må endres')).toBeTruthy()
  await user.type(screen.getByLabelText('Hva må endres?'), 'Skriv hvilken mandag')
  await answer(user, 'Send nyheten tilbake', 'Send tilbake')
  expect(await screen.findByRole('heading', { name: 'Du sendte nyheten tilbake' })).toBeTruthy()
  expect((await readPost(backend.as('kari.nilsen'), id)).state).toBe('draft')
})

test('N6: the author sees the reason until the post is sent again', async () => {
  const { backend, id } = await karisPost('')
  await backend.as('ingrid.solberg').post(`/v1.0/newsPosts/${id}/reject`, { comment: 'Skriv hvilken mandag' })
  const { user } = await renderApp(`/news/${id}/edit`, { as: 'kari.nilsen' })
  const yard = await screen.findByRole('region', { name: 'Ingrid Solberg sendte nyheten tilbake' })
  expect(within(yard).getByText('Skriv hvilken mandag')).toBeTruthy()
  await user.type(screen.getByLabelText('Hva skjer?'), 'Fra mandag 17. mars')
  await user.click(screen.getByRole('button', { name: 'Send til godkjenning' }))
  await answer(user, 'Send til godkjenning', 'Send til godkjenning')
  await waitFor(() => expect(screen.queryByText('Skriv hvilken mandag')).toBeNull())
  expect(await readPost(backend.as('kari.nilsen'), id)).toMatchObject({
    state: 'inReview',
    lead: 'Fra mandag 17. mars',
  })
})

test('N6: the leader approves, and it is out', async () => {
  const { backend, id } = await karisPost('')
  const { user } = await renderApp(`/news/${id}/edit`, { as: 'ingrid.solberg' })
  await user.click(await screen.findByRole('button', { name: 'Godkjenn og publiser' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Vaktbytte' })).toBeTruthy()
  expect((await readPost(backend.as('kari.nilsen'), id)).state).toBe('published')
})

test('N6: what has changed since the leader opened the post is shown before it is approved', async () => {
  const { backend, id } = await karisPost('')
  const { user } = await renderApp(`/news/${id}/edit`, { as: 'ingrid.solberg' })
  await screen.findByRole('button', { name: 'Godkjenn og publiser' })
  const submitted = await readPost(backend.as('kari.nilsen'), id)
  await backend
    .as('kari.nilsen')
    .patch(`/v1.0/newsPosts/${id}`, { title: 'Vaktbytte i påska' }, ifMatch(submitted))
  await user.click(screen.getByRole('button', { name: 'Godkjenn og publiser' }))
  const dialog = await screen.findByRole('dialog', { name: /^Kari Nilsen lagret en nyere utgave/ })
  expect(within(dialog).getByText(/i påska/)).toBeTruthy()
  expect((await readPost(backend.as('kari.nilsen'), id)).state).toBe('inReview')
  await user.click(within(dialog).getByRole('button', { name: 'Gå videre med den nye utgaven' }))
  expect(screen.getByLabelText<HTMLInputElement>('Tittel').value).toBe('Vaktbytte i påska')
  await user.click(screen.getByRole('button', { name: 'Godkjenn og publiser' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Vaktbytte i påska' })).toBeTruthy()
})

test('N6: what waits for approval is listed for who may approve it', async () => {
  await karisPost('')
  await renderApp('/', { as: 'ingrid.solberg' })
  const list = await screen.findByRole('region', { name: 'Til godkjenning' })
  expect(within(list).getAllByRole('link', { name: 'Vaktbytte' })).not.toHaveLength(0)
  expect(within(list).getAllByText(/Venter på deg/)).not.toHaveLength(0)
})
