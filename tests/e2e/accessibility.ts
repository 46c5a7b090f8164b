import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

/**
 * Runs in the page: resolves when the change of colours is drawn. Transitions are taken to their end instead of waited for:
 * the promise of one that its element was taken away from, or of a page that is not drawn, may never settle.
 */
async function colorsSettled(): Promise<void> {
  const frame = () =>
    new Promise((drawn) => {
      requestAnimationFrame(drawn)
      setTimeout(drawn, 1000)
    })
  await frame()
  await frame()
  for (const animation of document.getAnimations()) {
    if (animation instanceof CSSTransition) animation.finish()
  }
}

/** Checks the page as it is, in light and in dark, against WCAG 2.0–2.2 A and AA and what axe calls good practice. */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.evaluate(colorsSettled)
    const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze()
    const found = violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`),
    }))
    expect.soft(found, `${name}, ${colorScheme}`).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

/** Checks that nothing is wider than the narrowest screens. */
export async function expectNoSidewaysScroll(page: Page, name: string): Promise<void> {
  const size = page.viewportSize() ?? { width: 390, height: 844 }
  for (const width of [320, 390]) {
    await page.setViewportSize({ width, height: 844 })
    await expect.soft
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth), `${name}, ${width} px wide`)
      .toBeLessThanOrEqual(width)
  }
  await page.setViewportSize(size)
}
