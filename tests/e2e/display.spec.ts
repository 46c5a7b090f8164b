import type { Locator, Page } from '@playwright/test'
import { expect, test } from './journey.ts'
import { personMenu } from './sign-in.ts'

/** Chooses one of a few as people do: by the words one sees, when they have come to rest. */
async function choose(place: Page | Locator, name: string): Promise<void> {
  await place.getByText(name, { exact: true }).click()
  await expect(place.getByRole('radio', { name, exact: true })).toBeChecked()
}

test('the language changes at once, and is remembered', async ({ visit }) => {
  const page = await visit('kari.nilsen')
  const html = page.locator('html')
  await page.evaluate(() => Object.assign(window, { isSamePage: true }))
  await expect(html).toHaveAttribute('lang', 'nb')
  await expect(page.getByRole('heading', { name: 'Nyheter', exact: true })).toBeVisible()

  await personMenu(page, 'kari.nilsen').click()
  await choose(page, 'Nynorsk')
  await expect(html).toHaveAttribute('lang', 'nn')
  await expect(page.getByRole('heading', { name: 'Nyhende', exact: true })).toBeVisible()

  await choose(page, 'English')
  await expect(html).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('heading', { name: 'News', exact: true })).toBeVisible()
  await expect(page).toHaveTitle('Home – Tunet')
  expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true)

  await page.reload()
  await expect(page.getByRole('heading', { name: 'News', exact: true })).toBeVisible()
  await expect(html).toHaveAttribute('lang', 'en')
})

test('it is light or dark as one chooses, else as the device', async ({ visit }) => {
  const page = await visit('kari.nilsen', '/me')
  const ground = () =>
    page.locator('body').evaluate((body) => {
      const [red = 0, green = 0, blue = 0] =
        getComputedStyle(body)
          .backgroundColor.match(/[\d.]+/g)
          ?.map(Number) ?? []
      return red + green + blue > 3 * 128 ? 'light' : 'dark'
    })
  const choice = page.getByRole('main').getByRole('group', { name: 'Lyst eller mørkt' })
  await expect.poll(ground).toBe('light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(ground).toBe('dark')
  await choose(choice, 'Lyst')
  await expect.poll(ground).toBe('light')
  await choose(choice, 'Mørkt')
  await page.emulateMedia({ colorScheme: 'light' })
  await expect.poll(ground).toBe('dark')
  await page.reload()
  await expect.poll(ground).toBe('dark')
})
