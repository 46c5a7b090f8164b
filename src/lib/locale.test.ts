import { afterEach, beforeEach, expect, test, vi } from 'vitest'

// What is remembered is read when the module is first loaded, so each test loads it anew.
const load = () => import('./locale.ts')

beforeEach(() => vi.resetModules())
afterEach(() => localStorage.clear())

test('the language is bokmål until something else is known', async () => {
  const { getLocale } = await load()
  expect(getLocale()).toBe('nb')
  expect(document.documentElement.lang).toBe('nb')
})

test('a choice is remembered, and messages follow it at once', async () => {
  const { setLocale } = await load()
  const { m } = await import('../messages/messages.js')
  setLocale('nn')
  expect(m.date_tomorrow()).toBe('i morgon')
  expect(document.documentElement.lang).toBe('nn')

  vi.resetModules()
  expect((await load()).getLocale()).toBe('nn')
})

test("the person's own language is used until a choice is made here", async () => {
  const { adoptPreferredLanguage, getLocale, setLocale } = await load()
  adoptPreferredLanguage('nn-NO')
  expect(getLocale()).toBe('nn')
  setLocale('en')
  adoptPreferredLanguage('nb-NO')
  expect(getLocale()).toBe('en')
})

test('a language Tunet does not have changes nothing', async () => {
  const { adoptPreferredLanguage, getLocale } = await load()
  adoptPreferredLanguage('se-NO')
  expect(getLocale()).toBe('nb')
})
