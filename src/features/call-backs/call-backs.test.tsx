import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import type { CallBackMessage } from '#api/call-back-messages/contract.ts'
import { renderApp, startBackend } from '#tests/render-app.tsx'
import { demoPerson } from '#tests/tokens.ts'

beforeEach(() => sessionStorage.clear())

const call = { callerName: 'Einar Brekke', callerPhone: '29999984', subject: 'Besøkstid i helgen' }

/** Only one message, to Ola, taken by the service desk. */
async function oneCall() {
  const backend = await startBackend()
  await backend.db.deleteFrom('call_back_message').execute()
  const body = { ...call, recipientId: demoPerson('ola.bakken').id }
  const response = await backend.as('anne.vik').post('/v1.0/callBackMessages', body)
  return { ...backend, message: (await response.json()) as CallBackMessage }
}

test('K23: whoever is to ring sees whom, rings with one press, and says that it is done', async () => {
  await oneCall()
  const { user } = await renderApp('/call-backs', { as: 'ola.bakken' })
  const yard = await screen.findByRole('region', { name: '1 venter på at du ringer' })
  expect(yard.textContent).toContain('Besøkstid i helgen')
  expect(yard.textContent).toContain('Frist mandag')
  expect(yard.textContent).toContain('tatt imot av Anne Vik i dag')
  const ring = within(yard).getByRole('link', { name: 'Ring Einar Brekke på 29 99 99 84' })
  expect(ring.getAttribute('href')).toBe('tel:29999984')

  await user.click(within(yard).getByRole('button', { name: 'Marker som besvart: Einar Brekke' }))
  await screen.findByRole('region', { name: 'Ingen venter på at du ringer' })
  const answered = screen.getByRole('region', { name: 'Besvart' })
  expect(answered.textContent).toContain('Ola Bakken ringte i dag')

  await user.click(screen.getByRole('button', { name: 'Angre' }))
  expect(await screen.findByRole('region', { name: '1 venter på at du ringer' })).toBeTruthy()
})

test('a deadline that has gone by is said in words', async () => {
  const { db } = await oneCall()
  await db.updateTable('call_back_message').set({ due_on: '2025-03-11' }).execute()
  await renderApp('/call-backs', { as: 'ola.bakken' })
  expect(await screen.findByText('Fristen gikk ut i går')).toBeTruthy()
})

test('what somebody else has answered already is told, and leaves the yard', async () => {
  const { message, ...backend } = await oneCall()
  const { user } = await renderApp('/call-backs', { as: 'ola.bakken' })
  await screen.findByRole('region', { name: '1 venter på at du ringer' })
  await backend.as('ingrid.solberg').post(`/v1.0/callBackMessages/${message.id}/answer`)
  await user.click(screen.getByRole('button', { name: 'Marker som besvart: Einar Brekke' }))
  expect(await screen.findByText('Ingen venter på at du ringer')).toBeTruthy()
  // The list may be fetched anew, because of what the other did, before one's own answer comes back.
  expect(await screen.findByText('Noen andre har allerede ringt tilbake.')).toBeTruthy()
})

test('the service desk takes a message, which stays through a reload, and follows it', async () => {
  await oneCall()
  const ola = demoPerson('ola.bakken').id
  const { user } = await renderApp(`/call-backs/new?to=${ola}`, { as: 'anne.vik' })
  await user.type(await screen.findByLabelText('Navn på den som ringte'), 'Medisinsk utstyr AS')
  await user.click(screen.getByRole('button', { name: 'Send til Ola Bakken' }))
  expect(screen.getByText('Skriv et telefonnummer')).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByLabelText('Telefonnummer'))
  await user.type(screen.getByLabelText('Telefonnummer'), '60 99 99 85')
  const kept = sessionStorage.getItem(`tunet.callBackMessage.${demoPerson('anne.vik').id}`)
  expect(JSON.parse(kept ?? '')).toEqual({
    recipient: expect.objectContaining({ id: ola, displayName: 'Ola Bakken' }),
    callerName: 'Medisinsk utstyr AS',
    callerPhone: '60 99 99 85',
    subject: '',
  })
  await user.type(screen.getByLabelText(/Hva gjelder det/), 'Nye senger')
  await user.click(screen.getByRole('button', { name: 'Send til Ola Bakken' }))

  expect(await screen.findByText('Beskjeden er sendt til Ola Bakken. Du kan følge med her.')).toBeTruthy()
  const open = await screen.findByRole('region', { name: '2 åpne beskjeder' })
  expect(within(open).getByText('Nye senger')).toBeTruthy()
  // It is not the desk that rings, so it does not say that it is done.
  expect(within(open).queryByRole('button')).toBeNull()
  expect(sessionStorage.length).toBe(0)
})

test('an identity number stops the message until it is taken out or answered for', async () => {
  const { db } = await oneCall()
  const { user } = await renderApp('/call-backs/new', { as: 'sara.holm' })
  await user.type(await screen.findByRole('combobox', { name: /Hvem skal ringe tilbake/ }), 'Ola Bakken')
  await user.click(await screen.findByRole('option', { name: /Ola Bakken/ }))
  await user.type(screen.getByLabelText('Navn på den som ringte'), 'Einar')
  await user.type(screen.getByLabelText('Telefonnummer'), '+47 29 99 99 84')
  await user.type(screen.getByLabelText(/Hva gjelder det/), 'Gjelder 17912099997')
  await user.click(screen.getByRole('button', { name: 'Send til Ola Bakken' }))
  const accept = await screen.findByRole('button', { name: /17912099997/ })
  expect(await db.selectFrom('call_back_message').selectAll().execute()).toHaveLength(1)
  await user.click(accept)
  await user.click(screen.getByRole('button', { name: 'Send til Ola Bakken' }))
  await waitFor(async () =>
    expect(await db.selectFrom('call_back_message').selectAll().execute()).toHaveLength(2),
  )
})

test('only those who follow others have a tab for all', async () => {
  await oneCall()
  const { router } = await renderApp('/call-backs', { as: 'anne.vik' })
  expect(await screen.findByRole('link', { name: 'Alle' })).toBeTruthy()
  await router.navigate('/call-backs?show=all')
  expect(await screen.findByRole('region', { name: '1 åpen beskjed' })).toBeTruthy()
})
