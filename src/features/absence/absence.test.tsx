import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Absence } from '#api/absences/contract.ts'
import { renderApp, startBackend } from '#tests/render-app.tsx'
import { demoPerson } from '#tests/tokens.ts'

const kari = demoPerson('kari.nilsen').id

/** Nobody is away. The clock says ten on a Wednesday. */
async function nobodyAway() {
  const backend = await startBackend()
  await backend.db.deleteFrom('absence').execute()
  return backend
}

const mine = (db: Awaited<ReturnType<typeof nobodyAway>>['db']) =>
  db.selectFrom('absence').selectAll().where('user_id', '=', kari).execute()

test('K22: one press says that one is away, another that one is back, and the first can be regretted', async () => {
  const { db } = await nobodyAway()
  const { user } = await renderApp('/absence', { as: 'kari.nilsen' })
  await user.click(await screen.findByRole('button', { name: 'Tilbake om 30 min' }))
  expect(await screen.findByText(/Du er markert som borte, tilbake i dag kl\. 10:3\d/)).toBeTruthy()
  expect(await screen.findByRole('region', { name: 'Du er borte' })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Angre' }))
  await screen.findByRole('region', { name: 'Er du borte nå?' })
  await waitFor(async () => expect(await mine(db)).toEqual([]))

  await user.click(screen.getByRole('button', { name: 'Borte resten av dagen' }))
  await user.click(await screen.findByRole('button', { name: 'Jeg er tilbake' }))
  await screen.findByRole('region', { name: 'Er du borte nå?' })
  const now = Date.now()
  expect((await mine(db)).filter(({ ends_at }) => ends_at === null || ends_at.getTime() > now)).toEqual([])
})

test('a whole week is registered with reason and substitute, changed, deleted, and regretted', async () => {
  const { db } = await nobodyAway()
  const { user } = await renderApp('/absence', { as: 'kari.nilsen' })
  const form = await screen.findByRole('region', { name: 'Registrer fravær framover' })
  await user.click(within(form).getByRole('button', { name: 'Registrer fraværet' }))
  expect(within(form).getByText('Velg første dag')).toBeTruthy()
  fireEvent.change(within(form).getByLabelText('Første dag borte'), { target: { value: '2025-03-17' } })
  fireEvent.change(within(form).getByLabelText('Siste dag borte'), { target: { value: '2025-03-21' } })
  await user.selectOptions(within(form).getByLabelText('Grunn'), 'Ferie')
  await user.type(within(form).getByRole('combobox', { name: /Stedfortreder/ }), 'Nina Aas')
  await user.click(await screen.findByRole('option', { name: /Nina Aas/ }))
  await user.click(within(form).getByRole('button', { name: 'Registrer fraværet' }))

  const list = await screen.findByRole('region', { name: 'Fravær nå og framover' })
  const period = await within(list).findByRole('heading', { name: 'Fra mandag til og med 21. mars' })
  expect(list.textContent).toContain('Ferie')
  expect(list.textContent).toContain('Nina Aas er spurt om å være stedfortreder')

  await user.click(within(list).getByRole('button', { name: /^Endre fraværet/ }))
  fireEvent.change(within(list).getByLabelText('Siste dag borte'), { target: { value: '2025-03-18' } })
  await user.click(within(list).getByRole('button', { name: 'Lagre endringen' }))
  await within(list).findByRole('heading', { name: 'Fra mandag til og med tirsdag' })
  expect(period.isConnected).toBe(false)

  await user.click(within(list).getByRole('button', { name: /^Slett fraværet/ }))
  expect(within(list).getByText('Ingenting er registrert.')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Angre' }))
  await within(list).findByRole('heading', { name: 'Fra mandag til og med tirsdag' })
  expect(await mine(db)).toHaveLength(1)
})

test('K25: who is asked to stand in answers in place, and may change the answer', async () => {
  const backend = await nobodyAway()
  await backend.as('kari.nilsen').post('/v1.0/me/absences', {
    startDateTime: '2025-03-16T23:00:00Z',
    endDateTime: '2025-03-21T23:00:00Z',
    kind: 'sick',
    substituteId: demoPerson('nina.aas').id,
  })
  const { user } = await renderApp('/absence', { as: 'nina.aas' })
  const yard = await screen.findByRole('region', { name: 'Kari Nilsen spør om du kan være stedfortreder' })
  expect(yard.textContent).toContain('Fra mandag til og med 21. mars')
  expect(yard.textContent).not.toContain('Syk')
  await user.click(
    within(yard).getByRole('button', { name: 'Ja, jeg kan være stedfortreder for Kari Nilsen' }),
  )
  const answered = await screen.findByRole('region', { name: 'Du er stedfortreder for' })
  expect(answered.textContent).toContain('Du har sagt ja')
  await user.click(within(answered).getByRole('button', { name: 'Jeg kan ikke likevel' }))
  await within(answered).findByText('Du har sagt nei')
  const [absence] = await mine(backend.db)
  expect(absence?.substitute_status).toBe('declined')
})

test('K8: the service desk says when, and is not asked why', async () => {
  const { db } = await nobodyAway()
  const { user } = await renderApp(`/colleagues/${kari}/absence`, { as: 'anne.vik' })
  const form = await screen.findByRole('region', { name: 'Registrer fravær' })
  expect(within(form).queryByLabelText('Grunn')).toBeNull()
  fireEvent.change(within(form).getByLabelText('Første dag borte'), { target: { value: '2025-03-13' } })
  await user.click(within(form).getByLabelText('Ikke klart når det slutter'))
  await user.click(within(form).getByRole('button', { name: 'Registrer fraværet' }))
  await screen.findByRole('heading', { name: 'Fra i morgen, ikke klart hvor lenge' })
  const [absence] = await mine(db)
  expect(absence).toMatchObject({ created_by_id: demoPerson('anne.vik').id, ends_at: null, kind: 'other' })
})

test('nobody but the nearest leader reads why', async () => {
  const backend = await nobodyAway()
  const response = await backend.as('kari.nilsen').post('/v1.0/me/absences', {
    startDateTime: '2025-03-16T23:00:00Z',
    endDateTime: '2025-03-21T23:00:00Z',
    kind: 'sick',
    note: 'Rygg',
  })
  expect(((await response.json()) as Absence).kind).toBe('sick')
  await renderApp(`/colleagues/${kari}/absence`, { as: 'ola.bakken' })
  const list = await screen.findByRole('region', { name: 'Fravær nå og framover' })
  expect(list.textContent).toContain('Syk')
  expect(list.textContent).toContain('Rygg')
})

test('K22: a calendar is shown before it is read in, and a wrong file loses nothing', async () => {
  const { db } = await nobodyAway()
  const { user } = await renderApp('/absence', { as: 'kari.nilsen' })
  const part = await screen.findByRole('region', { name: 'Les inn fra kalenderen' })
  const input = within(part).getByLabelText('Velg kalenderfil', { selector: 'input' })
  await user.upload(input, new File(['Hei'], 'notat.ics', { type: 'text/calendar' }))
  expect((await within(part).findByRole('alert')).textContent).toContain('Vi klarte ikke å lese notat.ics')

  const event = (uid: string, summary: string) => [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `SUMMARY:${summary}`,
    'DTSTART;VALUE=DATE:20250317',
    'DTEND;VALUE=DATE:20250322',
    'END:VEVENT',
  ]
  const lines = ['BEGIN:VCALENDAR', ...event('1', 'FER: Syden'), ...event('2', 'Tannlege'), 'END:VCALENDAR']
  await user.upload(input, new File([lines.join('\r\n')], 'mars.ics', { type: 'text/calendar' }))
  const preview = await within(part).findByRole('region', { name: 'Dette fant vi i mars.ics' })
  expect(preview.textContent).toContain('Fra mandag til og med 21. mars')
  expect(preview.textContent).toContain('Én avtale blir ikke med')
  expect(await mine(db)).toEqual([])
  await user.click(within(preview).getByRole('button', { name: 'Registrer fraværet' }))
  await within(part).findByText('Kalenderen er lest inn: 1 nye og 0 endrede fravær.')
  const list = screen.getByRole('region', { name: 'Fravær nå og framover' })
  await within(list).findByRole('heading', { name: 'Fra mandag til og med 21. mars' })
  expect(await mine(db)).toMatchObject([{ kind: 'vacation', source: 'calendar' }])
})
