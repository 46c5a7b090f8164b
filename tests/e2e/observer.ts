import { type BrowserContext, expect, type Page, type Request } from '@playwright/test'

/** Marks the lines in which a page tells of its own accord. */
const violationMark = 'tunet-security-policy:'

/** Characters of a page's text, and lines of the rest, that are enough to see what it is about. */
const enoughText = 500
const enoughLines = 40

/**
 * Sees what happens in the pages of a journey besides what is asserted. Every line that warns of a fault counts,
 * but those a journey causes on purpose and says so.
 */
export class Observer {
  readonly #seen: string[] = []
  readonly #allowed: RegExp[] = []
  readonly #console: string[] = []
  readonly #failed: string[] = []
  readonly #unanswered = new Set<Request>()

  /** Watches every page that is opened in this browser, also windows and frames. */
  async watch(context: BrowserContext): Promise<void> {
    await context.addInitScript((mark) => {
      document.addEventListener('securitypolicyviolation', (event) => {
        const { effectiveDirective, blockedURI, sourceFile, lineNumber, sample } = event
        console.error(mark, effectiveDirective, blockedURI, `${sourceFile}:${lineNumber}`, sample)
      })
    }, violationMark)
    context.on('console', (message) => {
      const line = `${message.text()} (${message.location().url})`
      this.#console.push(`${message.type()}: ${line}`)
      if (message.type() === 'error') this.#seen.push(line)
    })
    context.on('weberror', (webError) => {
      const line = String(webError.error().stack ?? webError.error())
      this.#console.push(line)
      this.#seen.push(line)
    })
    context.on('page', (page) => page.on('crash', () => this.#console.push(`crashed: ${page.url()}`)))
    context.on('request', (request) => this.#unanswered.add(request))
    context.on('requestfinished', (request) => this.#unanswered.delete(request))
    context.on('requestfailed', (request) => {
      this.#unanswered.delete(request)
      this.#failed.push(`${lineOf(request)}: ${request.failure()?.errorText}`)
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

  /** What the pages of a failed journey show and have said, for where nothing but the printed lines is kept. */
  async report(contexts: readonly BrowserContext[]): Promise<string> {
    const pages = contexts.flatMap((context) => context.pages())
    const part = (title: string, lines: readonly string[]) =>
      [title, ...(lines.length > 0 ? lines.slice(-enoughLines) : ['none'])].join('\n    ')
    return [
      part('What the pages show:', await Promise.all(pages.map(describe))),
      part('What their consoles said:', this.#console),
      part('Requests that failed:', this.#failed),
      part('Requests without an answer:', [...this.#unanswered].map(lineOf)),
    ].join('\n  ')
  }

  /** @throws when something was seen that no journey may cause. */
  expectNothing(): void {
    const faults = this.#seen.filter((line) => !this.#allowed.some((allowed) => allowed.test(line)))
    expect(faults, 'faults in the console of the pages').toEqual([])
  }
}

const lineOf = (request: Request) => `${request.method()} ${request.url()}`

async function describe(page: Page): Promise<string> {
  const text = await page
    .locator('body')
    .innerText({ timeout: 2000 })
    .catch((error: Error) => `(its text cannot be read: ${error.message})`)
  return `${page.url()} ${JSON.stringify(text.replace(/\s+/g, ' ').slice(0, enoughText))}`
}

/** The line the browser writes for an answer that is no success. */
export const answered = (status: number): RegExp =>
  new RegExp(`^Failed to load resource: the server responded with a status of ${status} `)
