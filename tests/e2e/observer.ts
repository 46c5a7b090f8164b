import { type BrowserContext, expect } from '@playwright/test'

/** Marks the lines in which a page tells of its own accord. */
const violationMark = 'tunet-security-policy:'

/**
 * Sees what happens in the pages of a journey besides what is asserted. Every line that warns of a fault counts,
 * but those a journey causes on purpose and says so.
 */
export class Observer {
  readonly #seen: string[] = []
  readonly #allowed: RegExp[] = []

  /** Watches every page that is opened in this browser, also windows and frames. */
  async watch(context: BrowserContext): Promise<void> {
    await context.addInitScript((mark) => {
      document.addEventListener('securitypolicyviolation', (event) => {
        const { effectiveDirective, blockedURI, sourceFile, lineNumber, sample } = event
        console.error(mark, effectiveDirective, blockedURI, `${sourceFile}:${lineNumber}`, sample)
      })
    }, violationMark)
    context.on('console', (message) => {
      if (message.type() !== 'error') return
      this.#seen.push(`${message.text()} (${message.location().url})`)
    })
    context.on('weberror', (webError) => {
      this.#seen.push(String(webError.error().stack ?? webError.error()))
    })
  }

  /** Says that lines like this belong to the journey, such as the answer 404 to a page that is not there. */
  allow(line: RegExp): void {
    this.#allowed.push(line)
  }

  /** Lets what the pages have to tell arrive. */
  async settle(contexts: readonly BrowserContext[]): Promise<void> {
    for (const page of contexts.flatMap((context) => context.pages())) {
      await page.evaluate(() => new Promise((done) => setTimeout(done, 50))).catch(() => undefined)
    }
  }

  /** @throws when something was seen that no journey may cause. */
  expectNothing(): void {
    const faults = this.#seen.filter((line) => !this.#allowed.some((allowed) => allowed.test(line)))
    expect(faults, 'faults in the console of the pages').toEqual([])
  }
}

/** The line the browser writes for an answer that is no success. */
export const answered = (status: number): RegExp =>
  new RegExp(`^Failed to load resource: the server responded with a status of ${status} `)
