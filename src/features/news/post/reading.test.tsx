import { screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { aComment } from '#tests/comments.ts'
import { aDraft, aPost, ifMatch, paragraph, readPost } from '#tests/news-posts.ts'
import { renderApp, startBackend } from '#tests/render-app.tsx'

const signUp = { what: 'Meld deg på vaksine', who: 'Alle som møter pasienter', dueDate: '2025-03-20' }

test('N23: a post that asks for something answers four questions, and is done and undone', async () => {
  const backend = await startBackend()
  const post = await aPost(backend.as('liv.dahl'), {
    title: 'Influensavaksine',
    lead: 'Vi kommer til sykehjemmet.',
    actionRequired: signUp,
  })
  const { user } = await renderApp(`/news/${post.id}`, { as: 'kari.nilsen' })
  const facts = await screen.findByRole('region', { name: 'Kort sagt' })
  const pairs = within(facts)
    .getAllByRole('term')
    .map((term) => `${term.textContent} ${term.nextElementSibling?.firstChild?.textContent}`)
  expect(pairs).toEqual([
    'Hva skjer? Vi kommer til sykehjemmet.',
    'Hvem gjelder det? Alle som møter pasienter',
    'Hva må jeg gjøre? Meld deg på vaksine',
    'Innen når? Torsdag 20. mars',
  ])

  await user.click(screen.getByRole('button', { name: 'Marker som gjort' }))
  const receipt = await screen.findByText(/^Du markerte dette som gjort i dag kl\. .*: Meld deg på vaksine$/)
  await waitFor(() => expect(document.activeElement).toBe(receipt))
  expect((await readPost(backend.as('kari.nilsen'), post.id)).viewer.actionDoneDateTime).not.toBeNull()

  await user.click(screen.getByRole('button', { name: 'Angre' }))
  const button = await screen.findByRole('button', { name: 'Marker som gjort' })
  await waitFor(() => expect(document.activeElement).toBe(button))
  expect((await readPost(backend.as('kari.nilsen'), post.id)).viewer.requiresAction).toBe(true)
})

test('N23: the last day is downloaded for the calendar', async () => {
  const backend = await startBackend()
  const post = await aPost(backend.as('liv.dahl'), { title: 'Vaksine', actionRequired: signUp })
  const saved: { name: string; content: Promise<string> }[] = []
  const blobs: Blob[] = []
  vi.stubGlobal(
    'URL',
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => `blob:${blobs.push(blob)}`,
      revokeObjectURL: () => undefined,
    }),
  )
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    const blob = blobs.at(-1)
    if (blob !== undefined) saved.push({ name: this.download, content: blob.text() })
  })
  const { user } = await renderApp(`/news/${post.id}`, { as: 'kari.nilsen' })
  await user.click(await screen.findByRole('button', { name: 'Legg i kalenderen: frist 20. mars' }))
  await waitFor(() => expect(saved).toHaveLength(1))
  expect(saved[0]?.name).toBe('tunet-2025-03-20.ics')
  expect(await saved[0]?.content).toContain('DTSTART;VALUE=DATE:20250320')
  vi.restoreAllMocks()
})

test('N24: a significant change is marked in the text, can be read without marks, and is confirmed anew', async () => {
  const backend = await startBackend()
  const liv = backend.as('liv.dahl')
  const post = await aPost(liv, {
    title: 'Legemiddelskap',
    lead: 'Nøkkelen går ut av bruk.',
    body: paragraph('Bruk reservenøkkelen på vaktrommet.'),
    importance: 'mustRead',
  })
  await backend.as('kari.nilsen').post(`/v1.0/newsPosts/${post.id}/confirm`, { version: 1 })
  const change = {
    body: paragraph('Ring vaktleder på vaktrommet.'),
    changeKind: 'significant',
    changeNote: 'Reservenøkkelen er borte.',
  }
  await liv.patch(`/v1.0/newsPosts/${post.id}`, change, ifMatch(post))

  const { user } = await renderApp(`/news/${post.id}`, { as: 'kari.nilsen' })
  expect(await screen.findByText('Viktig endring i dag.')).toBeTruthy()
  expect(screen.getByText(/Du bekreftet versjon 1\. Det som er nytt, er markert i teksten\./)).toBeTruthy()
  expect(screen.getByText('Reservenøkkelen er borte.')).toBeTruthy()
  const article = screen.getByRole('article')
  await waitFor(() => expect(within(article).getAllByRole('deletion')).toHaveLength(1))
  expect(within(article).getByRole('deletion').textContent).toContain('Bruk reservenøkkelen')
  expect(within(article).getByRole('insertion').textContent).toContain('Ring vaktleder')

  await user.click(screen.getByRole('switch', { name: 'Vis bare ny tekst' }))
  expect(within(article).queryByRole('deletion')).toBeNull()
  expect(within(article).getByText('Ring vaktleder på vaktrommet.')).toBeTruthy()

  await user.click(screen.getByRole('button', { name: 'Jeg har lest og forstått' }))
  expect(await screen.findByText(/^Du bekreftet versjon 2 i dag/)).toBeTruthy()
  expect(screen.queryByText('Viktig endring i dag.')).toBeNull()
})

test('N24: after an editorial change nobody is asked again', async () => {
  const backend = await startBackend()
  const liv = backend.as('liv.dahl')
  const post = await aPost(liv, { title: 'Skrivefeil', importance: 'mustRead' })
  await backend.as('kari.nilsen').post(`/v1.0/newsPosts/${post.id}/confirm`, { version: 1 })
  await liv.patch(`/v1.0/newsPosts/${post.id}`, { lead: 'Rettet', changeKind: 'editorial' }, ifMatch(post))
  await renderApp(`/news/${post.id}`, { as: 'kari.nilsen' })
  expect(await screen.findByText(/^Du bekreftet versjon 1 i dag/)).toBeTruthy()
  expect(screen.queryByText(/^Viktig endring/)).toBeNull()
})

