import { afterEach, expect, test } from 'vitest'
import { m } from '../messages/messages.js'
import { adoptPreferredLanguage, getLocale, restoreLocale, setLocale } from './locale.ts'

afterEach(() => {
  localStorage.clear()
  restoreLocale()
})

test('the language is bokmål until something else is known', () => {
  restoreLocale()
  expect(getLocale()).toBe('nb')
  expect(document.documentElement.lang).toBe('nb')
})

test('a choice is followed at once, and remembered', () => {
  setLocale('nn')
  expect(m.date_tomorrow()).toBe('i morgon')
  expect(document.documentElement.lang).toBe('nn')
  restoreLocale()
  expect(getLocale()).toBe('nn')
})

test("the person's own language is used until a choice is made here", () => {
  adoptPreferredLanguage('nn-NO')
  expect(getLocale()).toBe('nn')
  setLocale('en')
  adoptPreferredLanguage('nb-NO')
  expect(getLocale()).toBe('en')
})

test('a language Tunet does not have changes nothing', () => {
  adoptPreferredLanguage('se-NO')
  expect(getLocale()).toBe('nb')
})

test('a language that was remembered and is no longer there is forgotten', () => {
  localStorage.setItem('PARAGLIDE_LOCALE', 'se')
  restoreLocale()
  expect(getLocale()).toBe('nb')
})
