import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import type { RichTextDocument, RichTextNode } from '#api/rich-text/contract.ts'
import { plainText } from '#api/text/plain-text.ts'
import { Providers } from '../../app/providers.tsx'
import type { EditableText } from '../rich-text/editable-text.ts'
import { RichTextEditor } from '../rich-text/editor.tsx'
import { PlainLanguagePanel } from './plain-language-panel.tsx'

const paragraph = (...content: RichTextNode[]): RichTextNode => ({ type: 'paragraph', content })
const text = (value: string, ...marks: string[]): RichTextNode => ({
  type: 'text',
  text: value,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
})
const long =
  `Dersom du ikke får svar i løpet av femten minutter, skal du ta kontakt med lederen din, eller med den som
er på jobb for lederen akkurat da.`.replace('\n', ' ')

interface Written {
  title: string
  lead: string
  body: RichTextDocument
}

/** A form like those the panel stands beside. */
async function renderForm({
  title = '',
  lead = '',
  body,
}: {
  title?: string
  lead?: string
  body?: RichTextNode[]
}) {
  const written: Written = { title, lead, body: { type: 'doc', content: body ?? [paragraph()] } }
  render(
    <Providers>
      <Form initial={written} onWritten={(next) => Object.assign(written, next)} />
    </Providers>,
  )
  await screen.findByRole('textbox', { name: 'Tekst' })
  return { user: userEvent.setup(), written }
}

function Form({ initial, onWritten }: { initial: Written; onWritten: (part: Partial<Written>) => void }) {
  const [form, setForm] = useState({ ...initial })
  const [editor, setEditor] = useState<EditableText>()
  const change = (part: Partial<Written>) => {
    onWritten(part)
    setForm((current) => ({ ...current, ...part }))
  }
  return (
    <>
      <label>
        Tittel
        <input id="title" value={form.title} onChange={(event) => change({ title: event.target.value })} />
      </label>
      <label>
        Kort sagt
        <textarea id="lead" value={form.lead} onChange={(event) => change({ lead: event.target.value })} />
      </label>
      <p id="body-label">Tekst</p>
      <RichTextEditor
        id="body"
        labelledBy="body-label"
        initialValue={initial.body}
        onChange={(body) => change({ body })}
        uploadImage={() => Promise.reject(new Error('no pictures here'))}
        onReady={setEditor}
      />
      <PlainLanguagePanel
        fields={[
          { name: 'title', text: form.title, inputId: 'title' },
          { name: 'lead', text: form.lead, inputId: 'lead' },
          { name: 'body', document: form.body, editor },
        ]}
      />
    </>
  )
}

const panel = () => screen.findByRole('region', { name: 'Klart språk' })
const selected = () => document.getSelection()?.toString()

test('says how easy the texts are together, and nothing about an empty form', async () => {
  const { user } = await renderForm({})
  await user.type(screen.getByRole('textbox', { name: 'Tittel' }), ' ')
  await new Promise((done) => setTimeout(done, 600))
  expect(screen.queryByRole('region', { name: 'Klart språk' })).toBeNull()

  await user.type(screen.getByRole('textbox', { name: 'Tittel' }), 'Alle ansatte skal lese prosedyren.')
  await user.type(screen.getByRole('textbox', { name: 'Kort sagt' }), 'Frist er fredag.')
  expect(await screen.findByText('LIX 29')).toBeTruthy()
  expect(within(await panel()).getByText('Svært lett å lese. Målet er under 40.')).toBeTruthy()
  expect(within(await panel()).getByText('Ingen lange setninger og ingen tunge ord.')).toBeTruthy()
})

test('a heavy expression is changed in its one place, and bold words stay bold', async () => {
  const { user, written } = await renderForm({
    body: [
      paragraph(text('Lever ')),
      paragraph(text('Svar '), text('i henhold til', 'bold'), text(' planen.')),
    ],
  })
  await user.click(await screen.findByRole('button', { name: 'Bytt i henhold til med etter' }))
  await waitFor(() => expect(plainText(written.body)).toBe('Lever \nSvar etter planen.'))
  expect(written.body.content?.[1]?.content?.[1]).toEqual(text('etter', 'bold'))
  expect(await screen.findByText('Byttet i henhold til med etter')).toBeTruthy()
  await waitFor(() => expect(screen.queryByRole('button', { name: /Bytt i henhold/ })).toBeNull())
})

