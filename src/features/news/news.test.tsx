import { screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { composeMsg, tags } from '#tests/compose-outlook.ts'
import { aDraft, aPost, everyone, ifMatch, paragraph, readPost } from '#tests/news-posts.ts'
import { renderApp, startBackend } from '#tests/render-app.tsx'

/** A synthetic number of Test-Norge (month + 80), which belongs to nobody. */
const identityNumber = '17912099997'

// jsdom has the element but not its ways to open and close.
Object.assign(HTMLDialogElement.prototype, {
  showModal(this: HTMLDialogElement) {
    this.open = true
  },
  close(this: HTMLDialogElement) {
    this.open = false
  },
})

async function nursingHome() {
  const backend = await startBackend()
  const response = await backend.as('liv.dahl').get('/v1.0/orgUnits?$search="Elvestrand sykehjem"')
  const { value } = (await response.json()) as { value: { id: string; displayName: string }[] } // as in the contract
  const unit = value.find(({ displayName }) => displayName === 'Elvestrand sykehjem')
  if (unit === undefined) throw new Error('The seed has no nursing home.')
  return { everyone: false, orgUnitIds: [unit.id], roles: [] }
}

test('N3: a nurse sees what waits, reads it and confirms the version she read', async () => {
  const backend = await startBackend()
  const post = await aPost(backend.as('liv.dahl'), {
    title: 'Ny vakttelefon',
    importance: 'mustRead',
    confirmBy: '2025-03-12',
    audience: await nursingHome(),
  })
  const { user } = await renderApp('/', { as: 'kari.nilsen' })
  await user.click(await screen.findByRole('link', { name: 'Les og bekreft: Ny vakttelefon' }))
  await screen.findByRole('heading', { level: 1, name: 'Ny vakttelefon' })
  expect(screen.getByText(/Frist i dag\. Bekreftelsen gjelder versjon 1/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Jeg har lest og forstått' }))

  const receipt = await screen.findByText(/Du bekreftet versjon 1 i dag kl\./)
  await waitFor(() => expect(document.activeElement).toBe(receipt))
  expect(await screen.findByText(/^Bekreftet\. (\d+ ting igjen|Ingenting mer venter på deg)\.$/)).toBeTruthy()
  expect((await readPost(backend.as('kari.nilsen'), post.id)).viewer).toMatchObject({
    isRead: true,
    confirmedVersion: 1,
  })
})

test('N1: a teacher finds nothing of what is for the nursing home: not by address, not by searching', async () => {
  const backend = await startBackend()
  const post = await aPost(backend.as('liv.dahl'), {
    title: 'Rømningsvei stengt',
    audience: await nursingHome(),
  })
  const { router } = await renderApp(`/news/${post.id}`, { as: 'sara.holm' })
  expect(await screen.findByRole('heading', { name: 'Siden finnes ikke' })).toBeTruthy()
  await router.navigate('/?q=Rømningsvei')
  expect(await screen.findByRole('heading', { name: 'Ingen treff på «Rømningsvei»' })).toBeTruthy()
  expect(screen.queryByText('Rømningsvei stengt')).toBeNull()
})

test('an editor writes, is told what is missing, publishes to the nursing home and sees who has not confirmed', async () => {
  const { user } = await renderApp('/news/new', { as: 'liv.dahl' })
  await user.click(await screen.findByRole('button', { name: 'Publiser' }))
  const summary = await screen.findByRole('region', { name: '3 ting mangler før du kan publisere' })
  await waitFor(() => expect(document.activeElement).toBe(summary))
  await user.click(within(summary).getByRole('button', { name: 'Skriv en tittel' }))
  expect(document.activeElement).toBe(screen.getByLabelText('Tittel'))

  await user.keyboard('Slik varsler du sykdom')
  await user.type(screen.getByLabelText('Hva skjer?'), 'Ring vakttelefonen før kl. 07.')
  await user.type(screen.getByRole('combobox', { name: 'Legg til enhet eller rolle' }), 'Elvestrand syk')
  await screen.findByRole('option', { name: /Elvestrand sykehjem.*Helse og mestring/ })
  await user.keyboard('{ArrowDown}{Enter}')
  expect(await screen.findByText(/mottakere × 1 min = /)).toBeTruthy()
  await user.click(screen.getByLabelText('Må leses og bekreftes'))
  await user.click(screen.getByRole('button', { name: 'Publiser' }))

  expect(await screen.findByRole('heading', { level: 1, name: 'Slik varsler du sykdom' })).toBeTruthy()
  expect(await screen.findByRole('heading', { name: /\d+ har ikke bekreftet/ })).toBeTruthy()
  expect(screen.getByText(/Til Elvestrand sykehjem/)).toBeTruthy()
})

test('a draft is saved while it is written', async () => {
  const backend = await startBackend()
  const { user } = await renderApp('/news/new', { as: 'liv.dahl' })
  await user.type(await screen.findByLabelText('Tittel'), 'Nye åpningstider')
  expect(await screen.findByText(/Utkast · lagret kl\./)).toBeTruthy()
  const response = await backend.as('liv.dahl').get("/v1.0/me/newsPosts?$filter=state eq 'draft'")
  expect(await response.json()).toMatchObject({
    value: expect.arrayContaining([expect.objectContaining({ title: 'Nye åpningstider' })]),
  })
})

test('what could not be saved is still there after a reload', async () => {
  const backend = await startBackend()
  const { faults } = backend
  const draft = await aDraft(backend.as('liv.dahl'), { title: 'Utkastet' })
  const first = await renderApp(`/news/${draft.id}/edit`, { as: 'liv.dahl' })
  await screen.findByLabelText('Tittel')
  faults.offline()
  await first.user.type(screen.getByLabelText('Hva skjer?'), 'Skrevet på toget')
  expect(await screen.findByText('Vi fikk ikke lagret')).toBeTruthy()
  await first.router.navigate('/me')
  await waitFor(() => expect(screen.queryByLabelText('Hva skjer?')).toBeNull())
  faults.clear()
  await first.router.navigate(`/news/${draft.id}/edit`)
  await waitFor(() =>
    expect(screen.getByLabelText<HTMLTextAreaElement>('Hva skjer?').value).toBe('Skrevet på toget'),
  )
})

test('an identity number stops the saving until it is answered for', async () => {
  const backend = await startBackend()
  const draft = await aDraft(backend.as('liv.dahl'), { title: 'Kontonummer' })
  const { user } = await renderApp(`/news/${draft.id}/edit`, { as: 'liv.dahl' })
  await user.type(await screen.findByLabelText('Hva skjer?'), `Betal til ${identityNumber}`)
  expect(await screen.findByText(/Dette ser ut som et fødselsnummer/)).toBeTruthy()
  expect(await screen.findByText(/ikke lagret før/)).toBeTruthy()
  expect((await readPost(backend.as('liv.dahl'), draft.id)).lead).toBe('')

  await user.click(screen.getByRole('button', { name: `${identityNumber} er ikke et fødselsnummer` }))
  expect(await screen.findByText(/lagret kl\./)).toBeTruthy()
  expect((await readPost(backend.as('liv.dahl'), draft.id)).lead).toBe(`Betal til ${identityNumber}`)
})

/** Answers what kind of change it is. */
async function publishAs(user: UserEvent, kind: string) {
  const dialog = await screen.findByRole('dialog', { name: 'Redaksjonell eller vesentlig endring?' })
  await user.click(within(dialog).getByRole('radio', { name: kind }))
  await user.click(within(dialog).getByRole('button', { name: 'Publiser endringen' }))
}

test.for([
  { choice: 'Behold min', title: 'Fra meg' },
  { choice: 'Hent den nyere', title: 'Fra Tor' },
])('«$choice» when someone else has saved in between', async ({ choice, title }) => {
  const backend = await startBackend()
  const post = await aPost(backend.as('liv.dahl'), { title: 'Først', audience: everyone })
  const { user } = await renderApp(`/news/${post.id}/edit`, { as: 'liv.dahl' })
  const field = await screen.findByLabelText<HTMLInputElement>('Tittel')
  await backend.as('liv.dahl').patch(`/v1.0/newsPosts/${post.id}`, { title: 'Fra Tor' }, ifMatch(post))
  await user.clear(field)
  await user.type(field, 'Fra meg')
  await user.click(screen.getByRole('button', { name: 'Publiser endringen' }))
  await publishAs(user, 'Redaksjonell')

  const dialog = await screen.findByRole('dialog', { name: /^Du lagret en nyere utgave et annet sted kl\./ })
  expect(within(dialog).getByText('Fra Tor')).toBeTruthy()
  expect(within(dialog).getByText('Fra meg')).toBeTruthy()
  await user.click(within(dialog).getByRole('button', { name: choice }))
  if (choice === 'Behold min') await publishAs(user, 'Redaksjonell')
  await waitFor(async () => expect((await readPost(backend.as('liv.dahl'), post.id)).title).toBe(title))
})

test('the author is told who saved in between', async () => {
  const backend = await startBackend()
  const draft = await aDraft(backend.as('ola.bakken'), { title: 'Turnus' })
  const { user } = await renderApp(`/news/${draft.id}/edit`, { as: 'ola.bakken' })
  const field = await screen.findByLabelText('Hva skjer?')
  await backend.as('liv.dahl').patch(`/v1.0/newsPosts/${draft.id}`, { title: 'Ny turnus' }, ifMatch(draft))
  await user.type(field, 'Gjelder fra mandag')
  expect(await screen.findByRole('dialog', { name: /^Liv Dahl lagret en nyere utgave kl\. / })).toBeTruthy()
})

test('a draft is deleted when the time to regret is over, and stays deleted', async () => {
  const backend = await startBackend()
  const draft = await aDraft(backend.as('liv.dahl'), { title: 'Kastes' })
  const { user } = await renderApp(`/news/${draft.id}/edit`, { as: 'liv.dahl' })
  await user.type(await screen.findByLabelText('Hva skjer?'), 'Ikke lagret ennå')
  await user.click(screen.getByRole('button', { name: 'Slett utkastet' }))
  expect(await screen.findByRole('heading', { level: 1, name: /, Liv$/ })).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'Kastes' })).toBeNull()
  expect((await readPost(backend.as('liv.dahl'), draft.id)).lead).toBe('')
  await user.click(screen.getByRole('button', { name: 'Lukk meldingen' }))
  await waitFor(async () =>
    expect((await backend.as('liv.dahl').get(`/v1.0/newsPosts/${draft.id}`)).status).toBe(404),
  )
  expect(screen.queryByRole('link', { name: 'Kastes' })).toBeNull()
})

