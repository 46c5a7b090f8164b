import { screen, waitFor, within } from '@testing-library/react'
import { fireEvent } from '@testing-library/dom'
import { expect, test } from 'vitest'
import type { Duty } from '#api/duties/contract.ts'
import { renderApp, startBackend } from '#tests/render-app.tsx'
import { demoUnitId } from '#tests/rights/units.ts'
import { demoPerson } from '#tests/tokens.ts'

/** Only one duty, of the nursing home, which Kari has until tomorrow. */
async function oneDuty() {
  const backend = await startBackend()
  await backend.db.deleteFrom('duty').execute()
  const orgUnitId = await demoUnitId(backend.db, 'Elvestrand sykehjem')
  const body = { displayName: 'Bakvakt', orgUnitId, phone: '60 99 99 90' }
  const ingrid = backend.as('ingrid.solberg')
  const duty = (await (await ingrid.post('/v1.0/duties', body)).json()) as Duty
  const [startDateTime, endDateTime] = ['2025-03-12T07:00:00Z', '2025-03-13T07:00:00Z']
  const userId = demoPerson('kari.nilsen').id
  await ingrid.post(`/v1.0/duties/${duty.id}/shifts`, { userId, startDateTime, endDateTime })
  return { ...backend, duty }
}

test('K27: everybody sees who has the duty, until when, and rings with one press', async () => {
  await oneDuty()
  await renderApp('/duties', { as: 'sara.holm' })
  const list = await screen.findByRole('region', { name: 'Vakter nå' })
  expect(list.textContent).toContain('Kari Nilsen til i morgen kl. 08:00')
  const ring = within(list).getByRole('link', { name: 'Ring Bakvakt på 60 99 99 90' })
  expect(ring.getAttribute('href')).toBe('tel:60999990')
  expect(screen.queryByRole('button', { name: 'Ny vakt' })).toBeNull()
})

test('one who may not hand it out only reads who has it', async () => {
  const { duty } = await oneDuty()
  await renderApp(`/duties/${duty.id}`, { as: 'sara.holm' })
  expect(await screen.findByText('Har vakten nå')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /Ta bort/ })).toBeNull()
  expect(screen.queryByRole('region', { name: 'Sett opp en vakt' })).toBeNull()
})

test('a leader hands it out after the last one, is told when it is taken, and regrets taking it away', async () => {
  const { duty, db } = await oneDuty()
  const { user } = await renderApp(`/duties/${duty.id}`, { as: 'ingrid.solberg' })
  const add = await screen.findByRole('region', { name: 'Sett opp en vakt' })
  await user.click(within(add).getByRole('button', { name: 'Sett opp vakten' }))
  expect(within(add).getByText('Velg hvem som skal ha vakten')).toBeTruthy()
  await user.type(within(add).getByRole('combobox', { name: /Hvem/ }), 'Nina Aas')
  await user.click(await screen.findByRole('option', { name: /Nina Aas/ }))
  const [, end] = within(add).getAllByLabelText('Dag')
  if (!end) throw new Error('There is no last day.')
  fireEvent.change(end, { target: { value: '2025-03-14' } })
  await user.click(within(add).getByRole('button', { name: 'Sett opp vakten' }))
  await within(add).findByText('Nina Aas har fått vakten.')
  const list = screen.getByRole('region', { name: 'Hvem har vakten' })
  await waitFor(() => expect(list.textContent).toContain('Fra i morgen kl. 08:00 til fredag kl. 08:00'))

  await user.click(within(list).getByRole('button', { name: /Ta bort Kari Nilsen/ }))
  await waitFor(() => expect(within(list).queryByText('Kari Nilsen')).toBeNull())
  await user.click(screen.getByRole('button', { name: 'Angre' }))
  expect(await within(list).findByText('Kari Nilsen')).toBeTruthy()
  expect(await db.selectFrom('duty_shift').selectAll().execute()).toHaveLength(2)
})

test('two do not have it at once', async () => {
  const { duty } = await oneDuty()
  const { user } = await renderApp(`/duties/${duty.id}`, { as: 'anne.vik' })
  const add = await screen.findByRole('region', { name: 'Sett opp en vakt' })
  await user.type(within(add).getByRole('combobox', { name: /Hvem/ }), 'Nina Aas')
  await user.click(await screen.findByRole('option', { name: /Nina Aas/ }))
  const [start, end] = within(add).getAllByLabelText('Dag')
  if (!start || !end) throw new Error('There are no days.')
  fireEvent.change(start, { target: { value: '2025-03-12' } })
  fireEvent.change(end, { target: { value: '2025-03-14' } })
  await user.click(within(add).getByRole('button', { name: 'Sett opp vakten' }))
  expect(await within(add).findByText('Noen andre har vakten i den tiden. Velg en annen tid.')).toBeTruthy()
})
