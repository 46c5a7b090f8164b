import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { aDraft, everyone, paragraph, readPost } from '#tests/news-posts.ts'
import { renderApp, startBackend } from '#tests/render-app.tsx'
import { unfold, unitAudience } from './editor.test-support.ts'

const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name)

/** Writes a date or a clock time, which people choose from the browser's own list. */
const choose = (input: HTMLElement, value: string) => fireEvent.change(input, { target: { value } })

test('N2: a post is planned for a time in Oslo, a past time is refused, and it can be taken off again', async () => {
  const backend = await startBackend()
  const draft = await aDraft(backend.as('liv.dahl'), { title: 'Julebord' })
  const { user } = await renderApp(`/news/${draft.id}/edit`, { as: 'liv.dahl' })
  await user.click(await screen.findByRole('radio', { name: 'Til et bestemt tidspunkt' }))
  expect(screen.getByText('Legges ut torsdag 13. mars kl. 08:00')).toBeTruthy()

  const moment = within(screen.getByRole('group', { name: 'Dag og klokkeslett den legges ut' }))
  choose(moment.getByLabelText('Dag'), '2025-03-11')
  await user.click(screen.getByRole('button', { name: 'Planlegg' }))
  expect(await moment.findByText(/Tidspunktet er passert/)).toBeTruthy()
  await waitFor(() => expect(document.activeElement).toBe(moment.getByLabelText('Dag')))

  choose(moment.getByLabelText('Dag'), '2025-12-01')
  await user.click(screen.getByRole('button', { name: 'Planlegg' }))
  expect(await screen.findByRole('heading', { name: 'Legges ut mandag 1. desember kl. 08:00' })).toBeTruthy()
  expect(await readPost(backend.as('liv.dahl'), draft.id)).toMatchObject({
    state: 'scheduled',
    publishDateTime: '2025-12-01T07:00:00.000Z',
  })

  await user.click(screen.getByRole('button', { name: 'Trekk tilbake' }))
  expect(await screen.findByRole('heading', { name: 'Før du publiserer' })).toBeTruthy()
  expect((await readPost(backend.as('liv.dahl'), draft.id)).state).toBe('draft')
})

