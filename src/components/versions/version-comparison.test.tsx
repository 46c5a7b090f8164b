import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import { expect, test } from 'vitest'
import type { RichTextNode } from '#api/rich-text/contract.ts'
import { queryClient } from '#src/lib/query-client.ts'
import type { VersionText } from './compare-versions.ts'
import { VersionComparison } from './version-comparison.tsx'

const paragraph = (text: string): RichTextNode => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const heading = (text: string): RichTextNode => ({
  type: 'heading',
  attrs: { level: 3 },
  content: [{ type: 'text', text }],
})

const first: VersionText = {
  version: 1,
  title: 'Ny rutine for legemiddelskap',
  lead: 'Skapet åpnes med kort.',
  body: {
    type: 'doc',
    content: [
      paragraph('Fra mandag åpner du skapet med kortet.'),
      paragraph('Da slipper vi å lete etter nøkkelen.'),
      heading('Vask av hender'),
      paragraph('Vask hendene før du åpner skapet.'),
      heading('Virker ikke kortet?'),
      paragraph('Bruk reservenøkkelen på vaktrommet.'),
    ],
  },
}
const second: VersionText = {
  version: 2,
  title: 'Ny rutine for medisinskap',
  lead: 'Skapet åpnes med kort.',
  body: {
    type: 'doc',
    content: [
      paragraph('Fra mandag åpner du skapet med kortet.'),
      paragraph('Da slipper vi å lete etter nøkkelen.'),
      heading('Vask av hender'),
      paragraph('Vask hendene godt før du åpner skapet.'),
      heading('Virker ikke kortet?'),
      paragraph('Ring vaktleder.'),
    ],
  },
}

function show(before: VersionText, after: VersionText) {
  const { container } = render(
    <QueryClientProvider client={queryClient}>
      <VersionComparison before={before} after={after} />
    </QueryClientProvider>,
  )
  return { container, user: userEvent.setup() }
}

test('two versions are one text, told in words, with changes that can be heard', async () => {
  const { container } = show(first, second)
  expect(screen.getByRole('heading', { name: 'Fra versjon 1 til versjon 2' })).toBeTruthy()
  expect(
    screen.getByText('4 ord lagt til, 5 fjernet, under «Vask av hender» og «Virker ikke kortet?»'),
  ).toBeTruthy()
  const title = screen.getByText(/Ny rutine for/)
  expect(within(title).getByRole('deletion').textContent).toBe('fjernet: legemiddelskap (slutt)')
  expect(within(title).getByRole('insertion').textContent).toBe('lagt til: medisinskap (slutt)')
  const { violations } = await axe.run(container)
  expect(violations.map(({ id }) => id)).toEqual([])
})

test('the buttons go from change to change, say where, and go round', async () => {
  const { container, user } = show(first, second)
  const next = screen.getByRole('button', { name: 'Neste endring' })
  const current = () => [...container.querySelectorAll('[data-current]')].map((each) => each.textContent)
  await user.click(next)
  expect(screen.getByRole('status').textContent).toContain('Endring 1 av 3')
  expect(current()).toEqual(['fjernet: legemiddelskap (slutt)', 'lagt til: medisinskap (slutt)'])
  await user.keyboard('{Enter}')
  expect(screen.getByRole('status').textContent).toBe('Endring 2 av 3: lagt til godt')
  await user.keyboard('{Enter}{Enter}')
  expect(screen.getByRole('status').textContent).toContain('Endring 1 av 3')
  await user.click(screen.getByRole('button', { name: 'Forrige endring' }))
  expect(screen.getByRole('status').textContent).toContain('Endring 3 av 3')
  expect(current()).toHaveLength(2)
})

test('only the changes leaves out what is as before, and says how much', async () => {
  const { user } = show(first, second)
  await user.click(screen.getByRole('switch', { name: 'Bare endringene' }))
  expect(screen.getByText('2 avsnitt uten endringer')).toBeTruthy()
  expect(screen.queryByText('Skapet åpnes med kort.')).toBeNull()
  expect(screen.getByRole('heading', { name: 'Vask av hender' })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Neste endring' }))
  expect(screen.getByRole('status').textContent).toContain('Endring 1 av 3')
})

test('an image that was taken away is also told in words', () => {
  const image = {
    type: 'image',
    attrs: { fileId: '0b5e3f6a-3c50-4c9e-9b43-1f0a5f5f0c11', alt: 'Det gamle skapet' },
  }
  const before = { ...first, body: { ...first.body, content: [...(first.body.content ?? []), image] } }
  show(before, { ...first, version: 2 })
  expect(screen.getByText('Bilde fjernet: Det gamle skapet')).toBeTruthy()
  expect(screen.getByText('1 bilde lagt til eller fjernet, under «Virker ikke kortet?»')).toBeTruthy()
})

test('equal versions, and versions that only look different, offer no steps', () => {
  show(first, { ...first, version: 2 })
  expect(screen.getByText('Ingen ord er endret')).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})

test('a heading that became larger is a change of appearance', () => {
  const content = first.body.content?.map((node) =>
    node.type === 'heading' ? { ...node, attrs: { level: 2 } } : node,
  )
  show(first, { ...first, version: 2, body: { type: 'doc', content } })
  expect(screen.getByText('Ordene er de samme. Bare utseendet er endret.')).toBeTruthy()
})
