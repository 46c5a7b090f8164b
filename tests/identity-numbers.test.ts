import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findSensitiveContent } from '#api/text/sensitive-content.ts'
import { repositoryFiles } from './source-files.ts'

const texts = repositoryFiles().filter(
  (path) => /\.(tsx?|json|md|css|html|eml|txt|csv|yml)$/.test(path) && path !== 'package-lock.json',
)

test('no file of the repository holds an identity number somebody could have', () => {
  const found = texts.flatMap((path) => {
    const text = readFileSync(path, 'utf8')
    // Nobody alive has a number of the Tax Administration's test population.
    return findSensitiveContent(text)
      .filter(({ kind }) => kind !== 'testNumber')
      .map(({ start }) => `${path}: line ${text.slice(0, start).split('\n').length}`)
  })
  expect(texts.length).toBeGreaterThan(100)
  expect(found).toEqual([])
})
