import type { Page } from '@playwright/test'
import { disable } from './directory.ts'
import { expect, test } from './journey.ts'
import { answered } from './observer.ts'
import { searchFor } from './shell.ts'
import { personMenu, signInChoice, signOut } from './sign-in.ts'

/** Throws away what the page has been given to call the API with: all of it, or what lasts the shortest. */
function dropTokens(page: Page, kinds: RegExp): Promise<number> {
  return page.evaluate((pattern) => {
    const keys = Object.keys(sessionStorage).filter((key) => new RegExp(pattern, 'i').test(key))
    for (const key of keys) sessionStorage.removeItem(key)
    return keys.length
  }, kinds.source)
}

test('an address survives signing in', async ({ visit }) => {
  const page = await visit('kari.nilsen', '/?q=vaktskifte')
  await expect(page).toHaveURL(/\/\?q=vaktskifte$/)
  await expect(page.getByRole('heading', { level: 1, name: 'Søk etter «vaktskifte»' })).toBeVisible()
})

test('after signing out, nothing is left behind the back button', async ({ visit }) => {
  const page = await visit('kari.nilsen', '/me')
  await expect(page.getByRole('main')).toContainText('Helsefagarbeider')
  await signOut(page, 'kari.nilsen')
  expect(await page.evaluate(() => Object.keys(sessionStorage).filter((key) => /token/i.test(key)))).toEqual(
    [],
  )
  await page.goBack()
  await expect(signInChoice(page, 'kari.nilsen')).toBeVisible()
  await expect(personMenu(page, 'kari.nilsen')).toHaveCount(0)
  await expect(page.getByText('Elvestrand sykehjem')).toHaveCount(0)
})

test('a second tab is signed in without asking, and signing out there is noticed here', async ({ visit }) => {
  const first = await visit('kari.nilsen')
  const second = await first.context().newPage()
  await second.goto('/me')
  await expect(second.getByRole('heading', { level: 1, name: 'Kari Nilsen' })).toBeVisible()
  await signOut(second, 'kari.nilsen')
  const dialog = first.getByRole('dialog', { name: 'Du ble logget ut' })
  await expect(dialog).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Logg inn' })).toBeVisible()
})

test('a token that is gone is renewed without a word', async ({ visit }) => {
  const page = await visit('kari.nilsen')
  await page.evaluate(() => Object.assign(window, { isSamePage: true }))

  // By the refresh token.
  expect(await dropTokens(page, /accesstoken/)).toBeGreaterThan(0)
  await searchFor(page, 'vaktskifte')
  await expect(page.getByRole('heading', { level: 1, name: 'Søk etter «vaktskifte»' })).toBeVisible()

  // Without one, by the provider's session, in a hidden frame.
  expect(await dropTokens(page, /(access|refresh)token/)).toBeGreaterThan(1)
  await searchFor(page, 'brann')
  await expect(page.getByRole('heading', { level: 1, name: 'Søk etter «brann»' })).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true)
})

test('a person who is disabled is refused at once', { tag: '@server' }, async ({ visit, observer }) => {
  const page = await visit('tor.berg')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Tor')
  // What the front page fetches last would otherwise be refused first, and the dialog take what is typed.
  await waitForQuiet(page)
  const enable = await disable('tor.berg')
  try {
    observer.allow(answered(401))
    observer.allow(answered(400))
    await searchFor(page, 'vaktskifte')
    await expect(page.getByRole('dialog', { name: 'Du ble logget ut' })).toBeVisible()
    await expect(page.getByRole('heading', { name: /^Søk etter/ })).toHaveCount(0)

    // Nor is the page shown anew. Whoever else uses the machine can sign in.
    await page.reload()
    const opening = page.waitForEvent('popup')
    await page
      .getByRole('dialog', { name: 'Du ble logget ut' })
      .getByRole('button', { name: 'Logg inn' })
      .click()
    const popup = await opening
    await expect(signInChoice(popup, 'kari.nilsen')).toBeVisible()
    await expect(signInChoice(popup, 'tor.berg')).toHaveCount(0)
    await signInChoice(popup, 'kari.nilsen').click()
    await expect(personMenu(page, 'kari.nilsen')).toBeVisible()
  } finally {
    await enable()
  }
})

/** Waits until a page has fetched what it fetches by itself: nothing more for a second. */
async function waitForQuiet(page: Page): Promise<void> {
  let before = -1
  const isQuiet = async () => {
    const now = await page.evaluate(() => performance.getEntriesByType('resource').length)
    const isSame = now === before
    before = now
    return isSame
  }
  await expect.poll(isQuiet, { intervals: [1000] }).toBe(true)
}
