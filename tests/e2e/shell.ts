import type { Page } from '@playwright/test'

/** Searches over everything, with the dialog of the top bar. */
export async function searchFor(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: 'Søk i alt' }).click()
  const field = page.getByRole('combobox', { name: 'Søk i alt' })
  await field.fill(words)
  await field.press('Enter')
}
