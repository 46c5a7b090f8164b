import { expect, test } from 'vitest'
import { messageFiles, messageMediaType } from './message-files.ts'

test.for([
  ['Kantina stenger.eml', 'message/rfc822'],
  ['KANTINA.MSG', 'application/vnd.ms-outlook'],
  ['winmail.dat', 'application/ms-tnef'],
  ['winmail.dat.eml', 'message/rfc822'],
  ['uten endelse', 'application/octet-stream'],
] as const)('%s is sent as %s', ([name, type]) => {
  expect(messageMediaType(name)).toBe(type)
})

test('the picker shows the files of all mail programs', () => {
  expect(messageFiles.split(',')).toEqual(expect.arrayContaining(['.eml', '.msg', '.dat']))
})
