// @vitest-environment node
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { refusalOf } from '#tests/refusal.ts'
import { ApiError } from '../http/errors.ts'
import { contentDisposition, safeFileName } from './file-name.ts'

test.for([
  ['Årsrapport 2025.pdf', 'Årsrapport 2025.pdf'],
  ['A\u030arsrapport.pdf', 'Årsrapport.pdf'],
  ['  referat \t\n 3.docx ', 'referat 3.docx'],
  ['../../etc/passwd.txt', '_._etc_passwd.txt'],
  ['C:\\Users\\kari\\brev.docx', 'C__Users_kari_brev.docx'],
  ['faktura\u202efdp.exe', 'fakturafdp.exe'],
  ['usyn\u200blig\ufeff.pdf', 'usynlig.pdf'],
  ['null\0tegn.pdf', 'nulltegn.pdf'],
  ['brev.pdf. . .', 'brev.pdf'],
  ['a...b.pdf', 'a.b.pdf'],
  ['CON.pdf', '_CON.pdf'],
  ['com1.tar.txt', '_com1.tar.txt'],
  ['lpt¹.txt', '_lpt¹.txt'],
  ['konsoll.pdf', 'konsoll.pdf'],
  ['hva?"<sa>|*du:.txt', 'hva___sa___du_.txt'],
  ['.htaccess.txt', 'htaccess.txt'],
  ['ferie 🏖️.jpg', 'ferie 🏖️.jpg'],
] as const)('%j becomes %j', ([name, safe]) => {
  expect(safeFileName(name)).toBe(safe)
})

test.for(['', '   ', '...', '///', '\u202e\u200b', '.', '..', '\0', '-.pdf'])(
  '%j is no name',
  async (name) => {
    expect(await refusalOf(() => safeFileName(name))).toBe('fileNameInvalid')
  },
)

test('a long name is cut to 255 bytes between whole characters, and keeps its extension', () => {
  expect(safeFileName(`${'a'.repeat(300)}.docx`)).toBe(`${'a'.repeat(250)}.docx`)
  expect(safeFileName(`${'å'.repeat(300)}.docx`)).toBe(`${'å'.repeat(125)}.docx`)
  expect(safeFileName(`${'👨‍👩‍👧'.repeat(60)}.pdf`)).toMatch(/^\P{Cs}+\.pdf$/u)
  expect(safeFileName(`a.${'b'.repeat(300)}`)).toHaveLength(255)
})

/** The safe name, or `otherwise` when nothing is left of it. */
function safeOr(name: string, otherwise: string): string {
  try {
    return safeFileName(name)
  } catch (error) {
    if (error instanceof ApiError && error.status === 422) return otherwise
    throw error
  }
}

test('whatever the name, what comes out is safe, and safe again', () => {
  const anyName = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom('.', '/', '\\', ' ', 'con', 'a', '\u202e', '\ud800', 'å'),
      maxLength: 200,
    }),
  )
  fc.assert(
    fc.property(anyName, (name) => {
      const safe = safeOr(name, 'a.pdf')
      const isSafe =
        new TextEncoder().encode(safe).length <= 255 &&
        !/[/\\:*?"<>|]|\.\.|^[. ]|[. ]$|[\p{Cc}\p{Cf}]/u.test(safe) &&
        safe.isWellFormed() &&
        safeFileName(safe) === safe &&
        /^[\x20-\x7e]+$/.test(contentDisposition(safe))
      expect({ name, isSafe }).toEqual({ name, isSafe: true })
    }),
    { numRuns: 2000 },
  )
})

test.for([
  ['brev.pdf', `attachment; filename="brev.pdf"; filename*=UTF-8''brev.pdf`],
  [
    'Møte på Ås (1).docx',
    `attachment; filename="Mote pa As (1).docx"; filename*=UTF-8''M%C3%B8te%20p%C3%A5%20%C3%85s%20%281%29.docx`,
  ],
  [
    `100% "sant"; x*'y'.txt`,
    `attachment; filename="100_ _sant_; x*'y'.txt"; filename*=UTF-8''100%25%20%22sant%22%3B%20x%2A%27y%27.txt`,
  ],
  ['日本.pdf', `attachment; filename="__.pdf"; filename*=UTF-8''%E6%97%A5%E6%9C%AC.pdf`],
] as const)('%s is sent under its name', ([name, header]) => {
  expect(contentDisposition(name)).toBe(header)
})
