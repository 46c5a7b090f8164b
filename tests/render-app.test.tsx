import { screen, waitForElementToBeRemoved } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderApp, startBackend } from './render-app.tsx'

test('a signed-in person meets the page of the address', async () => {
  await renderApp('/me', { as: 'kari.nilsen' })
  expect(await screen.findByRole('heading', { level: 1, name: /Kari Nilsen/ })).toBeTruthy()
})

test('a call made to fail shows the error page, and trying again cures it', async () => {
  const { faults } = await startBackend()
  faults.next({ kind: 'fail', path: '/v1.0/newsPosts', times: Number.POSITIVE_INFINITY })
  const { user } = await renderApp('/', { as: 'kari.nilsen' })
  const title = await screen.findByRole('heading', { name: 'Vi fikk ikke hentet siden' })
  faults.clear()
  await user.click(screen.getByRole('button', { name: 'Prøv igjen' }))
  await waitForElementToBeRemoved(title)
  expect(await screen.findByRole('heading', { level: 1 })).not.toBe(title)
})
