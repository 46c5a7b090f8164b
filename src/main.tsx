import './styles/main.css'
import { showSavedAccent } from './app/accent.ts'
import { showColorScheme } from './lib/color-scheme.ts'
import { startSession } from './lib/session.ts'

showColorScheme()
showSavedAccent()

const start = import('./app/start.tsx')

if (import.meta.env.MODE === 'mocks') {
  const mocks = await import('#mocks/start.ts')
  await mocks.start()
}

try {
  // The app is fetched while the person is being signed in, and made only when calls can be answered.
  const [isSignedIn, app] = await Promise.all([startSession(), start])
  if (isSignedIn) app.renderApp()
} catch (error) {
  const app = await start
  app.renderStartError(error)
}
