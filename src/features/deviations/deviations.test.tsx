import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import type { Deviation } from '#api/deviations/contract.ts'
import { queryClient } from '#src/lib/query-client.ts'
import { renderApp, startBackend, type Backend } from '#tests/render-app.tsx'
import { demoPerson } from '#tests/tokens.ts'

beforeEach(() => localStorage.clear())

const text = 'Medisin ble delt ut to timer for sent fordi skapet ikke lot seg åpne.'

/** One case, reported by Kari and answered for by Ola. */
async function oneCase(more: Record<string, unknown> = {}) {
  const backend = await startBackend()
  const response = await backend.as('kari.nilsen').post('/v1.0/deviations', {
    description: text,
    occurredDateTime: new Date().toISOString(),
    answers: { happened: 'happened', injury: 'none', personalData: false },
    ...more,
  })
  expect(response.status).toBe(201)
  return { ...backend, deviation: (await response.json()) as Deviation }
}

const reported = async ({ as }: Backend, person = 'kari.nilsen') => {
  const answer = await as(person).get(
    '/v1.0/deviations?$filter=viewer/isReporter eq true&$select=id,title,number',
  )
  return ((await answer.json()) as { value: Deviation[] }).value
}

test('Q8, Q32, Q37: a nurse reports with four fields, and is thanked with a number and what happens next', async () => {
  const { user, router } = await renderApp('/deviations/new', { as: 'kari.nilsen' })
  await user.type(await screen.findByLabelText(/Hva skjedde\?/), text)
  await user.click(screen.getByRole('radio', { name: 'Noe skjedde' }))
  expect(await screen.findByText('Lav')).toBeTruthy()
  await user.click(await screen.findByRole('button', { name: 'Send til Ola Bakken' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Takk for at du meldte fra' })).toBeTruthy()
  expect(screen.getByText(/^Avviket har fått nummer 2\d{3}-\d{5}\. Ola Bakken har fått det\.$/)).toBeTruthy()
  expect(screen.getByText(/^Ola Bakken tar imot avviket innen /)).toBeTruthy()
  expect(localStorage.length).toBe(0)
  await user.click(screen.getByRole('link', { name: 'Følg saken' }))
  expect(await screen.findByText(/^Saken er hos Ola Bakken\./)).toBeTruthy()
  expect(router.state.location.pathname).toMatch(/^\/deviations\/[\w-]{36}$/)
})

test('what is missing is said in words, and a draft survives a reload', async () => {
  const { user } = await renderApp('/deviations/new', { as: 'kari.nilsen' })
  const field = await screen.findByLabelText(/Hva skjedde\?/)
  await user.click(screen.getByRole('button', { name: /^Send/ }))
  expect(await screen.findByText('Skriv hva som skjedde')).toBeTruthy()
  expect(screen.getByText('Velg hva slags avvik det er')).toBeTruthy()
  expect(document.activeElement).toBe(field)
  await user.type(field, 'Vått gulv')
  cleanup()
  await renderApp('/deviations/new', { as: 'kari.nilsen' })
  expect(await screen.findByDisplayValue('Vått gulv')).toBeTruthy()
})

test('Q36: an identity number stops the report, and a name can be changed to a role', async () => {
  const { user, ...backend } = await renderApp('/deviations/new', { as: 'kari.nilsen' })
  const field = await screen.findByLabelText<HTMLTextAreaElement>(/Hva skjedde\?/)
  await user.type(field, 'Ola Bakken fant nøkkelen til 17912099997 i gangen')
  await user.click(screen.getByRole('radio', { name: 'Noe skjedde' }))
  await user.click(await screen.findByRole('button', { name: /^Bytt «Ola Bakken» til / }))
  expect(field.value).not.toContain('Ola Bakken')
  await user.click(screen.getByRole('button', { name: /^Send/ }))
  expect(await screen.findByText('17912099997')).toBeTruthy()
  expect(await reported(backend)).toEqual([])
})

test('Q34: what may be whistleblowing is stopped, and only sent when the person says what it is', async () => {
  const { user, ...backend } = await renderApp('/deviations/new', { as: 'kari.nilsen' })
  await user.type(
    await screen.findByLabelText(/Hva skjedde\?/),
    'Lederen min trakasserer de ansatte på avdelingen.',
  )
  await user.click(screen.getByRole('radio', { name: 'Noe skjedde' }))
  await user.click(screen.getByRole('button', { name: /^Send/ }))
  const stop = within(await screen.findByRole('dialog', { name: 'Avvik eller varsling?' }))
  expect(stop.getByText(/arbeidsmiljøloven kapittel 2 A/)).toBeTruthy()
  await user.click(stop.getByRole('button', { name: 'Gå tilbake uten å sende' }))
  expect(await reported(backend)).toEqual([])
  await user.click(screen.getByRole('button', { name: /^Send/ }))
  await user.click(await screen.findByRole('button', { name: 'Dette er et avvik. Send det' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Takk for at du meldte fra' })).toBeTruthy()
  expect(await reported(backend)).toHaveLength(1)
})

test('without a network the report is kept, and sent exactly once when there is one', async () => {
  const { user, faults, ...backend } = await renderApp('/deviations/new', { as: 'kari.nilsen' })
  await user.type(await screen.findByLabelText(/Hva skjedde\?/), text)
  await user.click(screen.getByRole('radio', { name: 'Noe skjedde' }))
  faults.offline()
  await user.click(screen.getByRole('button', { name: /^Send/ }))
  expect(await screen.findByText(/Det sendes når du får nett\.$/)).toBeTruthy()
  cleanup()
  faults.clear()
  faults.next({ kind: 'offline', method: 'POST', path: '/v1.0/deviations', times: Infinity })
  queryClient.clear()
  await renderApp('/deviations?show=mine', { as: 'kari.nilsen' })
  expect(await screen.findByText(/1 avvik venter på å bli sendt/)).toBeTruthy()
  faults.clear()
  const sent = /^Avviket som ventet på nett, er sendt\. Det har fått nummer /
  expect(await screen.findByText(sent, undefined, { timeout: 20_000 })).toBeTruthy()
  expect(await screen.findByRole('link', { name: text })).toBeTruthy()
  expect(await reported({ faults, ...backend })).toHaveLength(1)
  expect(Object.keys(localStorage).filter((key) => key.includes('deviation'))).toEqual([])
})

test('Q44: similar open ones can be followed instead', async () => {
  const { deviation } = await oneCase()
  const { user } = await renderApp('/deviations/new', { as: 'kari.nilsen' })
  await user.type(await screen.findByLabelText(/Hva skjedde\?/), text)
  const similar = await screen.findByRole('region', { name: /lignende avvik er åpent/ })
  expect(within(similar).getByRole('link').getAttribute('href')).toBe(`/deviations/${deviation.id}`)
})

test('the leader sees what must be received, treats it, and closes it with a choice about the procedure', async () => {
  const { deviation } = await oneCase()
  const { user } = await renderApp('/deviations', { as: 'ola.bakken' })
  const yard = await screen.findByRole('region', { name: 'Ta imot 1 nytt avvik' })
  expect(
    within(await screen.findByRole('region', { name: /^Nye 1$/ })).getByText(deviation.number),
  ).toBeTruthy()
  await user.click(within(yard).getByRole('link', { name: 'Åpne det første' }))
  await user.click(await screen.findByRole('button', { name: 'Ta imot avviket' }))
  await user.click(await screen.findByRole('button', { name: 'Begynn behandlingen' }))

  const step = await screen.findByRole('region', { name: 'Neste steg: finn årsaken' })
  expect(within(step).getByText('Velg hva slags årsak det var.')).toBeTruthy()
  const why = await screen.findByRole('region', { name: 'Hvorfor skjedde det?' })
  await user.type(within(why).getByLabelText('Hvorfor? Svar 1'), 'Låsen var tom for strøm')
  await user.click(within(why).getByRole('radio', { name: 'Utstyr' }))
  await user.type(within(why).getByLabelText(/^Årsak, kort fortalt/), 'Ingen bytter batteri.')
  await user.click(within(why).getByRole('button', { name: 'Lagre årsaken' }))

  await screen.findByRole('region', { name: 'Neste steg: legg til tiltak' })
  await user.click(screen.getByRole('button', { name: 'Legg til tiltak' }))
  const form = within(screen.getByRole('form', { name: 'Legg til tiltak' }))
  await user.type(form.getByLabelText('Hva skal gjøres?'), 'Bytt batteri hver måned')
  await user.click(form.getByRole('button', { name: 'Lagre tiltaket' }))
  await user.click(await screen.findByRole('button', { name: 'Merk som gjort: Bytt batteri hver måned' }))
  const done = within(await screen.findByRole('dialog', { name: 'Er tiltaket gjort?' }))
  await user.click(done.getByRole('button', { name: 'Merk som gjort' }))

  const next = within(await screen.findByRole('region', { name: 'Neste steg: lukk saken' }))
  await user.click(next.getByRole('button', { name: 'Lukk saken' }))
  const closing = within(await screen.findByRole('dialog', { name: 'Lukk saken' }))
  await user.click(closing.getByRole('button', { name: 'Lukk saken' }))
  expect(await closing.findByText('Velg om prosedyren var riktig.')).toBeTruthy()
  await user.click(closing.getByRole('radio', { name: 'Prosedyren er riktig, men ble ikke fulgt' }))
  await user.click(closing.getByRole('button', { name: 'Lukk saken' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(await screen.findByText('Prosedyren er riktig, men ble ikke fulgt')).toBeTruthy()
})

test('somebody else saved the cause meanwhile: both are shown, and neither is lost', async () => {
  const { deviation, ...backend } = await oneCase()
  const ola = backend.as('ola.bakken')
  const path = `/v1.0/deviations/${deviation.id}`
  await ola.post(`${path}/receive`, {})
  await ola.post(`${path}/startTreatment`, {})
  const { user } = await renderApp(`/deviations/${deviation.id}`, { as: 'ola.bakken' })
  const why = await screen.findByRole('region', { name: 'Hvorfor skjedde det?' })
  await user.type(within(why).getByLabelText(/^Årsak, kort fortalt/), 'Min tekst')
  const now = (await (await ola.get(path)).json()) as Deviation
  await ola.patch(path, { cause: 'En annen tekst' }, { 'If-Match': now['@odata.etag'] ?? '' })
  await user.click(within(why).getByRole('button', { name: 'Lagre årsaken' }))
  const dialog = within(await screen.findByRole('dialog', { name: /^Noen andre lagret en nyere utgave/ }))
  expect(dialog.getByText(/Min tekst/)).toBeTruthy()
  expect(dialog.getByText(/En annen tekst/)).toBeTruthy()
  await user.click(dialog.getByRole('button', { name: 'Behold min' }))
  await waitFor(async () =>
    expect(((await (await ola.get(path)).json()) as Deviation).cause).toBe('Min tekst'),
  )
})

test('an action is done by whoever owns it, also without seeing the case', async () => {
  const { deviation, ...backend } = await oneCase()
  const ola = backend.as('ola.bakken')
  const path = `/v1.0/deviations/${deviation.id}`
  await ola.post(`${path}/receive`, {})
  await ola.post(`${path}/startTreatment`, {})
  const now = (await (await ola.get(path)).json()) as Deviation
  const cause = { causeCategory: 'equipment', cause: 'Batteri' }
  await ola.patch(path, cause, { 'If-Match': now['@odata.etag'] ?? '' })
  const owner = demoPerson('sara.holm').id
  const added = await ola.post(`${path}/addAction`, { description: 'Bytt batteri', ownerId: owner })
  expect(added.status).toBe(200)
  const { user } = await renderApp('/deviations/actions', { as: 'sara.holm' })
  expect(await screen.findByText(`Avvik ${deviation.number}`, { exact: false })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Merk som gjort: Bytt batteri' }))
  const done = within(await screen.findByRole('dialog', { name: 'Er tiltaket gjort?' }))
  await user.click(done.getByRole('button', { name: 'Merk som gjort' }))
  expect(await screen.findByText('Du har ingen tiltak å gjøre')).toBeTruthy()
})

test('whoever has no part in a case finds no trace of it, and an empty list says why to report', async () => {
  await oneCase()
  await renderApp('/deviations', { as: 'sara.holm' })
  expect(await screen.findByText('Du har ikke meldt noe ennå')).toBeTruthy()
  expect(screen.queryByText(text)).toBeNull()
  expect(screen.queryByRole('link', { name: 'Mitt ansvar' })).toBeNull()
})
