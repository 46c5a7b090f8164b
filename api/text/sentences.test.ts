// @vitest-environment node
import { expect, test } from 'vitest'
import { readSentences } from './sentences.ts'
import { readTokens } from './words.ts'

const sentencesOf = (text: string) =>
  readSentences(text, readTokens(text)).map(({ start, end }) => text.slice(start, end))

test.each([
  ['Kom. Gå! Hvorfor?', ['Kom.', 'Gå!', 'Hvorfor?']],
  [
    'Frist er 1. mars. Møt opp kl. 10.30 i rom nr. 4.',
    ['Frist er 1. mars.', 'Møt opp kl. 10.30 i rom nr. 4.'],
  ],
  ['Møtet er kl. 15. Kaffe blir servert.', ['Møtet er kl. 15.', 'Kaffe blir servert.']],
  ['Ta med f.eks. sko, bl.a. Karis, osv. Vi venter.', ['Ta med f.eks. sko, bl.a. Karis, osv.', 'Vi venter.']],
  ['Prisen er 8,5 mill. kr. Det er mye.', ['Prisen er 8,5 mill. kr.', 'Det er mye.']],
  ['H. Olsen og dr. Lie følger § 4-1.', ['H. Olsen og dr. Lie følger § 4-1.']],
  ['Husk: Ta med nøkkel', ['Husk:', 'Ta med nøkkel']],
  ['Husk: nøkkel og kort kl. 10:30', ['Husk: nøkkel og kort kl. 10:30']],
  ['Overskrift\nTekst her\n- Punkt', ['Overskrift', 'Tekst her', 'Punkt']],
  ['Dag\tTid\n1.\tkl. 10', ['Dag', 'Tid', '1.', 'kl. 10']],
  ['1. Ring vakta\n2. Lås døra', ['1. Ring vakta', '2. Lås døra']],
  ['«Kom!» sa hun. Vi gikk.', ['Kom!» sa hun.', 'Vi gikk.']],
  ['Vel … det ordner seg. Ja…', ['Vel … det ordner seg.', 'Ja…']],
  [
    'Se https://kommune.no/a.b. Skriv til kari.nilsen@elvestrand.example. Takk',
    ['Se https://kommune.no/a.b.', 'Skriv til kari.nilsen@elvestrand.example.', 'Takk'],
  ],
  ['Kjøp på kommune.no nå', ['Kjøp på kommune.no nå']],
  ['!!! …', []],
  ['', []],
])('%j is cut where its sentences end', (text, sentences) => {
  expect(sentencesOf(text)).toEqual(sentences)
})
