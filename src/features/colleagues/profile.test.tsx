import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderApp, startBackend } from '#tests/render-app.tsx'
import { demoPerson } from '#tests/tokens.ts'

// jsdom has the element but not its ways to open and close.
Object.assign(HTMLDialogElement.prototype, {
  showModal(this: HTMLDialogElement) {
    this.open = true
  },
  close(this: HTMLDialogElement) {
    this.open = false
  },
})

const idOf = (person: string) => demoPerson(person).id
const profileOf = (person: string) => `/colleagues/${idOf(person)}`
const part = (name: string) => screen.findByRole('region', { name })

test('a profile tells who it is, how to reach them, and who leads them', async () => {
  await renderApp(profileOf('kari.nilsen'), { as: 'anne.vik' })
  await screen.findByRole('heading', { level: 1, name: 'Kari Nilsen' })
  expect(screen.getByRole('link', { name: /^Ring \d/ }).getAttribute('href')).toMatch(/^tel:\d{8}$/)
  expect(screen.getByRole('link', { name: 'Send e-post' }).getAttribute('href')).toBe(
    'mailto:kari.nilsen@elvestrand.example',
  )
  expect(screen.getByRole('link', { name: /^Skriv i Teams/ }).getAttribute('href')).toBe(
    'https://teams.microsoft.com/l/chat/0/0?users=kari.nilsen%40elvestrand.example',
  )
  expect((await screen.findByText('Leder')).nextElementSibling?.textContent).toBe('Ola Bakken')
})

test('one changes what one can be asked about, is found by it, and can undo it', async () => {
  const { user, as } = await renderApp(profileOf('sara.holm'), { as: 'sara.holm' })
  await user.click(await screen.findByRole('button', { name: 'Endre: Spør meg om' }))
  const field = await screen.findByLabelText('Nytt fagområde')
  expect(document.activeElement).toBe(field)
  await user.keyboard('Glassfusing, papirfly{Enter}{Enter}')
  await screen.findByText('Profilen er lagret')
  const words = within(await part('Spør meg om')).getAllByRole('listitem')
  expect(words.map((word) => word.textContent).slice(-2)).toEqual(['Glassfusing', 'papirfly'])
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Endre: Spør meg om' }))
  const found = await as('kari.nilsen').get('/v1.0/users?$search="glassfusing"')
  expect(await found.json()).toMatchObject({ value: [{ displayName: 'Sara Holm' }] })

  await user.click(screen.getByRole('button', { name: 'Angre' }))
  await waitFor(() => expect(screen.queryByText('Glassfusing')).toBeNull())
})

test('what could not be saved stays in the field, and an identity number is not sent', async () => {
  const { user, faults } = await renderApp(profileOf('sara.holm'), { as: 'sara.holm' })
  await user.click(await screen.findByRole('button', { name: 'Endre: Om meg' }))
  const field = screen.getByRole('textbox', { name: 'Om meg' })
  await user.type(field, 'Ring meg om leirskole')
  faults.next({ kind: 'fail', method: 'PATCH', path: '/v1.0/users' })
  await user.click(screen.getByRole('button', { name: 'Lagre' }))
  await screen.findByText(/^Det ble ikke lagret/)
  expect((field as HTMLTextAreaElement).value).toBe('Ring meg om leirskole')

  await user.type(field, ' 17912099997')
  await user.click(screen.getByRole('button', { name: 'Lagre' }))
  expect(await screen.findByText(/^Dette ser ut som et fødselsnummer/)).toBeTruthy()
  expect(screen.queryByText('Profilen er lagret')).toBeNull()
  await user.clear(field)
  await user.type(field, 'Ring meg om leirskole')
  await waitFor(() => expect(screen.queryByText(/^Dette ser ut som et fødselsnummer/)).toBeNull())
  await user.click(screen.getByRole('button', { name: 'Lagre' }))
  expect(await within(await part('Om meg')).findByText('Ring meg om leirskole')).toBeTruthy()
})

test('others cannot change a profile', async () => {
  await renderApp(profileOf('kari.nilsen'), { as: 'sara.holm' })
  await screen.findByRole('heading', { level: 1, name: 'Kari Nilsen' })
  expect(screen.queryByRole('button', { name: /^Endre/ })).toBeNull()
})

test('a leader keeps the subjects of those led, and nothing else', async () => {
  await renderApp(profileOf('kari.nilsen'), { as: 'ola.bakken' })
  await screen.findByRole('button', { name: 'Endre: Spør Kari om' })
  expect(screen.queryByRole('button', { name: 'Endre: Om meg' })).toBeNull()
})

test('a favourite is at hand before one has searched', async () => {
  const { user, router } = await renderApp(profileOf('sara.holm'), { as: 'kari.nilsen' })
  const favorite = await screen.findByRole('button', { name: 'Favoritt' })
  await user.click(favorite)
  await waitFor(() => expect(favorite.getAttribute('aria-pressed')).toBe('true'))
  await router.navigate('/colleagues')
  const group = await screen.findByRole('region', { name: 'Favoritter' })
  expect(within(group).getByRole('link', { name: 'Sara Holm' })).toBeTruthy()
})

test('the contact card is shown as a code', async () => {
  const { user } = await renderApp(profileOf('sara.holm'), { as: 'kari.nilsen' })
  await user.click(await screen.findByRole('button', { name: 'Kontaktkort' }))
  const dialog = await screen.findByRole('dialog', { name: 'Kontaktkortet til Sara Holm' })
  expect(await within(dialog).findByRole('img', { name: 'Kontaktkortet til Sara Holm' })).toBeTruthy()
  expect(within(dialog).getByRole('button', { name: 'Last ned kortet' })).toBeTruthy()
})

test('K28: HR protects a person, who is then neither found nor there for others', async () => {
  const { user, as } = await renderApp(profileOf('sara.holm'), { as: 'hege.moen' })
  await user.click(await screen.findByRole('button', { name: 'Skjerming' }))
  const dialog = await screen.findByRole('dialog', { name: 'Skjerming av Sara Holm' })
  await user.click(await within(dialog).findByLabelText('Hele personen'))
  await user.type(within(dialog).getByLabelText('Begrunnelse'), 'Trusler')
  await user.click(within(dialog).getByRole('button', { name: 'Lagre' }))
  await screen.findByText('Skjult for andre: hele personen.')
  expect((await as('kari.nilsen').get(`/v1.0/users/${idOf('sara.holm')}`)).status).toBe(404)
})

test('K28: a protected person is not found', async () => {
  const { as } = await startBackend()
  const body = { hides: ['person'], reason: 'Trusler' }
  await as('hege.moen').put(`/v1.0/users/${idOf('sara.holm')}/protection`, body)
  const { router } = await renderApp('/colleagues?q=sara holm', { as: 'kari.nilsen' })
  await screen.findByRole('heading', { name: 'Ingen treff på «sara holm»' })
  expect(screen.queryByRole('link', { name: 'Sara Holm' })).toBeNull()
  await router.navigate(profileOf('sara.holm'))
  await screen.findByRole('heading', { level: 1, name: 'Siden finnes ikke' })
})
