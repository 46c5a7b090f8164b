import { expect, test } from './journey.ts'
import { personMenu } from './sign-in.ts'

test('the language changes at once, and is remembered', async ({ visit }) => {
  const page = await visit('kari.nilsen')
  const html = page.locator('html')
  await page.evaluate(() => Object.assign(window, { isSamePage: true }))
  await expect(html).toHaveAttribute('lang', 'nb')
  await expect(page.getByRole('heading', { name: 'Nyheter', exact: true })).toBeVisible()

  await personMenu(page, 'kari.nilsen').click()
  await page.getByRole('radio', { name: 'Nynorsk' }).check({ force: true })
  await expect(html).toHaveAttribute('lang', 'nn')
  await expect(page.getByRole('heading', { name: 'Nyhende', exact: true })).toBeVisible()

  await page.getByRole('radio', { name: 'English' }).check({ force: true })
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
  await choice.getByRole('radio', { name: 'Lyst' }).check({ force: true })
  await expect.poll(ground).toBe('light')
  await choice.getByRole('radio', { name: 'Mørkt' }).check({ force: true })
  await page.emulateMedia({ colorScheme: 'light' })
  await expect.poll(ground).toBe('dark')
  await page.reload()
  await expect.poll(ground).toBe('dark')
})