test('a draft that is deleted by mistake comes back with what was not saved yet', async () => {
  const backend = await startBackend()
  const draft = await aDraft(backend.as('liv.dahl'), { title: 'Kastes ikke' })
  const { user } = await renderApp(`/news/${draft.id}/edit`, { as: 'liv.dahl' })
  await user.type(await screen.findByLabelText('Hva skjer?'), 'Nettopp skrevet')
  await user.click(screen.getByRole('button', { name: 'Slett utkastet' }))
  await user.click(await screen.findByRole('button', { name: 'Angre' }))
  const [link] = await screen.findAllByRole('link', { name: 'Kastes ikke' })
  if (link === undefined) throw new Error('The draft is not in the list.')
  await user.click(link)
  expect((await screen.findByLabelText<HTMLTextAreaElement>('Hva skjer?')).value).toBe('Nettopp skrevet')
})

test('a post that is changed while it is read offers the new edition and does not move', async () => {
  const backend = await startBackend()
  const liv = backend.as('liv.dahl')
  const post = await aPost(liv, { title: 'Åpent til fire' })
  const { user } = await renderApp(`/news/${post.id}`, { as: 'kari.nilsen' })
  await screen.findByRole('heading', { level: 1, name: 'Åpent til fire' })
  await liv.patch(`/v1.0/newsPosts/${post.id}`, { title: 'Åpent til fem' }, ifMatch(post))
  const offer = await screen.findByRole('button', { name: 'Nyheten er endret. Vis den nye utgaven' })
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Åpent til fire')
  await user.click(offer)
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Åpent til fem')
})

