import { expect, test } from './journey.ts'
import { tabTo } from './tab-to.ts'
import { uniqueTitle } from './unique.ts'
import { publishMustRead } from './write-post.ts'

test('one reads and confirms without a mouse', async ({ visit, isPhone }) => {
  const title = uniqueTitle('Ny vaktplan')
  await publishMustRead(await visit('liv.dahl'), title)
  const page = await visit('kari.nilsen')
  const task = page.getByRole('link', { name: `Les og bekreft: ${title}` })
  await expect(task).toBeVisible()

  const skip = page.getByRole('link', { name: 'Hopp til innholdet' })
  await page.keyboard.press('Tab')
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()

  await tabTo(page, task)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeFocused()
  await tabTo(page, page.getByRole('button', { name: 'Jeg har lest og forstått' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^Du bekreftet versjon 1/)).toBeFocused()

  const breadcrumbs = page.getByRole('navigation', { name: 'Du er her' })
  const back = isPhone
    ? page.getByRole('link', { name: 'Tilbake' })
    : breadcrumbs.getByRole('link', { name: 'Nyheter' })
  await tabTo(page, back, 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /, Kari$/ })).toBeFocused()
  await expect(task).toHaveCount(0)
})

test('one writes and publishes without a mouse', async ({ visit }) => {
  const title = uniqueTitle('Kurs i klart språk')
  const page = await visit('liv.dahl')
  await tabTo(page, page.getByRole('link', { name: 'Skriv nyhet' }).first())
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Skriv nyhet' })).toBeFocused()

  await tabTo(page, page.getByLabel('Tittel'))
  await page.keyboard.type(title)

  // Into the text by Tab, to the tools by Alt+F10, along them by the arrows, and on by Tab: nothing holds the focus.
  const text = page.getByRole('textbox', { name: 'Tekst' })
  await tabTo(page, text)
  await page.keyboard.type('Torsdag klokka 12 ')
  await page.keyboard.press('Alt+F10')
  await expect(page.getByRole('button', { name: 'H2, overskrift' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('button', { name: 'Fet', exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(text).toBeFocused()
  await page.keyboard.type('i kommunestyresalen')
  await expect(text.getByRole('strong')).toHaveText('i kommunestyresalen')
  await page.keyboard.press('Control+k')
  const dialog = page.getByRole('dialog', { name: 'Lenke' })
  await expect(dialog.getByLabel('Adresse')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(text).toBeFocused()

  const combobox = page.getByRole('combobox', { name: 'Legg til enhet eller rolle' })
  await tabTo(page, combobox)
  await page.keyboard.type('Redaktører')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('option', { name: 'Redaktører' })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: 'Valgte mottakere' })).toContainText('Redaktører')
  await expect(combobox).toBeFocused()

  await tabTo(page, page.getByRole('button', { name: 'Publiser' }), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeFocused()
  await expect(page.getByRole('article')).toContainText('Til Redaktører')
})
