import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { repositoryFiles } from './source-files.ts'

const languages = ['nb', 'nn', 'en']

/** Folders of texts: every one has a file per language. */
const folders = new Set(
  repositoryFiles()
    .filter((path) => /^src\/.*messages\/[a-z]{2}\.json$/.test(path))
    .map((path) => path.replace(/\/[a-z]{2}\.json$/, '')),
)

const textsOf = (folder: string, language: string): Record<string, unknown> => {
  const { $schema: _, ...texts } = JSON.parse(readFileSync(`${folder}/${language}.json`, 'utf8'))
  return texts
}

const placeholders = (text: unknown) => [...new Set(JSON.stringify(text).match(/\{[\w-]+\}/g))].sort()

test('there are texts to compare', () => {
  expect(folders.size).toBeGreaterThan(3)
})

test.for([...folders])('%s has the same texts with the same placeholders in every language', (folder) => {
  const [nb, ...others] = languages.map((language) =>
    Object.entries(textsOf(folder, language))
      .map(([key, text]) => [key, ...placeholders(text)].join(' '))
      .sort(),
  )
  for (const other of others) expect(other).toEqual(nb)
})

test.for([...folders])('%s has no empty text', (folder) => {
  const empty = languages.flatMap((language) =>
    Object.entries(textsOf(folder, language))
      .filter(([, text]) => text === '')
      .map(([key]) => `${language} ${key}`),
  )
  expect(empty).toEqual([])
})

test('a key is used by one folder only, as all share one name space', () => {
  const all = [...folders].flatMap((folder) => Object.keys(textsOf(folder, 'nb')))
  expect(all.filter((key, index) => all.indexOf(key) !== index)).toEqual([])
})
