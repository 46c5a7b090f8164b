import { expectAccessible, expectNoSidewaysScroll } from './accessibility.ts'
import { expect, test } from './journey.ts'
import { tabTo } from './tab-to.ts'
import { uniqueTitle } from './unique.ts'
import { publishPost } from './write-post.ts'

test('one finds news, a colleague and what to do, without a mouse', async ({ visit, isPhone }) => {
  const title = uniqueTitle('Ny rutine for legemiddelskap')
  await publishPost(await visit('liv.dahl'), { title })
  const page = await visit('kari.nilsen', '/me')
  await expect(page.getByRole('heading', { level: 1, name: 'Kari Nilsen' })).toBeVisible()
  const button = page.getByRole('button', { name: 'Søk i alt' })
  await tabTo(page, button)
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Søk i alt' })
  const field = dialog.getByRole('combobox', { name: 'Søk i alt' })
  await expect(field).toBeFocused()
  await expect(dialog.getByRole('group', { name: 'Snarveier' })).toBeVisible()
  await expectAccessible(page, 'search before typing')

  await page.keyboard.type(title.slice(0, -2))
  const hit = dialog.getByRole('option', { name: title })
  await expect(hit).toBeVisible()
  await expect(dialog.getByText('Du ser bare det du har tilgang til')).toBeVisible()
  await expectAccessible(page, 'search with hits')
  await expectNoSidewaysScroll(page, 'search with hits')
  if (isPhone) {
    const size = page.viewportSize()
    expect(await dialog.boundingBox()).toEqual({ x: 0, y: 0, width: size?.width, height: size?.height })
  }

  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(button).toBeFocused()

  await page.keyboard.press('Control+k')
  await page.keyboard.type('ola bakken')
  await expect(dialog.getByRole('option', { name: /^OB?\s*Ola Bakken|Ola Bakken/ }).first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(dialog.getByRole('option', { name: /Ola Bakken/ }).first()).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Ola Bakken' })).toBeFocused()

  await page.keyboard.press('Control+k')
  await page.keyboard.type('organisasjonskart')
  await expect(dialog.getByRole('group', { name: 'Gjør' })).toContainText('Se organisasjonen')
  await page.keyboard.press('Escape')
})

test('all hits have an address, and what nobody finds reaches the editors without a name', async ({
  visit,
}) => {
  const page = await visit('kari.nilsen', '/search?q=sykehjem')
  await expect(page.getByRole('heading', { level: 1, name: 'Søk etter «sykehjem»' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Enheter' })).toContainText('Elvestrand sykehjem')
  await expectAccessible(page, 'all hits')
  await expectNoSidewaysScroll(page, 'all hits')
  await page.getByRole('link', { name: /^Enheter \(\d+\)$/ }).click()
  await expect(page).toHaveURL(/\/search\?q=sykehjem&type=orgUnit$/)
  await expect(page.getByRole('region', { name: 'Nyheter' })).toHaveCount(0)

  const counted = page.waitForResponse((response) => response.url().endsWith('/v1.0/searchMisses'))
  await page.getByLabel('Hva leter du etter?').fill('zeppelinerparkering')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Ingen treff på «zeppelinerparkering»' })).toBeVisible()
  expect((await counted).status()).toBe(204)
  await expectAccessible(page, 'no hits')

  const liv = await visit('liv.dahl', '/search/misses')
  await expect(liv.getByRole('heading', { level: 1, name: 'Det folk ikke fant' })).toBeVisible()
  await expect(liv.getByRole('region', { name: 'Søk uten treff' })).toContainText('lønnsslipp')
  await expect(liv.getByText('zeppelinerparkering')).toHaveCount(0)
  await expectAccessible(liv, 'what people did not find')
  await expectNoSidewaysScroll(liv, 'what people did not find')
})
