import { render } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { createMemoryRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { onTestFinished } from 'vitest'
import { Providers } from '#src/app/providers.tsx'
import { setTokenSource } from '#src/lib/access-token.ts'
import { startBackend } from './render-app.tsx'
import { demoPerson, tokenFor } from './tokens.ts'

/**
 * Draws one part of the interface alone, at an address, signed in as a demo person, over the real API.
 * @returns the keyboard and mouse of the person, and what lies behind the part.
 */
export async function renderPart(part: ReactNode, { as = 'liv.dahl', path = '/' } = {}) {
  const behind = await startBackend()
  setTokenSource(() => tokenFor(demoPerson(as), new Date()))
  const router = createMemoryRouter([{ path: '*', element: part }], { initialEntries: [path] })
  render(
    <Providers>
      <RouterProvider router={router} />
    </Providers>,
  )
  onTestFinished(() => router.dispose())
  return { user: userEvent.setup(), router, ...behind }
}