test('N2, N7: a post is given a week before it expires, and may not expire before it is out', async () => {
  const backend = await startBackend()
  const draft = await aDraft(backend.as('liv.dahl'), { title: 'Vann stengt' })
  const { user } = await renderApp(`/news/${draft.id}/edit`, { as: 'liv.dahl' })
  await screen.findByLabelText('Tittel')
  await unfold(user, 'Når går den ut på dato?')
  const expiry = within(screen.getByRole('group', { name: 'Når går den ut på dato?' }))
  await user.click(screen.getAllByRole('button', { name: '1 uke' })[0] ?? document.body)
  expect(screen.getByText('onsdag 19. mars kl. 23:59')).toBeTruthy()
  await unfold(user, 'Fest øverst til')
  await user.click(screen.getAllByRole('button', { name: '1 uke' })[1] ?? document.body)
  expect(screen.getByText('Til onsdag 19. mars kl. 23:59')).toBeTruthy()

  await user.click(screen.getByRole('radio', { name: 'Til et bestemt tidspunkt' }))
  choose(expiry.getByLabelText('Dag'), '2025-03-12')
  await user.click(screen.getByRole('button', { name: 'Planlegg' }))
  expect(await expiry.findByText('Nyheten går ut før den legges ut. Velg en senere dato')).toBeTruthy()

  choose(expiry.getByLabelText('Dag'), '2025-03-19')
  await user.click(screen.getByRole('radio', { name: 'Nå' }))
  await user.click(screen.getByRole('button', { name: 'Publiser' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Vann stengt' })).toBeTruthy()
  expect(await readPost(backend.as('kari.nilsen'), draft.id)).toMatchObject({
    expirationDateTime: '2025-03-19T22:59:00.000Z',
    pinnedUntilDateTime: '2025-03-19T22:59:00.000Z',
    isPinned: true,
  })
})

test('N10, N11, N14: importance, comments and channels are chosen, and Teams only for everyone', async () => {
  const backend = await startBackend()
  const audience = await unitAudience('Elvestrand sykehjem')
  const draft = await aDraft(backend.as('liv.dahl'), { title: 'Brannalarm', audience })
  const { user } = await renderApp(`/news/${draft.id}/edit`, { as: 'liv.dahl' })
  await user.click(await screen.findByLabelText('Merk som viktig'))
  await unfold(user, 'Kommentarer og spørsmål')
  await user.click(screen.getByLabelText('Leserne kan kommentere og spørre'))
  await unfold(user, 'Send også')
  await user.click(screen.getByLabelText('E-post'))
  await user.click(screen.getByLabelText('Infoskjerm'))
  const teams = screen.getByRole('checkbox', { name: 'Teams' })
  await user.click(teams)
  expect(teams).toHaveProperty('checked', false)
  expect(screen.getByText(/Bare for nyheter til alle ansatte/)).toBeTruthy()
  expect(screen.getByText('E-post og Infoskjerm')).toBeTruthy()
  await waitFor(async () =>
    expect(await readPost(backend.as('liv.dahl'), draft.id)).toMatchObject({
      importance: 'important',
      commentsEnabled: false,
      sendByEmail: true,
      sendToTeams: false,
      showOnScreens: true,
    }),
  )
})

test('N23: what, who and by when are written as four questions, and nothing of them is lost', async () => {
  const backend = await startBackend()
  const draft = await aDraft(backend.as('liv.dahl'), { title: 'Adgangskort' })
  const { user, router } = await renderApp(`/news/${draft.id}/edit`, { as: 'liv.dahl' })
  await user.type(await screen.findByLabelText('Hvem gjelder det?'), 'Alle med kort')
  await user.click(screen.getByRole('button', { name: 'Publiser' }))
  expect(await screen.findAllByText(/Skriv hva leseren må gjøre/)).not.toHaveLength(0)

  await router.navigate('/me')
  await waitFor(() => expect(screen.queryByLabelText('Hvem gjelder det?')).toBeNull())
  await router.navigate(`/news/${draft.id}/edit`)
  await waitFor(() => expect(field('Hvem gjelder det?').value).toBe('Alle med kort'))
  await user.type(field('Hva må jeg gjøre?'), 'Sjekk at kortet virker')
  choose(field('Innen når?'), '2025-03-18')
  await waitFor(
    async () =>
      expect((await readPost(backend.as('liv.dahl'), draft.id)).actionRequired).toEqual({
        what: 'Sjekk at kortet virker',
        who: 'Alle med kort',
        dueDate: '2025-03-18',
      }),
    { timeout: 20_000 },
  )
})

test('N22: heavy words are changed by one press, in the lead as in the text', async () => {
  const backend = await startBackend()
  const draft = await aDraft(backend.as('liv.dahl'), {
    title: 'Egenmelding',
    lead: 'Du melder fra i henhold til rutinen.',
    body: paragraph('Skjemaet fylles ut vedrørende fravær i går.'),
  })
  const { user } = await renderApp(`/news/${draft.id}/edit`, { as: 'liv.dahl' })
  await screen.findByRole('heading', { name: 'Klart språk' })
  await user.click(await screen.findByRole('button', { name: /^Bytt i henhold til med etter/ }))
  await user.click(await screen.findByRole('button', { name: /^Bytt vedrørende med om/ }))
  expect(field('Hva skjer?').value).toBe('Du melder fra etter rutinen.')
  await waitFor(async () => {
    const post = await readPost(backend.as('liv.dahl'), draft.id)
    expect(post.lead).toBe('Du melder fra etter rutinen.')
    expect(JSON.stringify(post.body)).toContain('fylles ut om fravær')
  })
})

test('N29: the cost of reading is said beside what it would cost everyone', async () => {
  const backend = await startBackend()
  const audience = await unitAudience('Elvestrand sykehjem')
  const draft = await aDraft(backend.as('liv.dahl'), { title: 'Vakttelefon', audience })
  await renderApp(`/news/${draft.id}/edit`, { as: 'liv.dahl' })
  expect(await screen.findByText(/^\d+ mottakere × 1 min = [\d,]+ timer?$/)).toBeTruthy()
  expect(await screen.findByText(/Alle ansatte ville tatt \d+ timer\./)).toBeTruthy()
})

test('what those who do not see need, must be there: headers of tables and the text of the cover', async () => {
  const backend = await startBackend()
  const cell = (type: string, text?: string) => ({
    type,
    content: [{ type: 'paragraph', ...(text !== undefined && { content: [{ type: 'text', text }] }) }],
  })
  const table = {
    type: 'table',
    content: [
      { type: 'tableRow', content: [cell('tableHeader', 'Dag'), cell('tableHeader')] },
      { type: 'tableRow', content: [cell('tableCell', 'Mandag'), cell('tableCell', '08–16')] },
    ],
  }
  const draft = await aDraft(backend.as('liv.dahl'), {
    title: 'Åpningstider',
    body: { type: 'doc', content: [table] },
    audience: everyone,
  })
  const { user } = await renderApp(`/news/${draft.id}/edit`, { as: 'liv.dahl' })
  await user.click(await screen.findByRole('button', { name: 'Publiser' }))
  expect(await screen.findAllByText(/1 overskrift i en tabell er tom/)).not.toHaveLength(0)
  expect((await readPost(backend.as('liv.dahl'), draft.id)).state).toBe('draft')
})
