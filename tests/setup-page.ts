import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'
import { queryClient } from '#src/lib/query-client.ts'

// The first visit to a page loads its code, which takes longer than the second the library waits.
configure({ asyncUtilTimeout: 8000 })

// What jsdom lacks and the design system or the browser's own behaviour needs.
globalThis.CSS ??= {
  escape: (text: string) => text.replace(/[^\w-]/g, (char) => `\\${char}`),
  supports: () => false,
} as unknown as typeof CSS // a stand-in for the two functions that are used
window.matchMedia ??= (media) =>
  Object.assign(new EventTarget(), {
    media,
    matches: false,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  })
document.getAnimations ??= () => []
window.scrollTo = () => undefined
if (!('scrollIntoView' in Element.prototype)) {
  Object.defineProperty(Element.prototype, 'scrollIntoView', { value: () => undefined, configurable: true })
}
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
}

afterEach(() => {
  cleanup()
  queryClient.clear()
  localStorage.clear()
  sessionStorage.clear()
})