test('an archived post can be put out again, by those who may', async () => {
  const backend = await startBackend()
  const post = await aPost(backend.as('liv.dahl'), { title: 'Kantina åpner' })
  await backend.as('liv.dahl').post(`/v1.0/newsPosts/${post.id}/archive`)
  const { user } = await renderApp(`/news/${post.id}`, { as: 'liv.dahl' })
  await user.click(await screen.findByRole('button', { name: 'Publiser igjen' }))
  const dialog = await screen.findByRole('dialog', { name: 'Vil du publisere nyheten igjen?' })
  await user.click(within(dialog).getByRole('button', { name: 'Publiser igjen' }))
  await waitFor(() => expect(screen.queryByText('Nyheten er arkivert')).toBeNull())
  expect(await readPost(backend.as('liv.dahl'), post.id)).toMatchObject({ state: 'published', version: 1 })
})

const message = (subject: string, text: string) =>
  new File(
    [
      [
        'From: Liv Dahl <liv.dahl@elvestrand.example>',
        'To: Alle <alle@elvestrand.example>',
        `Subject: ${subject}`,
        'MIME-Version: 1.0',
        'Content-Type: text/plain; charset=utf-8',
        '',
        text,
      ].join('\r\n'),
    ],
    'melding.eml',
    { type: 'message/rfc822' },
  )

