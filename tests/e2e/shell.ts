import type { Page } from '@playwright/test'

/** Searches with the field of the top bar, which on phones is behind a button. */
export async function searchFor(page: Page, words: string): Promise<void> {
  const field = page.getByRole('searchbox', { name: 'Søk i nyheter' })
  if (!(await field.isVisible())) await page.getByRole('button', { name: 'Søk i nyheter' }).click()
  await field.fill(words)
  await field.press('Enter')
}
