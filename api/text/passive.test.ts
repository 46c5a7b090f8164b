// @vitest-environment node
import { expect, test } from 'vitest'
import { findPassive } from './passive.ts'
import { readSentences } from './sentences.ts'
import type { TextLanguage } from './text-language.ts'
import { readTokens } from './words.ts'

const passiveIn = (text: string, language: TextLanguage = 'nb') =>
  findPassive(readSentences(text, readTokens(text)), language).map(({ start, end }) => text.slice(start, end))

test.each([
  ['Skjemaet skal ikke sendes til arkivet.', ['skal ikke sendes']],
  ['Skjemaet innleveres til leder og lagres.', ['innleveres', 'lagres']],
  ['Møtet blir avlyst, og døra ble låst.', ['blir avlyst', 'ble låst']],
  ['Saken må tas opp, og svar gis mandag.', ['må tas', 'gis']],
  ['Hunder må luftes.', ['må luftes']],
])('%s', (text, found) => {
  expect(passiveIn(text)).toEqual(found)
})

test.each([
  'Det finnes flere som trives, synes og minnes. De møtes og lykkes.',
  'Det kan synes lite. Vi skal møtes i morgen. Det må finnes en vei.',
  'Norges kommuner og Annes plan. De ansattes ønsker. Lederes og læreres ansvar.',
  'Det blir kaldt og mørkt. Hun ble syk, og været blir godt. Når blir møtet? Kan Norges plan endre det?',
  'Dere har ellers felles kaffe. Alles ansvar. Hos oss, tross alt.',
  'Kurset er på tirsdags kveld. Hva synes du? Kan brukeres behov og Norges plan bli bedre?',
])('nothing passive in: %s', (text) => {
  expect(passiveIn(text)).toEqual([])
})

test('nynorsk has its own forms', () => {
  expect(passiveIn('Skjemaet skal sendast. Møtet vert avlyst. Saka blei ikkje vedteke.', 'nn')).toEqual([
    'skal sendast',
    'vert avlyst',
    'blei ikkje vedteke',
  ])
  expect(passiveIn('Vi skal møtast. Det kan synast lite. Eg må vere fast.', 'nn')).toEqual([])
})

test('an English text is not read with Norwegian rules', () => {
  expect(passiveIn('She can use the leveres, makes and takes.', 'en')).toEqual([])
})
