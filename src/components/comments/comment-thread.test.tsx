import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Mention } from '#api/comments/contract.ts'
import { aComment, aQuestion, readComments } from '#tests/comments.ts'
import { aPost, paragraph, readPost } from '#tests/news-posts.ts'
import { renderApp, startBackend } from '#tests/render-app.tsx'
import { demoPerson } from '#tests/tokens.ts'

/** A synthetic number of Test-Norge (month + 80), which belongs to nobody. */
const identityNumber = '17912099997'

// jsdom has the element but not its ways to open and close, and neither scrolls nor measures.
Object.assign(HTMLDialogElement.prototype, {
  showModal(this: HTMLDialogElement) {
    this.open = true
  },
  close(this: HTMLDialogElement) {
    this.open = false
  },
})
Element.prototype.scrollIntoView = () => undefined
Range.prototype.getClientRects = () => [] as unknown as DOMRectList // empty, as where nothing is drawn
Range.prototype.getBoundingClientRect = () => new DOMRect()

async function aSeenPost(input: Record<string, unknown> = {}) {
  const backend = await startBackend()
  const post = await aPost(backend.as('liv.dahl'), { title: 'Ny kantine', ...input })
  const as = (person: string) => backend.as(person)
  return { as, faults: backend.faults, id: post.id, path: `/news/${post.id}` }
}

/** Writes in a text, whether the editor has been fetched or the plain field is still there. */
async function writeIn(name: string, text: string) {
  const field = await screen.findByRole('textbox', { name })
  if (field instanceof HTMLTextAreaElement) fireEvent.change(field, { target: { value: text } })
  else {
    const getData = (type: string) => (type === 'text/plain' ? text : '')
    fireEvent.paste(field, { clipboardData: { getData, types: ['text/plain'], files: [], items: [] } })
  }
}

test('N11 a nurse writes a comment, sees it at once, changes it, deletes it and regrets', async () => {
  const { as, id, path } = await aSeenPost()
  const { user } = await renderApp(path, { as: 'kari.nilsen' })
  expect(await screen.findByText('Ingen har skrevet noe her ennå.')).toBeTruthy()
  await writeIn('Skriv en kommentar', 'Så fint')
  await user.click(screen.getByRole('button', { name: 'Send' }))
  const comment = await screen.findByRole('article', { name: /^Kari Nilsen, i dag kl\./ })
  expect(comment.textContent).toContain('Så fint')
  expect(screen.getByRole('heading', { name: 'Spørsmål og kommentarer (1)' })).toBeTruthy()

  await user.click(within(comment).getByRole('button', { name: /^Endre det du skrev/ }))
  await writeIn('Endre kommentaren', '!')
  await user.click(screen.getByRole('button', { name: 'Lagre' }))
  await waitFor(() =>
    expect(screen.getByRole('article', { name: /^Kari/ }).textContent).toContain('Endret i dag'),
  )

  await user.click(screen.getByRole('button', { name: /^Slett det du skrev/ }))
  expect(await screen.findByText('Ingen har skrevet noe her ennå.')).toBeTruthy()
  const title = screen.getByRole('heading', { name: 'Spørsmål og kommentarer' })
  await waitFor(() => expect(document.activeElement).toBe(title))
  expect(await readComments(as('ola.bakken'), id)).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Angre' }))
  expect(await screen.findByRole('article', { name: /^Kari/ })).toBeTruthy()
  expect(await readComments(as('ola.bakken'), id)).toHaveLength(1)
})

