import { act, fireEvent, render, screen } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { useUndo, type DelayedAction } from './undo-context.ts'
import { UndoProvider } from './undo-provider.tsx'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] })
})

const work = () => vi.fn<() => Promise<void>>(async () => undefined)
const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds))

function Page({ undo, action }: { undo?: () => Promise<void>; action?: Omit<DelayedAction, 'text'> }) {
  const { offerUndo, delay } = useUndo()
  return (
    <>
      <button type="button" onClick={() => undo && offerUndo({ text: 'Bildet er fjernet', undo })}>
        Fjern bildet
      </button>
      <button type="button" onClick={() => action && delay({ text: 'Kommentaren er slettet', ...action })}>
        Slett kommentaren
      </button>
      <input aria-label="Tittel" />
    </>
  )
}

function renderPage(parts: Parameters<typeof Page>[0]) {
  return render(
    <UndoProvider>
      <Page {...parts} />
    </UndoProvider>,
  )
}

const press = (name: string) => act(async () => fireEvent.click(screen.getByRole('button', { name })))
const said = () => screen.getByRole('status').textContent
const isOffered = () => screen.queryByRole('button', { name: 'Angre' }) !== null

test('what was done can be undone for ten seconds', async () => {
  const undo = work()
  renderPage({ undo })
  await press('Fjern bildet')
  expect(said()).toBe('Bildet er fjernet')
  await pass(9_900)
  expect(isOffered()).toBe(true)
  await pass(200)
  expect(isOffered()).toBe(false)
  expect(undo).not.toHaveBeenCalled()
})

test('undoing is said, and the focus returns to where it was', async () => {
  const undo = work()
  renderPage({ undo })
  const opener = screen.getByRole('button', { name: 'Fjern bildet' })
  opener.focus()
  await press('Fjern bildet')
  act(() => screen.getByRole('button', { name: 'Angre' }).focus())
  await press('Angre')
  expect(undo).toHaveBeenCalledOnce()
  expect(said()).toBe('Angret.')
  expect(document.activeElement).toBe(opener)
  await pass(4_100)
  expect(said()).toBe('')
})

test('the time stands still under the pointer and with the focus', async () => {
  renderPage({ undo: async () => undefined })
  await press('Fjern bildet')
  await pass(6_000)
  const button = screen.getByRole('button', { name: 'Angre' })
  act(() => button.focus())
  await pass(60_000)
  expect(isOffered()).toBe(true)
  act(() => button.blur())
  await pass(3_900)
  expect(isOffered()).toBe(true)
  await pass(200)
  expect(isOffered()).toBe(false)
})

test('Ctrl+Z undoes, but not while one types', async () => {
  const undo = work()
  renderPage({ undo })
  await press('Fjern bildet')
  const field = screen.getByLabelText('Tittel')
  act(() => field.focus())
  fireEvent.keyDown(field, { key: 'z', ctrlKey: true })
  expect(undo).not.toHaveBeenCalled()
  act(() => field.blur())
  await act(async () => fireEvent.keyDown(document.body, { key: 'z', metaKey: true }))
  expect(undo).toHaveBeenCalledOnce()
})

test('Escape hides the notice and nothing is undone', async () => {
  const undo = work()
  renderPage({ undo })
  await press('Fjern bildet')
  await act(async () => fireEvent.keyDown(document.body, { key: 'Escape' }))
  expect(isOffered()).toBe(false)
  expect(undo).not.toHaveBeenCalled()
})

test('what could not be undone is told and can be tried again', async () => {
  const undo = work().mockRejectedValueOnce(new Error('500'))
  renderPage({ undo })
  await press('Fjern bildet')
  await press('Angre')
  expect(screen.getByRole('alert').textContent).toBe('Det gikk ikke. Det er feil hos oss, ikke hos deg.')
  await pass(60_000)
  await press('Prøv igjen')
  expect(undo).toHaveBeenCalledTimes(2)
  expect(screen.getByRole('alert').textContent).toBe('')
})

test('a delayed action is done when the time to regret is over', async () => {
  const run = work()
  const onRegret = vi.fn<() => void>()
  renderPage({ action: { run, onRegret } })
  await press('Slett kommentaren')
  await pass(9_900)
  expect(run).not.toHaveBeenCalled()
  await pass(200)
  expect(run).toHaveBeenCalledOnce()
  expect(onRegret).not.toHaveBeenCalled()
})

test('a delayed action that is regretted is never done', async () => {
  const run = work()
  const onRegret = vi.fn<() => void>()
  const { unmount } = renderPage({ action: { run, onRegret } })
  await press('Slett kommentaren')
  await press('Angre')
  expect(onRegret).toHaveBeenCalledOnce()
  await pass(60_000)
  unmount()
  expect(run).not.toHaveBeenCalled()
})

test('a delayed action is done at once, and once, when another comes or the page is left', async () => {
  const run = work()
  renderPage({ action: { run, onRegret: () => undefined }, undo: async () => undefined })
  await press('Slett kommentaren')
  await press('Fjern bildet')
  expect(run).toHaveBeenCalledOnce()
  expect(said()).toBe('Bildet er fjernet')

  await press('Slett kommentaren')
  await act(async () => window.dispatchEvent(new Event('pagehide')))
  await pass(60_000)
  expect(run).toHaveBeenCalledTimes(2)
})

test('a delayed action that fails is told and can be tried again', async () => {
  const run = work().mockRejectedValueOnce(new Error('500'))
  renderPage({ action: { run, onRegret: () => undefined } })
  await press('Slett kommentaren')
  await pass(10_100)
  expect(screen.getByRole('alert').textContent).toMatch(/^Det gikk ikke/)
  await press('Prøv igjen')
  expect(run).toHaveBeenCalledTimes(2)
  expect(screen.queryByRole('button', { name: 'Prøv igjen' })).toBeNull()
})
