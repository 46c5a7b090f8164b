import { render } from '@testing-library/react'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ChangedText } from './changed-text.tsx'
import { diffWords } from './diff-words.ts'
import { isWord, splitWords } from './words.ts'

test.each([
  ['e-post til IT-avdelingen', ['e-post', 'til', 'IT-avdelingen']],
  ['Kl. 07:15, 12,5 prosent.', ['Kl', '07:15', '12,5', 'prosent']],
  ['ærlig/åpen «så-kalt» John’s', ['ærlig', 'åpen', 'så-kalt', 'John’s']],
])('%s has the words %j', (text, words) => {
  expect(splitWords(text).filter(isWord)).toEqual(words)
})

test('a title with another word is told with hidden words around what came and went', () => {
  const { container } = render(<ChangedText before="Ny rutine for skap" after="Ny rutine for medisinskap" />)
  expect(container.textContent).toBe('Ny rutine for fjernet: skap (slutt)lagt til: medisinskap (slutt)')
})

test('any two texts are both in their comparison, and equal ones have no change', () => {
  const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.lorem({ maxCount: 12 }))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const side = (left: string) =>
        diffWords(before, after)
          .filter(({ kind }) => kind !== left)
          .map((change) => change.text)
          .join('')
      expect(side('deleted')).toBe(after)
      expect(side('inserted')).toBe(before)
      expect(diffWords(after, after).some(({ kind }) => kind !== undefined)).toBe(false)
    }),
  )
})
