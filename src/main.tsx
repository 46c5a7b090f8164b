import './styles/main.css'
import { showSavedAccent } from './app/accent.ts'
import { watchStart } from './app/slow-start.ts'
import { showColorScheme } from './lib/color-scheme.ts'
import { startSession } from './lib/session.ts'

showColorScheme()
showSavedAccent()

const root = document.getElementById('root')
if (root) watchStart(root)
const start = import('./app/start.tsx')

try {
  if (import.meta.env.MODE === 'mocks') {
    const mocks = await import('#mocks/start.ts')
    await mocks.start()
  }
  // The app is fetched while the person is being signed in, and made only when calls can be answered.
  const [isSignedIn, app] = await Promise.all([startSession(), start])
  if (isSignedIn) app.renderApp()
} catch (error) {
  // Where not even this arrives, the watch over the start offers to try again.
  const app = await start
  app.renderStartError(error)
}
