import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { InfoScreen } from '../features/news/screen/info-screen.tsx'
import { watchVersion } from '../lib/version.ts'

/** Draws an information screen: no router, no sign-in, nothing of the app around it. */
export function renderScreen(secret: string): void {
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html has no #root.')
  watchVersion()
  createRoot(root).render(
    <StrictMode>
      <InfoScreen secret={secret} />
    </StrictMode>,
  )
}
