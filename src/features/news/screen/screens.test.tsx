import { act, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeAll, expect, test, vi } from 'vitest'
import type { OpenedInfoScreen } from '#api/info-screens/contract.ts'
import { aPost } from '#tests/news-posts.ts'
import { renderApp, startBackend } from '#tests/render-app.tsx'
import { demoUnitId } from '#tests/rights/units.ts'
import { InfoScreen } from './info-screen.tsx'

/** Two posts for screens, and the secret of a screen at the nursing home. */
async function aScreen() {
  const backend = await startBackend()
  const { db } = backend
  const liv = backend.as('liv.dahl')
  await db.updateTable('news_post').set({ show_on_screens: false }).execute()
  for (const title of ['Vannet er stengt', 'Julebord på fredag']) {
    await aPost(liv, { title, lead: `${title}, og mer om det`, showOnScreens: true })
  }
  const orgUnitId = await demoUnitId(db, 'Elvestrand sykehjem')
  const response = await liv.post('/v1.0/infoScreens', { name: 'Kantina', orgUnitId })
  const opened = (await response.json()) as OpenedInfoScreen
  return { id: opened.id, secret: opened.screenUrl.split('/').at(-1) ?? '', liv }
}

// jsdom has no dialogs.
beforeAll(() => {
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true
    },
    close(this: HTMLDialogElement) {
      this.open = false
    },
  })
})

const title = () => screen.getByRole('heading', { level: 1 }).textContent

test('N14: a screen shows news without sign-in, one at a time, by itself and by the keyboard', async () => {
  const { secret } = await aScreen()
  vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  const user = userEvent.setup({ advanceTimers: (time) => vi.advanceTimersByTime(time) })
  try {
    render(<InfoScreen secret={secret} />)
    await screen.findByText('Elvestrand sykehjem')
    const first = title()
    const other = ['Vannet er stengt', 'Julebord på fredag'].find((one) => one !== first)
    expect(screen.getByRole('img', { name: 'QR-kode til nyheten' })).toBeTruthy()

    await act(() => vi.advanceTimersByTimeAsync(12_500))
    expect(title()).toBe(other)
    await user.keyboard('{ArrowLeft}')
    expect(title()).toBe(first)
    await user.click(screen.getByRole('button', { name: 'Pause' }))
    await act(() => vi.advanceTimersByTimeAsync(60_000))
    expect(title()).toBe(first)
    await user.click(screen.getByRole('button', { name: 'Neste' }))
    expect(title()).toBe(other)
    expect(screen.getByRole('button', { name: 'Fortsett' })).toBeTruthy()
  } finally {
    vi.useRealTimers()
  }
})

test('without a network a screen goes on with what it has, and says from when', async () => {
  const { secret } = await aScreen()
  const { faults } = await startBackend()
  render(<InfoScreen secret={secret} />)
  await screen.findByText('Elvestrand sykehjem')
  const shown = title()
  faults.next({ kind: 'offline', path: '/infoScreens/screen/' })
  act(() => void window.dispatchEvent(new Event('online')))
  expect(await screen.findByText(/^Uten nett\. Viser nyheter hentet kl\. \d\d:\d\d\.$/)).toBeTruthy()
  expect(title()).toBe(shown)
  act(() => void window.dispatchEvent(new Event('online')))
  await vi.waitFor(() => expect(screen.queryByText(/^Uten nett/)).toBeNull())
})

test('a screen that is taken down shows nothing of what it had', async () => {
  const { id, secret, liv } = await aScreen()
  render(<InfoScreen secret={secret} />)
  await screen.findByText('Elvestrand sykehjem')
  await liv.delete(`/v1.0/infoScreens/${id}`)
  act(() => void window.dispatchEvent(new Event('online')))
  expect(await screen.findByRole('heading', { name: 'Denne adressen virker ikke' })).toBeTruthy()
  expect(screen.queryByText('Elvestrand sykehjem')).toBeNull()
})

test('a leader sets up a screen, gets its address once, and takes it down', async () => {
  const { user } = await renderApp('/news/screens', { as: 'ingrid.solberg' })
  await user.click(await screen.findByRole('button', { name: 'Sett opp skjermen' }))
  expect(document.activeElement).toBe(screen.getByLabelText('Navn på skjermen'))
  await user.type(screen.getByLabelText('Navn på skjermen'), 'Vaktrommet')
  await user.type(screen.getByRole('combobox', { name: /Enhet/ }), '2. etasje')
  await user.click(await screen.findByRole('option', { name: /2\. etasje – langtid/ }))
  await user.click(screen.getByRole('button', { name: 'Sett opp skjermen' }))

  const yard = await screen.findByRole('region', { name: 'Adressen til «Vaktrommet»' })
  expect(yard.textContent).toMatch(/\/screen\/[0-9a-z]{26}/)
  await user.click(within(yard).getByRole('button', { name: 'Ferdig' }))
  expect(screen.queryByText(/\/screen\//)).toBeNull()

  await user.click(await screen.findByRole('button', { name: 'Ta ned Vaktrommet' }))
  const dialog = screen.getByRole('dialog', { name: 'Vil du ta ned «Vaktrommet»?' })
  await user.click(within(dialog).getByRole('button', { name: 'Ta ned' }))
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Ta ned Vaktrommet' })).toBeNull())
})

test('a screen is not set up in a unit one does not publish to', async () => {
  const { user } = await renderApp('/news/screens', { as: 'ola.bakken' })
  await user.type(await screen.findByLabelText('Navn på skjermen'), 'Skolen')
  await user.type(screen.getByRole('combobox', { name: /Enhet/ }), 'Bjørkåsen')
  await user.click(await screen.findByRole('option', { name: /^Bjørkåsen skole/ }))
  await user.click(screen.getByRole('button', { name: 'Sett opp skjermen' }))
  expect(await screen.findByText('Du kan bare sette opp skjermer i enheter du publiserer til.')).toBeTruthy()
})
