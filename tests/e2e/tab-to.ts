import { expect, type Locator, type Page } from '@playwright/test'

/** Most stops between two things one wants to reach on a page. */
const maxStops = 80

/** Presses Tab until the thing has focus, as somebody without a mouse does. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor()
  for (let stops = 0; stops < maxStops; stops++) {
    await page.keyboard.press(key)
    if (await target.evaluate((element) => element === document.activeElement)) {
      await expect(target, 'what has focus shows it').toHaveCSS('outline-style', /solid|auto/)
      return
    }
  }
  throw new Error(`${target.toString()} is not reached by ${key}`)
}
