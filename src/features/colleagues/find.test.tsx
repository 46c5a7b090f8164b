import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderApp } from '#tests/render-app.tsx'
import { demoPerson } from '#tests/tokens.ts'

const field = () => screen.findByRole('searchbox', { name: /^Navn, tittel/ })
const hits = () => screen.findByRole('list', { name: 'Treff' })
const names = async () => within(await hits()).getAllByRole('link', { name: /^(?!Ring)/ })

test('K1: one finds a colleague by name while typing, and what was found stays until there is more', async () => {
  const { user, router, faults } = await renderApp('/colleagues', { as: 'anne.vik' })
  await user.type(await field(), 'kari nils')
  await screen.findByRole('link', { name: 'Kari Nilsen' })
  expect(router.state.location.search).toBe('?q=kari+nils')
  expect(screen.getByText(/ treff på «kari nils»$/)).toBeTruthy()

  faults.next({ kind: 'slow', method: 'GET', path: '/v1.0/users', delay: 400 })
  await user.type(await field(), 'en')
  await waitFor(() => expect(router.state.location.search).toBe('?q=kari+nilsen'))
  expect(screen.getByRole('link', { name: 'Kari Nilsen' })).toBeTruthy()
  await screen.findByText(/ treff på «kari nilsen»$/)
})

test('K1: matched letters are marked in the text, and a text is never read as HTML', async () => {
  const { user, db } = await renderApp('/colleagues?q=nilsen', { as: 'anne.vik' })
  const link = await screen.findByRole('link', { name: 'Kari Nilsen' })
  expect(link.querySelector('mark')?.textContent).toBe('Nilsen')
  await db
    .updateTable('user')
    .set({ job_title: '<img src=x onerror=alert(1)>' })
    .where('id', '=', demoPerson('kari.nilsen').id)
    .execute()
  await user.clear(await field())
  await user.type(await field(), 'kari nilsen')
  const row = (await screen.findByText(/onerror/)).closest('li')
  expect(row?.querySelector('img')).toBeNull()
})

test('the arrows go from the field through the hits and back, and Enter opens', async () => {
  const { user, router } = await renderApp('/colleagues?q=sykepleier', { as: 'anne.vik' })
  const [first, second] = await names()
  await user.click(await field())
  await user.keyboard('{ArrowDown}')
  expect(document.activeElement).toBe(first)
  await user.keyboard('{ArrowDown}')
  expect(document.activeElement).toBe(second)
  await user.keyboard('{ArrowUp}{ArrowUp}')
  expect(document.activeElement).toBe(await field())
  const name = first?.textContent ?? ''
  await user.keyboard('{Enter}{Enter}')
  await screen.findByRole('heading', { level: 1, name })
  expect(router.state.location.search).toBe('?q=sykepleier')
  await user.click(screen.getByRole('link', { name: 'Tilbake' }))
  expect(await screen.findByText(/ treff på «sykepleier»$/)).toBeTruthy()
})

test('each hit can be called at once', async () => {
  await renderApp('/colleagues?q=kari nilsen', { as: 'anne.vik' })
  const call = await screen.findByRole('link', { name: /^Ring Kari Nilsen, / })
  expect(call.getAttribute('href')).toMatch(/^tel:\d{8}$/)
})

test('where there is room, the best hit is shown beside the list until another is chosen', async () => {
  window.innerWidth = 1440
  const { user, router } = await renderApp('/colleagues?q=nilsen', { as: 'anne.vik' })
  const [first, second] = await names()
  await screen.findByRole('region', { name: `Profilen til ${first?.textContent}` })
  await user.click(second!)
  await screen.findByRole('region', { name: `Profilen til ${second?.textContent}` })
  expect(second?.getAttribute('aria-current')).toBe('true')
  expect(router.state.location.search).toMatch(/^\?q=nilsen&person=/)
  expect(document.activeElement).toBe(second)
})

test('nobody found says what to try, and leads on', async () => {
  await renderApp('/colleagues?q=qxzqxz', { as: 'anne.vik' })
  await screen.findByRole('heading', { name: 'Ingen treff på «qxzqxz»' })
  const way = screen.getAllByRole('link', { name: 'Organisasjonskart' })
  expect(way.at(-1)?.getAttribute('href')).toBe('/units')
})

test('when the server is down the text stays, and one can try again', async () => {
  const { user, faults } = await renderApp('/colleagues', { as: 'anne.vik' })
  const input = await field()
  const down = { kind: 'fail', method: 'GET', path: '/v1.0/users', times: Infinity } as const
  faults.next(down)
  await user.type(input, 'kari nilsen')
  const alert = await screen.findByText(/^Vi fikk ikke søkt/)
  expect((input as HTMLInputElement).value).toBe('kari nilsen')
  faults.clear()
  await user.click(
    within(alert.closest<HTMLElement>('[role=alert]')!).getByRole('button', { name: 'Prøv igjen' }),
  )
  await screen.findByRole('link', { name: 'Kari Nilsen' })
})

test('before one has written, one’s leader and unit are at hand', async () => {
  await renderApp('/colleagues', { as: 'kari.nilsen' })
  const leader = await screen.findByRole('region', { name: 'Lederen din' })
  expect(within(leader).getByRole('link', { name: 'Ola Bakken' })).toBeTruthy()
  const unit = await screen.findByRole('region', { name: /^Enheten din: / })
  expect(within(unit).queryByRole('link', { name: 'Kari Nilsen' })).toBeNull()
})
