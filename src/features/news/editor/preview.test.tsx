import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { aDraft } from '#tests/news-posts.ts'
import { renderApp, startBackend } from '#tests/render-app.tsx'
import { unitAudience } from './editor.test-support.ts'

async function openPreview() {
  const backend = await startBackend()
  const draft = await aDraft(backend.as('liv.dahl'), {
    title: 'Ny vakttelefon',
    lead: 'Nummeret er nytt.',
    audience: await unitAudience('Elvestrand sykehjem'),
  })
  const page = await renderApp(`/news/${draft.id}/edit`, { as: 'liv.dahl' })
  await page.user.click(await screen.findByRole('button', { name: 'Forhåndsvis' }))
  const article = await screen.findByRole('region', { name: 'Slik ser leseren nyheten' })
  return { ...page, article }
}

test.for([
  { name: 'Kari Nilsen', says: 'Kari Nilsen får nyheten gjennom Elvestrand sykehjem.' },
  { name: 'Sara Holm', says: /^Sara Holm får ikke nyheten\./ },
])('N28: previewed as $name, it is said whether it reaches and why', async ({ name, says }) => {
  const { user } = await openPreview()
  await user.type(screen.getByRole('combobox', { name: 'Hvem leser?' }), name)
  await screen.findByRole('option', { name: new RegExp(name) })
  await user.keyboard('{ArrowDown}{Enter}')
  expect(await screen.findByText(says)).toBeTruthy()
})

test('N28: the post is seen on a phone, in the dark and in Nynorsk, and then in one’s own language again', async () => {
  const { user, article } = await openPreview()
  expect(within(article).getByRole('heading', { name: 'Ny vakttelefon' })).toBeTruthy()
  expect(within(article).getByText('Nummeret er nytt.')).toBeTruthy()
  await user.click(screen.getByRole('radio', { name: 'Telefon' }))
  await user.click(screen.getByRole('radio', { name: 'Mørk' }))
  expect(article.dataset).toMatchObject({ device: 'phone', colorScheme: 'dark' })
  await user.click(screen.getByRole('radio', { name: 'Nynorsk' }))
  expect(await screen.findByText(/Til Elvestrand sykehjem/)).toBeTruthy()
  expect(screen.getByRole('heading', { name: 'Sjå nyheita som lesaren' })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Skriv vidare' }))
  expect(await screen.findByRole('button', { name: 'Forhåndsvis' })).toBeTruthy()
})
