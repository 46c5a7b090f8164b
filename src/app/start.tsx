import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { paths } from '../lib/paths.ts'
import { watchVersion } from '../lib/version.ts'
import { Providers } from './providers.tsx'
import { createApp, preloadPage } from './routes.tsx'
import { StartErrorPage } from './start-error-page.tsx'

// The page's code is fetched while the person is being signed in; its data comes after.
preloadPage(location.pathname)

/** How long after the start there is nothing else to fetch, in milliseconds. */
const quiet = 10_000

/** Draws the app. Only when calls can be answered: the router begins to fetch as soon as it is made. */
export function renderApp(): void {
  const router = createApp()
  watchVersion()
  // A deviation is to be reported also where there is no network, so the page is here before that.
  setTimeout(() => preloadPage(paths.newDeviation()), quiet)
  render(
    <Providers>
      <RouterProvider router={router} />
    </Providers>,
  )
}

/** Draws why the app could not begin: signing in was given up, or the server was not reached. */
export function renderStartError(error: unknown): void {
  render(<StartErrorPage error={error} />)
}

function render(content: ReactNode): void {
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html has no #root.')
  createRoot(root).render(<StrictMode>{content}</StrictMode>)
}
