import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchVersion } from './version.ts'

const reload = vi.fn<() => void>()

beforeEach(() => {
  sessionStorage.clear()
  reload.mockClear()
  vi.stubGlobal('location', { reload })
})

afterEach(() => vi.unstubAllGlobals())

/** Whether a file that could not be fetched was taken care of by loading the page anew. */
function isCured(isOnline: boolean): boolean {
  const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(isOnline)
  const event = new Event('vite:preloadError', { cancelable: true })
  window.dispatchEvent(event)
  onLine.mockRestore()
  return event.defaultPrevented
}

test('a file that was replaced loads the page anew, once; without a network it does not', () => {
  watchVersion()
  expect(isCured(false)).toBe(false)
  expect(reload).not.toHaveBeenCalled()
  expect(isCured(true)).toBe(true)
  expect(isCured(true)).toBe(false)
  expect(reload).toHaveBeenCalledTimes(1)
})
