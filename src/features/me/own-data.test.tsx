import { screen } from '@testing-library/react'
import { expect, onTestFinished, test, vi } from 'vitest'
import { renderApp } from '#tests/render-app.tsx'
import { paths } from '../../lib/paths.ts'

/** Names and content of what the browser is given to keep. */
function catchDownloads() {
  const blobs: Blob[] = []
  const names: string[] = []
  Object.assign(URL, {
    createObjectURL: (blob: Blob) => `blob:${blobs.push(blob)}`,
    revokeObjectURL: () => undefined,
  })
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    names.push(this.download)
  })
  onTestFinished(() => click.mockRestore())
  return { blobs, names }
}

test('one presses once and has a file with what Tunet knows', async () => {
  const { blobs, names } = catchDownloads()
  const { user } = await renderApp(paths.me(), { as: 'kari.nilsen' })
  await user.click(await screen.findByRole('button', { name: 'Last ned dataene mine' }))
  expect(await screen.findByText(/^Fila er lastet ned/)).toBeTruthy()
  expect(names).toEqual(['tunet-2025-03-12.json'])
  const file = JSON.parse((await blobs[0]?.text()) ?? '') as Record<string, unknown>
  expect(file['profile']).toEqual([expect.objectContaining({ displayName: 'Kari Nilsen' })])
})

test('who asks too often is told when to come back', async () => {
  catchDownloads()
  const { user, faults } = await renderApp(paths.me(), { as: 'kari.nilsen' })
  const button = await screen.findByRole('button', { name: 'Last ned dataene mine' })
  faults.next({ kind: 'fail', path: '/v1.0/me/export', status: 429, times: 5 })
  await user.click(button)
  expect(await screen.findByText(/Prøv igjen om en halvtime/, {}, { timeout: 15_000 })).toBeTruthy()
})