test('all of the same are changed at once, in the title, the lead and the text', async () => {
  const { user, written } = await renderForm({
    title: 'Vedrørende ferie',
    lead: 'Spør oss vedrørende ferie, vedrørende fri og så videre.',
    body: [paragraph(text('Nytt vedrørende ferie.')), paragraph(text('Og vedrørende fri.'))],
  })
  await user.click(await screen.findByRole('button', { name: 'Bytt alle 5 Vedrørende med Om' }))
  await waitFor(() =>
    expect({ ...written, body: plainText(written.body) }).toEqual({
      title: 'Om ferie',
      lead: 'Spør oss om ferie, om fri og så videre.',
      body: 'Nytt om ferie.\nOg om fri.',
    }),
  )
})

test('the keyboard goes on with the next expression, and ends at the heading', async () => {
  const { user, written } = await renderForm({ lead: 'Kun i dag, samt i morgen.' })
  const first = await screen.findByRole('button', { name: 'Bytt Kun med Bare' })
  first.focus()
  await user.keyboard('{Enter}')
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Bytt samt med og' })),
  )
  await user.keyboard('{Enter}')
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Klart språk' })),
  )
  expect(written.lead).toBe('Bare i dag, og i morgen.')
})

test('a long sentence and a passive take one to their place', async () => {
  const { user } = await renderForm({
    lead: 'Skjemaet skal leveres til leder.',
    body: [paragraph(text('Først dette.')), paragraph(text(long))],
  })
  await user.click(
    await screen.findByRole('button', { name: /^Vis i teksten: ?1 lang setning på 28 ord. Del den i to.$/ }),
  )
  await waitFor(() => expect(selected()).toBe(long))

  await user.click(screen.getByRole('button', { name: /^Vis i teksten: ?«skal leveres»$/ }))
  const lead = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Kort sagt' })
  expect(document.activeElement).toBe(lead)
  expect(lead.value.slice(lead.selectionStart, lead.selectionEnd)).toBe('skal leveres')
})

test('a text that has changed since it was read is left alone', async () => {
  const { user, written } = await renderForm({ lead: 'Kun i dag.' })
  const button = await screen.findByRole('button', { name: 'Bytt Kun med Bare' })
  const lead = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Kort sagt' })
  lead.setSelectionRange(0, 0)
  await user.type(lead, 'Nei! ', { initialSelectionStart: 0 })
  await user.click(button)
  expect(written.lead).toBe('Nei! Kun i dag.')
})

test('a list of many shows the first, and all when asked', async () => {
  const { user } = await renderForm({
    lead: 'Kun samt primært samtlige hvorvidt således bistand.',
  })
  const list = within(await panel()).getByRole('list', { name: 'Enklere ord' })
  expect(within(list).getAllByRole('listitem')).toHaveLength(3)
  await user.click(screen.getByRole('button', { name: 'Vis alle 7' }))
  expect(within(list).getAllByRole('listitem')).toHaveLength(7)
  await user.click(screen.getByRole('button', { name: 'Vis færre' }))
  expect(within(list).getAllByRole('listitem')).toHaveLength(3)
})

test('the places are underlined in the text while one wants it, each kind in its own way', async () => {
  const { user, written } = await renderForm({
    body: [paragraph(text(`${long} Kun det. Det skal sendes.`))],
  })
  const before = structuredClone(written.body)
  const body = screen.getByRole('textbox', { name: 'Tekst' })
  const marked = () =>
    [...body.querySelectorAll<HTMLElement>('[data-marking]')].map(
      (element) => `${element.dataset.marking}: ${element.textContent}`,
    )
  const choice = await screen.findByRole('switch', { name: 'Vis i teksten' })
  expect(marked()).toEqual([])
  await user.click(choice)
  await waitFor(() => expect(marked()).toEqual([`broad: ${long}`, 'wavy: Kun', 'dotted: skal sendes']))
  await user.click(choice)
  await waitFor(() => expect(marked()).toEqual([]))
  expect(written.body).toEqual(before)
})

test('what is typed waits for a rest before it is read', async () => {
  const { user } = await renderForm({ lead: 'Kort.' })
  await panel()
  const readFields = vi.spyOn(await import('./read-fields.ts'), 'readFields')
  await user.type(screen.getByRole('textbox', { name: 'Kort sagt' }), ' Et ord til her.')
  expect(readFields).not.toHaveBeenCalled()
  readFields.mockRestore()
})
