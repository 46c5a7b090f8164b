import { expect, test } from 'vitest'
import { isNamed, matchingDigits, matchingParts, type TextPart } from './match.ts'

/** The text with brackets round what is marked. */
const shown = (parts: TextPart[]) => parts.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('')

test.for([
  ['Ola Lie', 'ola', '[Ola] Lie'],
  ['Byggesaksbehandler', 'byggesak', '[Byggesak]sbehandler'],
  ['Bjørkåsen skole', 'bjoerkaas', '[Bjørkås]en skole'],
  ['Bjørkåsen skole', 'bjorkas', '[Bjørkås]en skole'],
  ['Anné Ås', 'anne aas', '[Anné] [Ås]'],
  ['Kari Nilsen', 'nilsen kari', '[Kari] [Nilsen]'],
  ['Kari Nilsen', 'k n', '[K]ari [N]ilsen'],
  ['Kari <b>', '<b>', 'Kari <[b]>'],
  ['Ola Lie', '', 'Ola Lie'],
  ['Ola Lie', '(.*', 'Ola Lie'],
])('in «%s», «%s» marks «%s»', ([text = '', search = '', expected]) => {
  expect(shown(matchingParts(text, search))).toBe(expected)
})

test('a number is marked however it is spaced', () => {
  expect(shown(matchingDigits('400 00 142', '40 00 01'))).toBe('[400 00 1]42')
  expect(shown(matchingDigits('400 00 142', '0142'))).toBe('400 0[0 142]')
})

test('somebody is named when each word begins a name', () => {
  expect(isNamed('Ola Lie', 'lie ola')).toBe(true)
  expect(isNamed('Åse Øye', 'aase oey')).toBe(true)
  expect(isNamed('Ola Lie', 'la')).toBe(false)
  expect(isNamed('Ola Lie', 'ola byggesak')).toBe(false)
  expect(isNamed('Ola Lie', ' ')).toBe(false)
})