test('N3: the author reminds those who have not confirmed, once a day', async () => {
  const backend = await startBackend()
  const post = await aPost(backend.as('liv.dahl'), { title: 'Vakttelefon', importance: 'mustRead' })
  const { user } = await renderApp(`/news/${post.id}`, { as: 'liv.dahl' })
  const button = await screen.findByRole('button', { name: /^Send påminnelse til \d+$/ })
  const count = button.textContent?.replaceAll(/\D/g, '')
  await user.click(button)
  expect(await screen.findByText(`Påminnelsen er sendt til ${count}.`)).toBeTruthy()
  await user.click(button)
  expect(
    await screen.findByText(/^De fikk en påminnelse i dag kl\. .* Du kan sende en ny i morgen\.$/),
  ).toBeTruthy()
  const reach = await screen.findByRole('region', { name: 'Rekkevidde' })
  expect(
    within(reach).getByText('E-poster spart').nextElementSibling?.textContent?.replaceAll(/\D/g, ''),
  ).toBe(count)
})

test('N2: a post that has expired says so, and asks nothing any more', async () => {
  const backend = await startBackend()
  const post = await aPost(backend.as('liv.dahl'), {
    title: 'Møte i dag',
    importance: 'mustRead',
    expirationDateTime: '2025-03-12T12:00:00Z',
  })
  await backend.db.updateTable('news_post').set({ state: 'expired' }).where('id', '=', post.id).execute()
  await renderApp(`/news/${post.id}`, { as: 'kari.nilsen' })
  expect(await screen.findByText('Nyheten er utløpt')).toBeTruthy()
  expect(screen.getByText('Utløpt')).toBeTruthy()
  expect(screen.getByText(/^Den gikk ut i dag kl\. 13:00\./)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Jeg har lest og forstått' })).toBeNull()
})

test.for([
  { state: 'inReview', said: /^Ola Bakken sendte den til godkjenning/ },
  { state: 'rejected', said: /^Liv Dahl sendte den tilbake/ },
  { state: 'scheduled', said: /^Legges ut fredag kl\. 09:00$/ },
])('a post that is $state says so to its author', async ({ state, said }) => {
  const backend = await startBackend()
  const ola = backend.as('ola.bakken')
  const draft = await aDraft(state === 'scheduled' ? backend.as('liv.dahl') : ola, {
    title: 'På vei ut',
    publishDateTime: state === 'scheduled' ? '2025-03-14T08:00:00Z' : null,
  })
  const path = `/v1.0/newsPosts/${draft.id}`
  if (state === 'scheduled') await backend.as('liv.dahl').post(`${path}/publish`)
  else await ola.post(`${path}/submit`)
  if (state === 'rejected')
    await backend.as('liv.dahl').post(`${path}/reject`, { comment: 'Si hvem det gjelder.' })
  await renderApp(`/news/${draft.id}`, { as: state === 'scheduled' ? 'liv.dahl' : 'ola.bakken' })
  expect(await screen.findByText(said)).toBeTruthy()
  expect(screen.queryAllByText('Si hvem det gjelder.')).toHaveLength(state === 'rejected' ? 1 : 0)
})

test('N11: comments are read and written where they are on, and the page says when they are off', async () => {
  const backend = await startBackend()
  const open = await aPost(backend.as('liv.dahl'), { title: 'Åpen' })
  await aComment(backend.as('ola.bakken'), open.id, 'Kortet virket på første forsøk.')
  const closed = await aPost(backend.as('liv.dahl'), { title: 'Lukket', commentsEnabled: false })
  const { router } = await renderApp(`/news/${open.id}`, { as: 'kari.nilsen' })
  expect(await screen.findByText('Kortet virket på første forsøk.')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Nyttig' })).toBeTruthy()
  await router.navigate(`/news/${closed.id}`)
  expect(await screen.findByText('Kommentarer er slått av for denne nyheten.')).toBeTruthy()
  expect(screen.queryByRole('heading', { name: 'Spørsmål og kommentarer' })).toBeNull()
})

test('a comment is gone to from its address, from a cold start', async () => {
  const backend = await startBackend()
  const post = await aPost(backend.as('liv.dahl'), { title: 'Lang tråd' })
  const comment = await aComment(backend.as('ola.bakken'), post.id, 'Se her.')
  await renderApp(`/news/${post.id}#comment-${comment.id}`, { as: 'kari.nilsen' })
  await screen.findByText('Se her.')
  await waitFor(() => expect(document.activeElement?.id).toBe(`comment-${comment.id}`))
})

test.for([
  { query: '', channel: 'portal' },
  { query: '?via=email', channel: 'email' },
  { query: '?via=qr', channel: 'qr' },
  { query: '?via=carrierPigeon', channel: 'portal' },
])('reading by «$query» counts as $channel', async ({ query, channel }) => {
  const backend = await startBackend()
  const post = await aPost(backend.as('liv.dahl'), { title: 'Tell meg' })
  await renderApp(`/news/${post.id}${query}`, { as: 'kari.nilsen' })
  await screen.findByRole('heading', { level: 1, name: 'Tell meg' })
  await waitFor(async () => {
    const reading = await backend.db
      .selectFrom('news_post_reading')
      .select(['channel', 'device'])
      .where('news_post_id', '=', post.id)
      .executeTakeFirst()
    expect(reading).toEqual({ channel, device: 'computer' })
  })
})
