import { expect, test } from 'vitest'
import { formatAxisDay, formatChartNumber, formatTableDay } from './chart-number.ts'
import { spreadsheetText } from './spreadsheet-text.ts'

test.each([
  [0, '0 %'],
  [0.004, '1 %'],
  [0.624, '62 %'],
  [0.996, '99 %'],
  [1, '100 %'],
])('the share %f is written %s', (share, text) => {
  expect(formatChartNumber(share, 'share').replaceAll(/\s/g, ' ')).toBe(text)
})

test('a day is the same day wherever the reader is', () => {
  expect([formatAxisDay('2026-11-16'), formatTableDay('2026-11-16')]).toEqual([
    '16. nov.',
    '16. november 2026',
  ])
})

test('a name that looks like a formula is pasted as text, and a tab does not make a column', () => {
  const table = { caption: '', columns: ['Enhet', 'Lest'], rows: [{ label: '=1+1', cells: ['a\tb'] }] }
  expect(spreadsheetText(table)).toBe("Enhet\tLest\n'=1+1\ta b")
})
