import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeEach, vi } from 'vitest'
import { queryClient } from '#src/lib/query-client.ts'
import { testNow } from './clock.ts'

// The first visit to a page loads its code: longer than the second the library waits, and much longer on a busy machine.
configure({ asyncUtilTimeout: 30_000 })

/** Gives jsdom something it lacks, and leaves it alone once it has it. */
function supply(target: object, name: string, value: unknown) {
  if (Reflect.get(target, name) === undefined)
    Object.defineProperty(target, name, { value, configurable: true, writable: true })
}

supply(globalThis, 'CSS', {
  escape: (text: string) => text.replace(/[^\w-]/g, (char) => `\\${char}`),
  supports: () => false,
})
supply(
  window,
  'matchMedia',
  (media: string) =>
    new (class extends EventTarget {
      media = media
      onchange = null
      // Follows the window, which is as narrow as a phone until a test makes it wider.
      get matches() {
        const least = /^\(min-width: (\d+)px\)$/.exec(media)?.[1]
        return least !== undefined && window.innerWidth >= Number(least)
      }
      addListener() {}
      removeListener() {}
    })(),
)
supply(document, 'getAnimations', () => [])
supply(Element.prototype, 'scrollIntoView', () => undefined)
supply(
  globalThis,
  'ResizeObserver',
  class {
    observe() {}
    unobserve() {}
    disconnect() {}
  },
)
// A dialog over the page: open, and closed with a word to who asked.
supply(HTMLDialogElement.prototype, 'showModal', function (this: HTMLDialogElement) {
  this.open = true
})
supply(HTMLDialogElement.prototype, 'close', function (this: HTMLDialogElement) {
  this.open = false
  this.dispatchEvent(new Event('close'))
})
// jsdom has it, but answers with a complaint on the console.
window.scrollTo = () => undefined

// Pages say «i dag» and count days: for them, as for the API behind them, it is always `testNow`, between tests too, or
// what is cached would seem to come from the future. Timers run as usual.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: testNow })
  window.innerWidth = 390
})

afterEach(() => {
  cleanup()
  queryClient.clear()
  localStorage.clear()
  sessionStorage.clear()
})
