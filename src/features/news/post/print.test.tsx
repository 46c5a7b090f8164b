import { screen } from '@testing-library/react'
import decodeQR from 'qr/decode.js'
import { expect, test } from 'vitest'
import { aPost } from '#tests/news-posts.ts'
import { renderApp, startBackend } from '#tests/render-app.tsx'

/** What a camera would read: the drawn cells, four pixels each. */
function readCode(svg: Element): string {
  const size = Number(svg.getAttribute('viewBox')?.split(' ')[2])
  const scale = 4
  const width = size * scale
  const data = new Uint8ClampedArray(width * width * 4).fill(255)
  const path = svg.querySelector('path')?.getAttribute('d') ?? ''
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let row = 0; row < scale; row++) {
      for (let column = 0; column < scale; column++) {
        const at = ((Number(y) * scale + row) * width + Number(x) * scale + column) * 4
        data.fill(0, at, at + 3)
      }
    }
  }
  return decodeQR({ width, height: width, data })
}

test('N26: a poster has what one must know, a code that leads to the post, and the day it comes down', async () => {
  const backend = await startBackend()
  const post = await aPost(backend.as('liv.dahl'), {
    title: 'Ny vakttelefon',
    lead: 'Ring 400 00 180.',
    importance: 'mustRead',
    actionRequired: { what: 'Lagre nummeret', who: 'Alle på vakt', dueDate: '2025-03-14' },
  })
  const { user } = await renderApp(`/news/${post.id}/print`, { as: 'kari.nilsen' })
  expect(await screen.findByRole('heading', { level: 1, name: 'Ny vakttelefon' })).toBeTruthy()
  expect(screen.getByText('Elvestrand kommune')).toBeTruthy()
  expect(screen.getByText('Lagre nummeret')).toBeTruthy()
  expect(screen.getByText('Fredag 14. mars')).toBeTruthy()
  expect(screen.getByText('Ta ned 26. mars')).toBeTruthy()
  expect(readCode(screen.getByRole('img', { name: 'QR-kode til nyheten' }))).toBe(
    `${location.origin}/news/${post.id}?via=qr`,
  )
  expect(screen.queryByRole('link', { name: 'Tunet, til forsiden' })).toBeNull()
  expect(screen.queryByText('Hei alle')).toBeNull()

  await user.click(screen.getByRole('radio', { name: 'Hele teksten' }))
  expect(screen.getByText('Hei alle')).toBeTruthy()
})

test('N26: the sheet comes down when the post expires', async () => {
  const backend = await startBackend()
  const post = await aPost(backend.as('liv.dahl'), {
    title: 'Julebord',
    expirationDateTime: '2025-12-12T22:00:00Z',
  })
  await renderApp(`/news/${post.id}/print`, { as: 'kari.nilsen' })
  expect(await screen.findByText('Ta ned 12. desember')).toBeTruthy()
})

test('N26: on a shared screen one is offered to sign out when one has confirmed', async () => {
  const backend = await startBackend()
  const post = await aPost(backend.as('liv.dahl'), { title: 'Rutine', importance: 'mustRead' })
  const { user } = await renderApp(`/news/${post.id}?device=shared`, { as: 'kari.nilsen' })
  const confirm = await screen.findByRole('button', { name: 'Jeg har lest og forstått' })
  expect(screen.queryByRole('heading', { name: 'Bruker du en delt skjerm?' })).toBeNull()
  await user.click(confirm)
  expect(await screen.findByRole('heading', { name: 'Bruker du en delt skjerm?' })).toBeTruthy()
})
