import { expect, test } from 'vitest'

/** `../ui/messages/nb.json` → its messages. */
const files = import.meta.glob<Record<string, string>>('../**/messages/{nb,nn,en}.json', {
  eager: true,
  import: 'default',
})
const areas = [...new Set(Object.keys(files).map((path) => path.replace(/\w+\.json$/, '')))]

/** The inputs `{name}` of a message, which each language may put in its own order. */
const inputsOf = (text: string) => new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))

const shapeOf = (messages: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(messages)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, text]) => [key, typeof text === 'string' ? inputsOf(text) : 'variants']),
  )

test.for(areas)('%s says the same things in bokmål, nynorsk and English', (area) => {
  const bokmaal = shapeOf(files[`${area}nb.json`] ?? {})
  expect(Object.keys(bokmaal).length).toBeGreaterThan(0)
  expect(shapeOf(files[`${area}nn.json`] ?? {})).toEqual(bokmaal)
  expect(shapeOf(files[`${area}en.json`] ?? {})).toEqual(bokmaal)
})

test('no message is left empty', () => {
  const empty = Object.entries(files).flatMap(([path, messages]) =>
    Object.entries(messages)
      .filter(([, text]) => typeof text === 'string' && text.trim() === '')
      .map(([key]) => `${path} ${key}`),
  )
  expect(empty).toEqual([])
})
