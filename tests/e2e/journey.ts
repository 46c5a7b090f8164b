import { readdirSync } from 'node:fs'
import { type BrowserContext, type Page, test as base } from '@playwright/test'
import { Observer } from './observer.ts'
import { personMenu, type PersonKey, signIn, signOut } from './sign-in.ts'

export { expect } from '@playwright/test'

/** What a project of the configuration chooses. */
export interface JourneyOptions {
  backEnd: 'server' | 'mocks'
}

interface JourneyParts {
  /** Whether the device is a phone. */
  isPhone: boolean
  /** Collects what no journey may cause: faults in the console, and what the security policy stopped. */
  observer: Observer
  /**
   * A browser nobody has signed in with. With the mocks there is only one, since all data lives in it.
   */
  openBrowser: () => Promise<BrowserContext>
  /** Tunet at an address, as one of the demo people. Everybody has a browser of their own, where that is possible. */
  visit: (person: PersonKey, path?: string) => Promise<Page>
}

export const test = base.extend<JourneyOptions & JourneyParts>({
  backEnd: ['server', { option: true }],

  isPhone: async ({ isMobile }, use) => {
    await use(isMobile)
  },

  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of what is asked for from the pattern
  observer: async ({}, use) => {
    const observer = new Observer()
    await use(observer)
    observer.expectNothing()
  },

  openBrowser: async ({ backEnd, browser, observer }, use, testInfo) => {
    const opened: BrowserContext[] = []
    await use(async () => {
      const context = await browser.newContext()
      await observer.watch(context)
      if (backEnd === 'mocks') await keepBackEnd(context)
      opened.push(context)
      return context
    })
    await observer.settle(opened)
    if (testInfo.status !== testInfo.expectedStatus) {
      console.log(`${testInfo.title}\n  ${await observer.report(opened)}`)
    }
    for (const context of opened) await context.close()
  },

  visit: async ({ backEnd, openBrowser }, use) => {
    const pages = new Map<PersonKey, Page>()
    await use(async (person, path = '/') => {
      const known = pages.get(person)
      if (known) {
        await known.goto(path)
        return known
      }
      const [[last, shared] = []] = backEnd === 'mocks' ? pages : []
      if (!last || !shared) {
        const page = await (await openBrowser()).newPage()
        await signIn(page, person, path)
        pages.set(person, page)
        return page
      }
      await shared.goto('/')
      await personMenu(shared, last).waitFor()
      await signOut(shared, last)
      await signIn(shared, person, path)
      pages.clear()
      pages.set(person, shared)
      return shared
    })
  },
})

/**
 * A second tab that holds on to the worker in which the mocks run, as another open page of Tunet would: the database is
 * then not opened anew for every page of a journey.
 */
async function keepBackEnd(context: BrowserContext): Promise<void> {
  const worker = readdirSync('mocks/dist/assets').find((name) => /^api-worker-.*\.js$/.test(name))
  const tab = await context.newPage()
  await tab.goto('/version.json')
  await tab.evaluate((address) => {
    // Kept by the window, or it would be collected.
    Object.assign(window, { kept: new SharedWorker(address, { type: 'module' }) })
  }, `/assets/${worker}`)
}
