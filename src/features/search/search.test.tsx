import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { aPost } from '#tests/news-posts.ts'
import { demoUnitId } from '#tests/rights/units.ts'
import { renderApp, startBackend } from '#tests/render-app.tsx'
import { demoPerson } from '#tests/tokens.ts'
import { paths } from '../../lib/paths.ts'

const field = () => screen.getByRole('combobox', { name: 'Søk i alt' })
const group = (name: string) => screen.findByRole('group', { name })

/** My page with the search open, and somebody's fingers on the keys. */
async function openSearch(person: string) {
  const app = await renderApp(paths.me(), { as: person })
  await screen.findByRole('heading', { level: 1 })
  await app.user.keyboard('{Control>}k{/Control}')
  await screen.findByRole('combobox', { name: 'Søk i alt' })
  return app
}

const address = ({ router }: Awaited<ReturnType<typeof renderApp>>) =>
  router.state.location.pathname + router.state.location.search

test('one types, sees people, units and news, and opens one without a mouse', async () => {
  const backend = await startBackend()
  await aPost(backend.as('liv.dahl'), { title: 'Sykehjemmet får ny heis' })
  const app = await openSearch('kari.nilsen')
  await app.user.keyboard('sykehjem')
  expect(await group('Beste treff')).toBeTruthy()
  const news = await group('Nyheter')
  await within(news).findByRole('option', { name: /Sykehjemmet får ny heis/ })
  expect(await group('Enheter')).toBeTruthy()
  expect(field().getAttribute('aria-activedescendant')).toBeNull()

  await app.user.keyboard('{ArrowDown}')
  const [best] = screen.getAllByRole('option')
  expect(best?.getAttribute('aria-selected')).toBe('true')
  expect(field().getAttribute('aria-activedescendant')).toBe(best?.id)
  await app.user.keyboard('{ArrowUp}')
  const last = screen.getAllByRole('option').at(-1)
  expect(last?.textContent).toContain('Vis alle treff på «sykehjem»')
  await app.user.keyboard('{Enter}')
  await screen.findByRole('heading', { level: 1, name: 'Søk etter «sykehjem»' })
  expect(address(app)).toBe('/search?q=sykehjem')
  expect(screen.queryByRole('combobox')).toBeNull()
})

