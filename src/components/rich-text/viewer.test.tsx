import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { RichTextNode } from '#api/rich-text/contract.ts'
import { RichTextViewer } from './viewer.tsx'

function show(...content: RichTextNode[]) {
  return render(
    <QueryClientProvider client={new QueryClient()}>
      <RichTextViewer document={{ type: 'doc', content }} />
    </QueryClientProvider>,
  )
}

const paragraph = (...content: RichTextNode[]): RichTextNode => ({ type: 'paragraph', content })
const linked = (text: string, href: unknown, ...marks: string[]): RichTextNode => ({
  type: 'text',
  text,
  marks: [{ type: 'link', attrs: { href } }, ...marks.map((type) => ({ type }))],
})

test('headings, lists and tables keep their meaning', () => {
  show(
    { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'Slik gjør du' }] },
    {
      type: 'orderedList',
      attrs: { start: 4 },
      content: [
        { type: 'listItem', content: [paragraph({ type: 'text', text: 'Hold kortet mot leseren' })] },
      ],
    },
    {
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [
            {
              type: 'tableHeader',
              attrs: { colspan: 2 },
              content: [paragraph({ type: 'text', text: 'Vakt' })],
            },
          ],
        },
      ],
    },
  )
  expect(screen.getByRole('heading', { level: 3, name: 'Slik gjør du' })).toBeTruthy()
  expect(screen.getByRole('list').getAttribute('start')).toBe('4')
  expect(screen.getByRole('columnheader', { name: 'Vakt' }).getAttribute('colspan')).toBe('2')
})

test('a link with a bold word in it is one link', () => {
  show(
    paragraph(
      linked('Les ', 'https://elvestrand.example/'),
      linked('mer', 'https://elvestrand.example/', 'bold'),
    ),
  )
  const link = screen.getByRole('link', { name: 'Les mer' })
  expect(link.getAttribute('href')).toBe('https://elvestrand.example/')
  expect(link.getAttribute('rel')).toContain('noopener')
})

test.for(['javascript:alert(1)', 'java\tscript:alert(1)', 'data:text/html,<p>', 42, null])(
  'the address %s is never made a link, and its text stays',
  (href) => {
    const { container } = show(paragraph(linked('Trykk her', href)))
    expect(container.querySelector('a')).toBeNull()
    expect(container.textContent).toBe('Trykk her')
  },
)

test('an unknown node, and markup inside text, is not drawn as anything', () => {
  const { container } = show(
    { type: 'iframe', attrs: { src: 'https://evil.example' }, content: [{ type: 'text', text: 'skjult' }] },
    paragraph({ type: 'text', text: '<img src=x onerror=alert(1)>' }),
  )
  expect(container.querySelector('iframe, img')).toBeNull()
  expect(screen.queryByText('skjult')).toBeNull()
  expect(screen.getByText('<img src=x onerror=alert(1)>')).toBeTruthy()
})

test('what a version added and removed is told, once for each piece', () => {
  const { container } = show(
    paragraph(
      { type: 'text', text: 'Møt ' },
      { type: 'text', text: 'klokka ', marks: [{ type: 'deleted' }] },
      { type: 'text', text: '9', marks: [{ type: 'bold' }, { type: 'deleted' }] },
      { type: 'text', text: 'i ', marks: [{ type: 'inserted' }] },
      {
        type: 'text',
        text: 'kantina',
        marks: [{ type: 'inserted' }, { type: 'link', attrs: { href: '/kantina' } }],
      },
    ),
  )
  expect(screen.getByRole('deletion').textContent).toBe('fjernet klokka 9')
  expect(screen.getByRole('insertion').textContent).toBe('lagt til i kantina')
  expect(screen.getByRole('link', { name: 'kantina' }).closest('ins')).toBeTruthy()
  expect(container.querySelectorAll('ins, del')).toHaveLength(2)
})

test('a person mentioned is named, and a name is never markup', () => {
  const label = '<b>Kari</b>'
  show(paragraph({ type: 'mention', attrs: { id: 'x', label } }, { type: 'mention', attrs: { id: 'x' } }))
  expect(screen.getByText(`@${label}`)).toBeTruthy()
})

test('headers say what they are headers of, and an empty corner is none', () => {
  const cell = (type: string, text: string): RichTextNode => ({
    type,
    content: [text === '' ? { type: 'paragraph' } : paragraph({ type: 'text', text })],
  })
  const row = (...content: RichTextNode[]): RichTextNode => ({ type: 'tableRow', content })
  show({
    type: 'table',
    content: [
      row(cell('tableHeader', ''), cell('tableHeader', 'Mandag')),
      row(cell('tableHeader', 'Dagvakt'), cell('tableCell', 'Kari')),
    ],
  })
  expect(screen.getAllByRole('columnheader').map((header) => header.textContent)).toEqual(['Mandag'])
  expect(screen.getAllByRole('rowheader').map((header) => header.textContent)).toEqual(['Dagvakt'])
  expect(screen.getByRole('region', { name: 'Tabell, kan rulles sidelengs' }).tabIndex).toBe(0)
})
