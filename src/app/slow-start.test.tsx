import { render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { setLocale } from '../lib/locale.ts'
import { watchStart } from './slow-start.ts'
import { StartingPage } from './starting-page.tsx'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})

afterEach(() => {
  vi.useRealTimers()
  document.body.replaceChildren()
  setLocale('nb')
})

function aRoot() {
  const root = document.createElement('div')
  document.body.append(root)
  return root
}

const notice = () => screen.queryByRole('alert')

test('a page that stays blank says that starting takes long, until the first page comes', async () => {
  const root = aRoot()
  watchStart(root)
  vi.advanceTimersByTime(9_000)
  expect(notice()).toBeNull()
  vi.advanceTimersByTime(2_000)
  expect(notice()?.textContent).toContain('Tunet bruker lang tid på å starte')
  expect(screen.getByRole('button', { name: 'Prøv igjen' })).toBeDefined()

  root.append(document.createElement('main'))
  vi.useRealTimers()
  await waitFor(() => expect(notice()).toBeNull())
})

test('so does the shape that waits for the first page', async () => {
  const root = aRoot()
  watchStart(root)
  const { rerender } = render(<StartingPage />, { container: root })
  vi.advanceTimersByTime(11_000)
  expect(notice()).not.toBeNull()

  rerender(<h1>God morgen</h1>)
  vi.useRealTimers()
  await waitFor(() => expect(notice()).toBeNull())
})

test('it is said in the language chosen in this browser', () => {
  setLocale('en')
  watchStart(aRoot())
  vi.advanceTimersByTime(11_000)
  expect(notice()?.textContent).toContain('Tunet is taking a long time to start')
})

test('a page that came in time is left alone', () => {
  const root = aRoot()
  watchStart(root)
  root.append(document.createElement('main'))
  vi.advanceTimersByTime(60_000)
  expect(notice()).toBeNull()
})