test('N27 a question is asked where one comments, and shows the day it will be answered', async () => {
  const { as, id, path } = await aSeenPost()
  const { user } = await renderApp(`${path}#ask`, { as: 'kari.nilsen' })
  await writeIn('Still et spørsmål', 'Er den åpen i helga?')
  expect(screen.getByRole('checkbox', { name: 'Dette er et spørsmål', checked: true })).toBeTruthy()
  expect(screen.getByText('Spørsmål får svar innen tre arbeidsdager.')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Send spørsmålet' }))
  expect(await screen.findByText('Får svar senest mandag')).toBeTruthy()
  const [question] = await readComments(as('liv.dahl'), id)
  expect(question).toMatchObject({ kind: 'question', answerBy: '2025-03-17' })
})

test('N27 the editor answers, and whoever asked has it on no list once it is read', async () => {
  const { as, id, path } = await aSeenPost()
  const question = await aQuestion(as('kari.nilsen'), id, 'Er den åpen i helga?')
  const { user } = await renderApp(path, { as: 'liv.dahl' })
  await user.click(await screen.findByRole('button', { name: 'Svar på spørsmålet fra Kari Nilsen' }))
  await writeIn('Svar på spørsmålet fra Kari Nilsen', 'Ja, på lørdager.')
  await user.click(screen.getAllByRole('button', { name: 'Send' })[0] as HTMLElement)
  expect(await screen.findByText('Besvart')).toBeTruthy()
  const answers = await screen.findByRole('region', { name: 'Spørsmål og svar' })
  expect(answers.textContent).toContain('Er den åpen i helga?')
  expect(answers.textContent).toContain('Ja, på lørdager.')
  expect((await readComments(as('kari.nilsen'), id))[0]).toMatchObject({ id: question.id, isAnswered: true })
})

test('N11 an editor removes a comment with a reason, which its writer reads and others do not', async () => {
  const { as, id, path } = await aSeenPost()
  await aComment(as('kari.nilsen'), id, 'Rom 214 klager')
  const { user } = await renderApp(path, { as: 'liv.dahl' })
  await user.click(await screen.findByRole('button', { name: 'Fjern det Kari Nilsen skrev' }))
  const dialog = await screen.findByRole('dialog', { name: 'Vil du fjerne kommentaren?' })
  await user.click(within(dialog).getByRole('button', { name: 'Fjern' }))
  expect(await within(dialog).findByText('Skriv hvorfor du fjerner kommentaren')).toBeTruthy()
  await user.type(within(dialog).getByLabelText('Hvorfor fjerner du den?'), 'Peker på en bruker')
  await user.click(within(dialog).getByRole('button', { name: 'Fjern' }))
  expect(await screen.findByText('Kommentaren er fjernet: Peker på en bruker')).toBeTruthy()
  const removed = screen.getByRole('article', { name: /^Kari Nilsen/ })
  await waitFor(() => expect(document.activeElement).toBe(removed))
  expect((await readComments(as('ola.bakken'), id))[0]).toMatchObject({
    body: null,
    removal: { reason: null },
  })
})

test('what did not get there stays, says why, and is sent once however often it is tried', async () => {
  const { as, id, path, faults } = await aSeenPost()
  const { user } = await renderApp(path, { as: 'kari.nilsen' })
  await screen.findByText('Ingen har skrevet noe her ennå.')
  await writeIn('Skriv en kommentar', 'Hei')
  faults.next({ kind: 'fail', path: `/v1.0/newsPosts/${id}/comments`, status: 500 })
  await user.click(screen.getByRole('button', { name: 'Send' }))
  expect(await screen.findByText(/Ikke sendt\./)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Prøv igjen' }))
  expect(await screen.findByRole('article', { name: /^Kari/ })).toBeTruthy()
  expect(await readComments(as('ola.bakken'), id)).toHaveLength(1)
})

test('an identity number stops the comment, and the text stays', async () => {
  const { as, id, path } = await aSeenPost()
  const { user } = await renderApp(path, { as: 'kari.nilsen' })
  await screen.findByText('Ingen har skrevet noe her ennå.')
  await writeIn('Skriv en kommentar', `Se ${identityNumber}`)
  await user.click(screen.getByRole('button', { name: 'Send' }))
  expect(await screen.findByRole('button', { name: /17912099997/ })).toBeTruthy()
  expect(screen.getByRole('textbox', { name: 'Skriv en kommentar' }).textContent).toBe(`Se ${identityNumber}`)
  expect(await readComments(as('ola.bakken'), id)).toEqual([])
})

test('the address of a comment goes to it, and its mention is seen', async () => {
  const { as, id, path } = await aSeenPost()
  const mention = { type: 'mention', attrs: { id: demoPerson('kari.nilsen').id, label: 'Kari Nilsen' } }
  const comment = await aComment(as('ola.bakken'), id, '', {
    body: { type: 'doc', content: [{ type: 'paragraph', content: [mention] }] },
  })
  await renderApp(`${path}#comment-${comment.id}`, { as: 'kari.nilsen' })
  const article = await screen.findByRole('article', { name: /^Ola Bakken/ })
  await waitFor(() => expect(document.activeElement).toBe(article))
  const seen = async () => {
    const answer = await as('kari.nilsen').get('/v1.0/me/mentions?$top=50')
    const { value } = (await answer.json()) as { value: Mention[] } // as in the contract
    expect(value.find((one) => one.id === comment.id)?.isSeen).toBe(true)
  }
  await waitFor(seen, { timeout: 10_000 })
})

test('what is closed can be read, and what was taken back leaves a mark where others replied', async () => {
  const { as, id, path } = await aSeenPost()
  const root = await aComment(as('kari.nilsen'), id, 'Ops')
  await aComment(as('ola.bakken'), id, 'Hva?', { parentId: root.id })
  await as('kari.nilsen').delete(`/v1.0/newsPosts/${id}/comments/${root.id}`)
  await as('liv.dahl').patch(`/v1.0/newsPosts/${id}`, { commentsEnabled: false }, { 'if-match': '*' })
  await renderApp(path, { as: 'nina.aas' })
  expect(await screen.findByText('Kommentaren er slettet')).toBeTruthy()
  expect(screen.getByText('Hva?')).toBeTruthy()
  expect(screen.getByText(/Kommentarene er lukket/)).toBeTruthy()
  expect(screen.queryByRole('textbox')).toBeNull()
})

test('N11 a reaction is set, changed and taken back with one press, and taken back when it could not be saved', async () => {
  const { as, id, path, faults } = await aSeenPost({ body: paragraph('Hei') })
  const { user } = await renderApp(path, { as: 'kari.nilsen' })
  const button = (name: RegExp) => screen.getByRole('button', { name })
  await screen.findByRole('heading', { level: 1, name: 'Ny kantine' })
  await user.click(button(/^Nyttig/))
  expect(button(/^Nyttig/).getAttribute('aria-pressed')).toBe('true')
  expect(button(/^Nyttig/).textContent).toBe('Nyttig 1 har valgt dette')
  await waitFor(async () => expect((await readPost(as('kari.nilsen'), id)).viewer.reaction).toBe('useful'))
  await user.click(button(/^Nyttig/))
  expect(button(/^Nyttig/).getAttribute('aria-pressed')).toBe('false')
  await waitFor(async () => expect((await readPost(as('kari.nilsen'), id)).viewer.reaction).toBeNull())
  faults.next({ kind: 'fail', path: `/v1.0/newsPosts/${id}/setReaction`, status: 500 })
  await user.click(button(/^Takk/))
  expect(await screen.findByText(/Vi fikk ikke lagret det/)).toBeTruthy()
  expect(button(/^Takk/).getAttribute('aria-pressed')).toBe('false')
})
