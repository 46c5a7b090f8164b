import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { renderApp } from '#tests/render-app.tsx'

beforeEach(() => {
  window.innerWidth = 1440
})

const item = (name: RegExp) => screen.findByRole('treeitem', { name })

test('K2: the organisation is walked by the arrows, opened, closed, and jumped in by letters', async () => {
  const { user, router } = await renderApp('/units', { as: 'kari.nilsen' })
  const top = await item(/^Elvestrand kommune/)
  const health = await item(/^Helse og mestring/)
  expect(top.getAttribute('aria-level')).toBe('1')
  expect(health.getAttribute('aria-expanded')).toBe('false')
  expect(health.tabIndex).toBe(-1)

  top.focus()
  await user.keyboard('hel')
  expect(document.activeElement).toBe(health)
  await user.keyboard('{ArrowRight}')
  const home = await item(/^Elvestrand sykehjem/)
  expect(home.getAttribute('aria-level')).toBe('3')
  await user.keyboard('{ArrowRight}')
  expect(document.activeElement?.getAttribute('aria-level')).toBe('3')
  await user.keyboard('{ArrowLeft}')
  expect(document.activeElement).toBe(health)
  await user.keyboard('{ArrowLeft}')
  expect(screen.queryByRole('treeitem', { name: /^Elvestrand sykehjem/ })).toBeNull()
  await user.keyboard('{End}{Home}')
  expect(document.activeElement).toBe(top)
  await user.keyboard('hel{Enter}')
  await screen.findByRole('heading', { level: 1, name: 'Helse og mestring' })
  expect(router.state.location.pathname).toMatch(/^\/units\//)
})

test('a unit tells who leads it, who is there, and what is below', async () => {
  const { user } = await renderApp('/units', { as: 'kari.nilsen' })
  await user.click(await item(/^Helse og mestring/))
  await screen.findByRole('heading', { level: 1, name: 'Helse og mestring' })
  const leaders = screen.getByRole('region', { name: 'Ledelse' })
  expect(within(leaders).getByRole('link', { name: 'Arne Lund' })).toBeTruthy()
  await user.click(await screen.findByRole('link', { name: 'Elvestrand sykehjem' }))
  await screen.findByRole('heading', { level: 1, name: 'Elvestrand sykehjem' })
  const people = await screen.findByRole('list', { name: / i enheten$/ })
  expect(within(people).getByRole('link', { name: 'Ingrid Solberg' })).toBeTruthy()
})

test('the chart opens at the unit one came from', async () => {
  const { user } = await renderApp('/units', { as: 'kari.nilsen' })
  await user.click(await item(/^Helse og mestring/))
  await user.click(await screen.findByRole('link', { name: 'Elvestrand sykehjem' }))
  await screen.findByRole('heading', { level: 1, name: 'Elvestrand sykehjem' })
  await user.click(screen.getByRole('link', { name: 'Se i organisasjonskartet' }))
  const home = await item(/^Elvestrand sykehjem/)
  expect(home.tabIndex).toBe(0)
  expect(home.getAttribute('aria-current')).toBe('true')
})

test('on a phone one goes down a level at a time, and back up', async () => {
  window.innerWidth = 390
  const { user } = await renderApp('/units', { as: 'kari.nilsen' })
  await user.click(await screen.findByRole('link', { name: /^Helse og mestring/ }))
  await user.click(await screen.findByRole('link', { name: /^Elvestrand sykehjem/ }))
  await screen.findByRole('heading', { level: 2, name: 'Elvestrand sykehjem' })
  const above = screen.getByRole('navigation', { name: 'Enheter over' })
  await user.click(within(above).getByRole('link', { name: 'Helse og mestring' }))
  await screen.findByRole('heading', { level: 2, name: 'Helse og mestring' })
  expect(screen.queryByRole('navigation', { name: 'Enheter over' })?.textContent).toBe('Elvestrand kommune')
})

test('a branch that cannot be fetched says so, and is fetched again', async () => {
  const { user, faults } = await renderApp('/units', { as: 'kari.nilsen' })
  const health = await item(/^Helse og mestring/)
  faults.next({ kind: 'fail', method: 'GET', path: '/v1.0/orgUnits' })
  health.focus()
  await user.keyboard('{ArrowRight}')
  await screen.findByText(/^Vi fikk ikke hentet enhetene/)
  await user.click(screen.getByRole('button', { name: 'Prøv igjen' }))
  await item(/^Elvestrand sykehjem/)
  await waitFor(() => expect(screen.queryByText(/^Vi fikk ikke hentet enhetene/)).toBeNull())
})
