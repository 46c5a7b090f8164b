import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { renderApp } from '#tests/render-app.tsx'
import { setLocale } from '../lib/locale.ts'
import { paths } from '../lib/paths.ts'

afterEach(() => setLocale('nb'))

const heading = (name: RegExp | string) => screen.findByRole('heading', { level: 1, name })

test('going to a page moves focus to its heading and says its name', async () => {
  const { user } = await renderApp(paths.home(), { as: 'kari.nilsen' })
  await heading(/, Kari$/)
  await user.click(screen.getByRole('link', { name: 'Min side' }))
  const arrival = await heading('Kari Nilsen')
  await waitFor(() => expect(document.activeElement).toBe(arrival))
  expect(document.title).toBe('Min side – Tunet')
  await waitFor(() =>
    expect(screen.getAllByRole('status').map((part) => part.textContent)).toContain(document.title),
  )
})

test('the first thing the keyboard meets leads to the content', async () => {
  const { user } = await renderApp(paths.me(), { as: 'kari.nilsen' })
  await heading('Kari Nilsen')
  await user.tab()
  expect(document.activeElement).toBe(screen.getByRole('link', { name: 'Hopp til innholdet' }))
  await user.keyboard('{Enter}')
  expect(document.activeElement).toBe(screen.getByRole('main'))
})

test('only those who may write news are offered it', async () => {
  window.innerWidth = 1440
  await renderApp(paths.me(), { as: 'liv.dahl' })
  const areas = await screen.findByRole('navigation', { name: 'Områder' })
  expect(within(areas).queryByRole('link', { name: 'Skriv nyhet' })).not.toBeNull()
})

test('a nurse is not offered to write news', async () => {
  window.innerWidth = 1440
  await renderApp(paths.me(), { as: 'kari.nilsen' })
  const areas = await screen.findByRole('navigation', { name: 'Områder' })
  expect(within(areas).queryByRole('link', { name: 'Skriv nyhet' })).toBeNull()
})

test('the language changes everywhere at once, and focus stays', async () => {
  const { user } = await renderApp(paths.me(), { as: 'kari.nilsen' })
  await heading('Kari Nilsen')
  const choice = within(screen.getByRole('main')).getByRole('radio', { name: 'Nynorsk' })
  await user.click(choice)
  expect(document.activeElement).toBe(choice)
  expect(document.title).toBe('Mi side – Tunet')
  expect(screen.queryByRole('link', { name: 'Heim' })).not.toBeNull()
  expect(document.documentElement.lang).toBe('nn')
})

test('search leads to all that fits', async () => {
  const { user, router } = await renderApp(paths.me(), { as: 'kari.nilsen' })
  await heading('Kari Nilsen')
  await user.click(screen.getByRole('button', { name: 'Søk i alt' }))
  const field = await screen.findByRole('combobox', { name: 'Søk i alt' })
  await waitFor(() => expect(document.activeElement).toBe(field))
  await user.keyboard('vaktskifte{Enter}')
  await waitFor(() => expect(router.state.location.search).toBe('?q=vaktskifte'))
  expect(router.state.location.pathname).toBe(paths.search())
})

test('an address that is no page says so', async () => {
  await renderApp('/no/such/page', { as: 'kari.nilsen' })
  await heading('Siden finnes ikke')
  expect(screen.getByRole('link', { name: 'Gå til forsiden' }).getAttribute('href')).toBe('/')
})

test('our own error says so, with a code for support, and can be tried again', async () => {
  const { user, faults, router } = await renderApp(paths.me(), { as: 'kari.nilsen' })
  await heading('Kari Nilsen')
  faults.next({ kind: 'fail', path: '/v1.0/newsPosts', status: 500, times: 20 })
  await router.navigate(paths.home())
  await heading('Vi fikk ikke hentet siden')
  expect(screen.getByText(/^Feilkode/).textContent).toMatch(/^Feilkode \S+/)
  faults.clear()
  await user.click(screen.getByRole('button', { name: 'Prøv igjen' }))
  await heading(/, Kari$/)
})

test('what is not for the reader looks like what is not there', async () => {
  await renderApp(paths.newsPost('0198f000-0000-7000-8000-00000000dead'), { as: 'sara.holm' })
  expect(await heading('Siden finnes ikke')).toBeDefined()
})
