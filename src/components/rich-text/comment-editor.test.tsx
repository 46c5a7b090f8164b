import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeAll, expect, test, vi } from 'vitest'
import type { RichTextDocument } from '#api/rich-text/contract.ts'
import { parseDocument, shortText } from '#api/rich-text/document.ts'
import { plainText } from '#api/text/plain-text.ts'
import { demoPerson, tokenFor } from '#tests/tokens.ts'
import { startBackend } from '#tests/render-app.tsx'
import { setTokenSource } from '../../lib/access-token.ts'
import { CommentEditor } from './comment-editor.tsx'

// The test's document lays nothing out, and ProseMirror asks where the text stands.
beforeAll(() => {
  Range.prototype.getClientRects = () => Object.assign([new DOMRect()], { item: () => null })
  Range.prototype.getBoundingClientRect = () => new DOMRect()
})

function show(props: { initialValue?: RichTextDocument; onLeave?: () => void } = {}) {
  const onChange = vi.fn<(value: RichTextDocument) => void>()
  const onSubmit = vi.fn<(value: RichTextDocument) => void>()
  render(
    <QueryClientProvider client={new QueryClient()}>
      <p id="label">Kommentar</p>
      <CommentEditor labelledBy="label" onChange={onChange} onSubmit={onSubmit} {...props} />
      <button type="button">Send</button>
    </QueryClientProvider>,
  )
  return { user: userEvent.setup(), onChange, onSubmit, field: field() }
}

const field = () => screen.getByRole('textbox', { name: 'Kommentar' })

/** The field once it is the editor with formatting. */
async function loadedField() {
  await waitFor(() => expect(field().getAttribute('contenteditable')).toBe('true'), { timeout: 10_000 })
  return field()
}

test('what is typed while the editor is fetched is taken over, with the focus and the place', async () => {
  const { user, onChange } = show()
  await user.click(field())
  await user.keyboard('Takk{Enter}for det')
  const text = await loadedField()
  expect(text.textContent).toBe('Takkfor det')
  expect(document.activeElement).toBe(text)
  await user.keyboard('!')
  expect(plainText(onChange.mock.lastCall?.[0] ?? { type: 'doc' })).toBe('Takk\nfor det!')
})

test('someone is mentioned by keyboard, found in the directory', async () => {
  await startBackend()
  setTokenSource(() => tokenFor(demoPerson('kari.nilsen'), new Date()))
  const { user, onSubmit } = show()
  await user.click(field())
  const text = await loadedField()
  await user.keyboard('Spør @marit')
  const option = await screen.findByRole('option', { name: /Marit Haugen/ }, { timeout: 10_000 })
  expect(screen.getByRole('listbox', { name: 'Personer du kan nevne' })).toBeTruthy()
  while (text.getAttribute('aria-activedescendant') !== option.id) await user.keyboard('{ArrowDown}')
  expect(option.getAttribute('aria-selected')).toBe('true')
  await user.keyboard('{Enter}')
  await user.keyboard('{Control>}{Enter}{/Control}')
  const sent = onSubmit.mock.lastCall?.[0] ?? { type: 'doc' }
  expect(plainText(sent)).toBe('Spør @Marit Haugen ')
  expect(parseDocument(sent, shortText(100))).toEqual(sent)
  expect(screen.queryByRole('listbox')).toBeNull()
  expect(text.hasAttribute('aria-activedescendant')).toBe(false)
})

test('Esc closes the list of people first, then leaves the text', async () => {
  await startBackend()
  setTokenSource(() => tokenFor(demoPerson('kari.nilsen'), new Date()))
  const onLeave = vi.fn<() => void>()
  const { user } = show({ onLeave })
  await user.click(field())
  await loadedField()
  await user.keyboard('@kari')
  await screen.findAllByRole('option', {}, { timeout: 10_000 })
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('listbox')).toBeNull()
  expect(onLeave).not.toHaveBeenCalled()
  await user.keyboard('{Escape}')
  expect(onLeave).toHaveBeenCalledOnce()
})

test('the plain field sends too, and Esc and Tab go on to what comes after', async () => {
  const { user, onSubmit } = show()
  await user.click(field())
  await user.keyboard('Hei{Control>}{Enter}{/Control}')
  expect(plainText(onSubmit.mock.lastCall?.[0] ?? { type: 'doc' })).toBe('Hei')
  await loadedField()
  await user.keyboard('{Escape}')
  expect(document.activeElement).not.toBe(field())
  await user.tab()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Send' }))
})

test('a draft with formatting keeps it, and is not focused by itself', async () => {
  const initialValue: RichTextDocument = {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Viktig', marks: [{ type: 'bold' }] }] }],
  }
  show({ initialValue })
  expect(field()).toHaveProperty('readOnly', true)
  const text = await loadedField()
  expect(text.querySelector('strong')?.textContent).toBe('Viktig')
  expect(document.activeElement).toBe(document.body)
})