test('an e-mail becomes a draft in the editor', async () => {
  const { user } = await renderApp('/', { as: 'liv.dahl' })
  await screen.findByRole('button', { name: 'Lag nyhet av e-post' })
  await user.upload(
    screen.getByLabelText('Lag nyhet av e-post', { selector: 'input' }),
    message('Kantina stenger', 'Kantina stenger klokka to i dag.'),
  )
  expect((await screen.findByLabelText<HTMLInputElement>('Tittel')).value).toBe('Kantina stenger')
})

test('an e-mail saved in Outlook becomes a draft in the editor', async () => {
  const { user } = await renderApp('/', { as: 'liv.dahl' })
  await screen.findByRole('button', { name: 'Lag nyhet av e-post' })
  const saved = composeMsg({ properties: { [tags.subject]: 'Heisen står', [tags.body]: 'Bruk trappa.' } })
  await user.upload(
    screen.getByLabelText('Lag nyhet av e-post', { selector: 'input' }),
    // Made on plain memory, the one kind a file takes.
    new File([saved as BlobPart], 'Heisen står.msg'),
  )
  expect((await screen.findByLabelText<HTMLInputElement>('Tittel')).value).toBe('Heisen står')
})

test('a file that is no e-mail is refused with the reason', async () => {
  const { user } = await renderApp('/', { as: 'liv.dahl' })
  await screen.findByRole('button', { name: 'Lag nyhet av e-post' })
  const picture = new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1])], 'bilde.eml')
  await user.upload(screen.getByLabelText('Lag nyhet av e-post', { selector: 'input' }), picture)
  expect(await screen.findByText('bilde.eml ble ikke en nyhet')).toBeTruthy()
  expect(screen.getByText(/Dette er ikke en e-postfil/)).toBeTruthy()
})

test('with nothing to confirm the yard says so', async () => {
  const backend = await startBackend()
  const nothingAsked = {
    importance: 'normal',
    confirm_by: null,
    action_what: null,
    review_outcome: null,
  } as const
  await backend.db.updateTable('news_post').set(nothingAsked).execute()
  await backend.db.deleteFrom('comment_mention').execute()
  await backend.db.deleteFrom('question_asker').execute()
  await backend.db.deleteFrom('call_back_message').execute()
  await aPost(backend.as('liv.dahl'), { title: 'Bare til orientering', body: paragraph('Hei') })
  await renderApp('/', { as: 'kari.nilsen' })
  expect(await screen.findByRole('heading', { name: 'Ingenting venter på deg' })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Ulest: Bare til orientering' })).toBeTruthy()
})

test('when the server is down the reader is told whose fault it is, and trying again helps', async () => {
  const { faults } = await startBackend()
  faults.next({ kind: 'fail', path: '/v1.0/newsPosts', times: Infinity })
  const { user } = await renderApp('/', { as: 'kari.nilsen' })
  const again = await screen.findByRole('button', { name: 'Prøv igjen' })
  faults.clear()
  await user.click(again)
  expect(await screen.findByRole('heading', { level: 1, name: /Kari/ })).toBeTruthy()
})