test('what matched is marked, and a person leads to the profile', async () => {
  const app = await openSearch('sara.holm')
  await app.user.keyboard('kari nil')
  const best = await group('Beste treff')
  const kari = await within(best).findByRole('option', { name: /Kari Nilsen/ })
  expect([...kari.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['Kari', 'Nil'])
  await app.user.click(kari)
  await waitFor(() => expect(address(app)).toBe(paths.colleague(demoPerson('kari.nilsen').id)))
})

test('what one may do is offered by its name or another word for it, and only to those who may', async () => {
  const editor = await openSearch('liv.dahl')
  await editor.user.keyboard('statistikk')
  expect(
    await within(await group('Gjør')).findByRole('option', { name: 'Se hva folk ikke fant' }),
  ).toBeTruthy()
  editor.router.dispose()
})

test('a nurse is not offered what is for editors', async () => {
  const { user } = await openSearch('kari.nilsen')
  await user.keyboard('statistikk')
  await screen.findByRole('option', { name: /Se hvor mange e-poster/ })
  expect(screen.queryByRole('option', { name: 'Se hva folk ikke fant' })).toBeNull()
})

test('the last searches are there again, can be done again, and can be forgotten', async () => {
  const app = await openSearch('kari.nilsen')
  expect(screen.queryByRole('group', { name: 'Siste søk' })).toBeNull()
  expect(within(await group('Snarveier')).getAllByRole('option').length).toBeGreaterThan(2)
  await app.user.keyboard('vaktskifte{Enter}')
  await screen.findByRole('heading', { level: 1, name: 'Søk etter «vaktskifte»' })
  await app.user.keyboard('{Control>}k{/Control}')
  const again = within(await group('Siste søk')).getByRole('option', { name: 'vaktskifte' })
  await app.user.keyboard('{ArrowDown}')
  expect(again.getAttribute('aria-selected')).toBe('true')
  await app.user.click(screen.getByRole('button', { name: 'Glem siste søk' }))
  expect(screen.queryByRole('group', { name: 'Siste søk' })).toBeNull()
  expect(localStorage.length).toBe(0)
})

test('an identity number is not searched for, kept or put in an address', async () => {
  const app = await openSearch('kari.nilsen')
  await app.user.keyboard('vedtak 01819010001')
  expect(await screen.findByText(/^Dette ser ut som et fødselsnummer/)).toBeTruthy()
  expect(screen.queryAllByRole('option')).toEqual([])
  await app.user.keyboard('{Enter}')
  await app.user.type(field(), ' nei')
  expect(address(app)).toBe(paths.me())
  expect(localStorage.length).toBe(0)
})

test('a slow answer leaves the one before, and a failing one can be asked for again', async () => {
  const app = await openSearch('kari.nilsen')
  app.faults.next({ kind: 'fail', path: '/v1.0/search/query' })
  await app.user.keyboard('kari nilsen')
  const problem = await screen.findByText(/^Vi fikk ikke søkt/)
  await app.user.click(within(problem).getByRole('button', { name: 'Prøv igjen' }))
  expect(await screen.findByRole('option', { name: /Kari Nilsen/ })).toBeTruthy()
})

test('the page has a tab for each kind, and what is for others is not there', async () => {
  const backend = await startBackend()
  const unit = await demoUnitId(backend.db, 'Elvestrand sykehjem')
  await aPost(backend.as('liv.dahl'), {
    title: 'Kvikksølvtermometer',
    audience: { everyone: false, orgUnitIds: [unit], roles: [] },
  })
  const app = await renderApp(paths.search({ q: 'kvikksølvtermometer' }), { as: 'kari.nilsen' })
  expect(await screen.findByRole('link', { name: 'Kvikksølvtermometer' })).toBeTruthy()
  await app.user.click(screen.getByRole('link', { name: 'Nyheter (1)' }))
  await waitFor(() => expect(address(app)).toContain('type=newsPost'))
  const narrow = await screen.findByRole('link', { name: 'Avgrens nyhetene med filter' })
  expect(narrow.getAttribute('href')).toBe(paths.home({ q: 'kvikksølvtermometer' }))
  app.router.dispose()
})

test('a teacher finds nothing of the nursing home’s, and is told what editors are told', async () => {
  const backend = await startBackend()
  const unit = await demoUnitId(backend.db, 'Elvestrand sykehjem')
  await aPost(backend.as('liv.dahl'), {
    title: 'Kvikksølvtermometer',
    audience: { everyone: false, orgUnitIds: [unit], roles: [] },
  })
  await renderApp(paths.search({ q: 'kvikksølvtermometer' }), { as: 'sara.holm' })
  const empty = await screen.findByRole('region', { name: 'Ingen treff på «kvikksølvtermometer»' })
  expect(empty.textContent).toContain('ikke hvem som leter')
  expect(screen.queryByRole('link', { name: 'Kvikksølvtermometer' })).toBeNull()
  await waitFor(async () => {
    const counted = await backend.db.selectFrom('search_miss').select('query').execute()
    expect(counted.map(({ query }) => query)).toContain('kvikksølvtermometer')
  })
})

test('a word written wrong shows what was meant', async () => {
  const { user, router } = await renderApp(paths.search({ q: 'sykehjjem' }), { as: 'kari.nilsen' })
  // People are found by what was meant; of the rest it is asked.
  await user.click(await screen.findByRole('link', { name: 'sykehjem' }))
  await screen.findByRole('heading', { level: 1, name: 'Søk etter «sykehjem»' })
  expect(router.state.location.search).toBe('?q=sykehjem')
  expect(await screen.findByRole('link', { name: 'Elvestrand sykehjem' })).toBeTruthy()
})

test('an editor sees what people did not find', async () => {
  await renderApp(paths.searchMisses(), { as: 'liv.dahl' })
  await screen.findByRole('heading', { level: 1, name: 'Det folk ikke fant' })
  const table = screen.getByRole('table', { name: 'Søk uten treff' })
  const [first] = within(table).getAllByRole('row').slice(1)
  expect(first?.textContent).toMatch(/^lønnsslipp.*41/)
  expect(within(table).queryByText(/hytteforeningen/)).toBeNull()
})

test('others are told that it is not for them', async () => {
  await renderApp(paths.searchMisses(), { as: 'kari.nilsen' })
  expect(
    await screen.findByRole('heading', { level: 1, name: 'Du har ikke tilgang til denne siden' }),
  ).toBeTruthy()
})
