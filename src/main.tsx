import './styles/main.css'
import { showSavedAccent } from './app/accent.ts'
import { watchStart } from './app/slow-start.ts'
import { showColorScheme } from './lib/color-scheme.ts'
import { screenSecretIn } from './lib/paths.ts'
import { startSession } from './lib/session.ts'

showColorScheme()
showSavedAccent()

const root = document.getElementById('root')
if (root) watchStart(root)

const screen = screenSecretIn(location.pathname)
await (screen === undefined ? startApp() : startScreen(screen))

async function startApp(): Promise<void> {
  const start = import('./app/start.tsx')
  try {
    await startMocks()
    // The app is fetched while the person is being signed in, and made only when calls can be answered.
    const [isSignedIn, app] = await Promise.all([startSession(), start])
    if (isSignedIn) app.renderApp()
  } catch (error) {
    // Where not even this arrives, the watch over the start offers to try again.
    const app = await start
    app.renderStartError(error)
  }
}

/** Nobody signs in to a screen on a wall, and it needs little of the app. */
async function startScreen(secret: string): Promise<void> {
  const start = import('./app/start-screen.tsx')
  await startMocks()
  const { renderScreen } = await start
  renderScreen(secret)
}

async function startMocks(): Promise<void> {
  if (import.meta.env.MODE === 'mocks') {
    const mocks = await import('#mocks/start.ts')
    await mocks.start()
  }
}
