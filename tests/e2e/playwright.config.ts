import { defineConfig } from '@playwright/test'
import { findChromium } from './chromium.ts'
import type { JourneyOptions } from './journey.ts'
import { findPlaces } from './places.ts'

const { serverPort, mocksPort } = await findPlaces()
const launchOptions = await findChromium()
process.env.TZ = 'Europe/Oslo'

const desktop = { viewport: { width: 1440, height: 900 } }
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const server = { backEnd: 'server' as const, baseURL: `http://localhost:${serverPort}` }
const mocks = { backEnd: 'mocks' as const, baseURL: `http://localhost:${mocksPort}` }

/** Marks what the mocks have no counterpart of: a server that cannot be reached at all, and rows of the directory. */
const needsServer = /@server/

/**
 * The journeys: whole paths through Tunet in a real browser. Each is run against the real server, on a desktop and on a phone,
 * and against the mocks in the browser: there it is the same app on the same API, mounted elsewhere, so one screen tells. Both builds have to be there: `npm run build`, `npm run build -- --mode mocks`.
 */
export default defineConfig<JourneyOptions>({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results',
  // They share one server, and small machines have two cores.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  use: {
    launchOptions,
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
    contextOptions: { reducedMotion: 'reduce' },
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'server-desktop', use: { ...server, ...desktop } },
    { name: 'server-phone', use: { ...server, ...phone } },
    { name: 'mocks', use: { ...mocks, ...desktop }, grepInvert: needsServer },
  ],
  webServer: {
    command: 'node tests/e2e/serve.ts',
    cwd: '../..',
    url: `${server.baseURL}/healthz`,
    timeout: 120_000,
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
  },
})
