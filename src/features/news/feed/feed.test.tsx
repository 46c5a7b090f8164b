import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { aQuestion } from '#tests/comments.ts'
import { aDraft, aPost, everyone, readPost } from '#tests/news-posts.ts'
import { type Backend, renderApp, startBackend } from '#tests/render-app.tsx'

// jsdom has the element but not its ways to open and close.
Object.assign(HTMLDialogElement.prototype, {
  showModal(this: HTMLDialogElement) {
    this.open = true
  },
  close(this: HTMLDialogElement) {
    this.open = false
  },
})

/** Nothing of what the seed has is out any more, so that the feed holds what a test puts there. */
async function emptyFeed(): Promise<Backend> {
  const backend = await startBackend()
  await backend.db
    .updateTable('news_post')
    .set({ state: 'archived' })
    .where('state', '=', 'published')
    .execute()
  await backend.db.deleteFrom('comment').execute()
  // Nor does anything of other areas wait.
  await backend.db.deleteFrom('call_back_message').execute()
  await backend.db.deleteFrom('absence').execute()
  return backend
}

const titles = () =>
  within(screen.getByRole('region', { name: 'Nyheter' }))
    .getAllByRole('heading', { level: 3 })
    .map((heading) => heading.textContent)

test('N5, N7: what must be confirmed stands first, then what is pinned, then the newest', async () => {
  const backend = await emptyFeed()
  const liv = backend.as('liv.dahl')
  await aPost(liv, { title: 'Må leses', importance: 'mustRead' })
  await aPost(liv, { title: 'Festet', pinnedUntilDateTime: '2025-03-20T08:00:00Z' })
  await aPost(liv, { title: 'Nyest' })
  await renderApp('/', { as: 'kari.nilsen' })
  await screen.findByRole('link', { name: 'Ulest: Nyest' })
  expect(titles()).toEqual(['Ulest: Må leses', 'Ulest: Festet', 'Ulest: Nyest'])
  const pinned = screen.getByRole('link', { name: 'Ulest: Festet' }).closest('li')
  expect(pinned?.querySelector('p')?.textContent).toContain('Festet')
})

test('the feed is filtered, the filter is in the address, and what is left is counted', async () => {
  const backend = await emptyFeed()
  const liv = backend.as('liv.dahl')
  await aPost(liv, { title: 'Vanlig' })
  await aPost(liv, { title: 'Viktig sak', importance: 'important' })
  await aPost(liv, {
    title: 'Gjør noe',
    actionRequired: { what: 'Meld deg på', who: '', dueDate: '2025-03-20' },
  })
  const { user, router } = await renderApp('/', { as: 'kari.nilsen' })
  await user.click(await screen.findByRole('button', { name: 'Filtrer' }))
  const dialog = await screen.findByRole('dialog', { name: 'Filtrer nyheter' })
  await user.selectOptions(within(dialog).getByLabelText('Hvor viktig'), 'Viktig')
  await waitFor(() => expect(titles()).toEqual(['Ulest: Viktig sak']))
  expect(router.state.location.search).toBe('?importance=important')
  expect(await within(dialog).findByRole('button', { name: 'Vis 1 treff' })).toBeTruthy()

  await router.navigate('/?action=true')
  await waitFor(() => expect(titles()).toEqual(['Ulest: Gjør noe']))
  await router.navigate('/?action=true&importance=important')
  expect(await screen.findByRole('heading', { name: 'Ingen nyheter passer til filtrene' })).toBeTruthy()
})

test('searching goes together with filters', async () => {
  const backend = await emptyFeed()
  await aPost(backend.as('liv.dahl'), { title: 'Kantina stenger' })
  await aPost(backend.as('liv.dahl'), { title: 'Kantina åpner', importance: 'important' })
  await renderApp('/?q=kantina&importance=important', { as: 'kari.nilsen' })
  await screen.findByRole('link', { name: 'Ulest: Kantina åpner' })
  expect(titles()).toEqual(['Ulest: Kantina åpner'])
})

test('N2: what has expired is found in the archive, and not in the feed', async () => {
  const backend = await emptyFeed()
  const post = await aPost(backend.as('liv.dahl'), {
    title: 'Gikk ut',
    expirationDateTime: '2025-03-12T12:00:00Z',
  })
  await aPost(backend.as('liv.dahl'), { title: 'Gjelder' })
  await backend.db.updateTable('news_post').set({ state: 'expired' }).where('id', '=', post.id).execute()
  const { user } = await renderApp('/', { as: 'kari.nilsen' })
  await screen.findByRole('link', { name: 'Ulest: Gjelder' })
  expect(titles()).toEqual(['Ulest: Gjelder'])
  await user.click(screen.getByRole('link', { name: 'Arkiv' }))
  const row = (await screen.findByRole('link', { name: 'Ulest: Gikk ut' })).closest('li')
  expect(row?.textContent).toContain('Utløpt i dag')
})

