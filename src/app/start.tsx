import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { watchVersion } from '../lib/version.ts'
import { Providers } from './providers.tsx'
import { createApp, preloadPage } from './routes.tsx'
import { StartErrorPage } from './start-error-page.tsx'

// The page's code is fetched while the person is being signed in; its data comes after.
preloadPage(location.pathname)

/** Draws the app. Only when calls can be answered: the router begins to fetch as soon as it is made. */
export function renderApp(): void {
  const router = createApp()
  watchVersion()
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
