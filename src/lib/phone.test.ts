import { expect, test } from 'vitest'
import { formatPhone, numberToCall, phoneAddress } from './phone.ts'

test.for([
  ['40000142', '400 00 142'],
  ['+47 40 00 01 42', '400 00 142'],
  ['004760123456', '60 12 34 56'],
  ['60 12 34 56', '60 12 34 56'],
  ['02800', '02800'],
  ['+46 8 123 456', '+46 8 123 456'],
])('%s is written %s', ([number = '', written]) => {
  expect(formatPhone(number)).toBe(written)
})

test('a phone is told the digits alone', () => {
  expect(phoneAddress('+47 400 00 142')).toBe('tel:+4740000142')
})

test('the mobile is called before the desk, and nobody without a number', () => {
  expect(numberToCall({ mobilePhone: '40000142', businessPhones: ['60123456'] })).toBe('40000142')
  expect(numberToCall({ mobilePhone: null, businessPhones: ['60123456'] })).toBe('60123456')
  expect(numberToCall({ mobilePhone: null, businessPhones: [] })).toBeUndefined()
})