test('the yard gathers what is asked of me, sorted by deadline, three at first', async () => {
  const backend = await emptyFeed()
  const liv = backend.as('liv.dahl')
  await backend.db.deleteFrom('news_post').where('state', 'in', ['draft', 'inReview', 'scheduled']).execute()
  await aPost(liv, { title: 'Rutine', importance: 'mustRead', confirmBy: '2025-03-20' })
  await aPost(liv, {
    title: 'Vaksine',
    actionRequired: { what: 'Meld deg på', who: '', dueDate: '2025-03-14' },
  })
  const own = await aPost(backend.as('ola.bakken'), {
    title: 'Fra Ola',
    audience: { everyone: false, orgUnitIds: [await departmentOf(backend, 'ola.bakken')], roles: [] },
  })
  await aQuestion(backend.as('kari.nilsen'), own.id, 'Gjelder det vikarer?')
  const rejected = await aDraft(backend.as('ola.bakken'), { title: 'Utkastet', audience: everyone })
  await backend.as('ola.bakken').post(`/v1.0/newsPosts/${rejected.id}/submit`)
  await liv.post(`/v1.0/newsPosts/${rejected.id}/reject`, { comment: 'For langt.' })

  const { user } = await renderApp('/', { as: 'ola.bakken' })
  const yard = await screen.findByRole('region', { name: '4 ting venter på deg' })
  const tasks = () =>
    within(yard)
      .getAllByRole('link')
      .map(labelOf)
      .filter((label) => label !== null)
  expect(tasks()).toEqual([
    'Les og gjør: Meld deg på',
    'Svar Kari Nilsen: «Gjelder det vikarer?»',
    'Les og bekreft: Rutine',
  ])
  await user.click(within(yard).getByRole('link', { name: 'Vis alle 4' }))
  await screen.findByRole('heading', { level: 1, name: 'Mine oppgaver' })
  expect(
    screen
      .getAllByRole('link', { name: /^(Les|Svar|Rett)/ })
      .map(labelOf)
      .slice(0, 4),
  ).toEqual([
    'Les og gjør: Meld deg på',
    'Svar Kari Nilsen: «Gjelder det vikarer?»',
    'Les og bekreft: Rutine',
    'Rett og send på nytt: Utkastet',
  ])
})

const labelOf = (link: HTMLElement) => link.getAttribute('aria-label')

async function departmentOf(backend: Backend, person: string): Promise<string> {
  const me = (await (await backend.as(person).get('/v1.0/me')).json()) as { orgUnitId: string } // as in the contract
  return me.orgUnitId
}

test('a reminder is told on the yard', async () => {
  const backend = await emptyFeed()
  const post = await aPost(backend.as('liv.dahl'), { title: 'Rutine', importance: 'mustRead' })
  await backend.as('liv.dahl').post(`/v1.0/newsPosts/${post.id}/remind`)
  await renderApp('/', { as: 'kari.nilsen' })
  expect(await screen.findByText(/^påminnelse i dag kl\./)).toBeTruthy()
})

test('N10: an important post one has not read stands above every page, but not where news are read', async () => {
  const backend = await emptyFeed()
  const post = await aPost(backend.as('liv.dahl'), { title: 'Vannet stenges', importance: 'important' })
  const { user, router } = await renderApp('/me', { as: 'kari.nilsen' })
  const bar = await screen.findByRole('region', { name: 'Viktig nyhet du ikke har lest' })
  await user.click(within(bar).getByRole('link', { name: 'Vannet stenges' }))
  await screen.findByRole('heading', { level: 1, name: 'Vannet stenges' })
  expect(screen.queryByRole('region', { name: 'Viktig nyhet du ikke har lest' })).toBeNull()
  await waitFor(async () =>
    expect((await readPost(backend.as('kari.nilsen'), post.id)).viewer.isRead).toBe(true),
  )
  await router.navigate('/me')
  await screen.findByRole('heading', { level: 1, name: 'Kari Nilsen' })
  await waitFor(() =>
    expect(screen.queryByRole('region', { name: 'Viktig nyhet du ikke har lest' })).toBeNull(),
  )
})

test('without a network one is told when what one sees was fetched', async () => {
  await startBackend()
  await renderApp('/', { as: 'kari.nilsen' })
  await screen.findByRole('heading', { name: 'Nyheter' })
  window.dispatchEvent(new Event('offline'))
  try {
    expect(await screen.findByText('Du ser nyheter lagret kl. 10:00.')).toBeTruthy()
  } finally {
    window.dispatchEvent(new Event('online'))
  }
})
