import { screen, waitFor, within } from '@testing-library/react'
import { useState } from 'react'
import { expect, test } from 'vitest'
import type { UserReference } from '#api/users/contract.ts'
import { startBackend } from '#tests/render-app.tsx'
import { renderPart } from '#tests/render-part.tsx'
import { PeoplePicker } from './people-picker.tsx'
import { PersonPicker } from './person-picker.tsx'
import { UnitPicker } from './unit-picker.tsx'

function People({ exclude }: { exclude?: string[] }) {
  const [people, setPeople] = useState<UserReference[]>([])
  return <PeoplePicker id="people" label="Medlemmer" value={people} onChange={setPeople} exclude={exclude} />
}

function Person() {
  const [person, setPerson] = useState<UserReference | null>(null)
  return (
    <>
      <PersonPicker id="person" label="Ansvarlig" value={person} onChange={setPerson} />
      <p>Valgt er {person?.displayName ?? 'ingen'}</p>
    </>
  )
}

function Unit() {
  const [unit, setUnit] = useState<string | null>(null)
  return <UnitPicker id="unit" label="Enhet" value={unit} onChange={(next) => setUnit(next?.id ?? null)} />
}

test('people are found by name and chosen with the keyboard, each with title and unit', async () => {
  const { user } = await renderPart(<People />)
  const field = await screen.findByRole('combobox', { name: 'Medlemmer' })
  await user.type(field, 'kari nil')
  const option = await screen.findByRole('option', { name: /Kari Nilsen/ })
  expect(option.textContent).toMatch(/Kari Nilsen.+, 2\. etasje/)
  await user.keyboard('{ArrowDown}')
  expect(field.getAttribute('aria-activedescendant')).toBe(option.id)
  await user.keyboard('{Enter}')
  expect(await screen.findByText('Kari Nilsen er lagt til')).toBeTruthy()
  expect(document.activeElement).toBe(field)

  await user.type(field, 'ola bakken')
  await screen.findByRole('option', { name: /Ola Bakken/ })
  await user.keyboard('{ArrowDown}{Enter}')
  const chosen = screen.getByRole('list', { name: 'Valgt: Medlemmer' })
  expect(within(chosen).getAllByRole('button')).toHaveLength(2)

  await user.click(within(chosen).getByRole('button', { name: /Kari Nilsen/ }))
  expect(within(chosen).getAllByRole('button')).toHaveLength(1)
  expect(document.activeElement).toBe(field)
})

test('whoever is chosen or left out is not suggested', async () => {
  const backend = await startBackend()
  const response = await backend.as('liv.dahl').get('/v1.0/users?$search="Kari Nilsen"&$select=id')
  const { value } = (await response.json()) as { value: { id: string }[] } // as in the contract
  const { user } = await renderPart(<People exclude={value.map(({ id }) => id)} />)
  await user.type(screen.getByRole('combobox', { name: 'Medlemmer' }), 'kari nilsen')
  expect(await screen.findByText('Ingen ansatte passer til «kari nilsen».')).toBeTruthy()
})

test('one letter is not searched for', async () => {
  const { user } = await renderPart(<Person />)
  await user.type(screen.getByRole('combobox'), 'k')
  expect(await screen.findByText('Skriv minst to bokstaver.')).toBeTruthy()
  expect(screen.queryByRole('option')).toBeNull()
})

test('another person takes the place of the first', async () => {
  const { user } = await renderPart(<Person />)
  const field = screen.getByRole('combobox', { name: 'Ansvarlig' })
  await user.type(field, 'tor berg')
  await user.click(await screen.findByRole('option', { name: /Tor Berg/ }))
  expect(screen.getByText('Valgt er Tor Berg')).toBeTruthy()
  await user.type(field, 'hege moen')
  await user.click(await screen.findByRole('option', { name: /Hege Moen/ }))
  expect(screen.getByText('Valgt er Hege Moen')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: /Hege Moen/ }))
  expect(screen.getByText('Valgt er ingen')).toBeTruthy()
})

test('a search that fails says so and can be tried again', async () => {
  const { user, faults } = await renderPart(<Person />)
  faults.next({ kind: 'fail', path: '/v1.0/users' })
  await user.type(screen.getByRole('combobox'), 'tor berg')
  const problem = await screen.findByText(/Vi fikk ikke søkt blant de ansatte/)
  expect(problem.closest('[role="alert"]')).not.toBeNull()
  await user.click(screen.getByRole('button', { name: 'Prøv igjen' }))
  expect(await screen.findByRole('option', { name: /Tor Berg/ })).toBeTruthy()
  expect(screen.queryByText(/Vi fikk ikke søkt blant de ansatte/)).toBeNull()
})

test('Escape closes the suggestions and leaves the text', async () => {
  const { user } = await renderPart(<Person />)
  const field = screen.getByRole<HTMLInputElement>('combobox')
  await user.type(field, 'tor berg')
  await screen.findByRole('option', { name: /Tor Berg/ })
  expect(field.getAttribute('aria-expanded')).toBe('true')
  await user.keyboard('{Escape}')
  expect(field.getAttribute('aria-expanded')).toBe('false')
  expect(field.value).toBe('tor berg')
})

test('a unit is chosen and keeps its name when only its id is known', async () => {
  const { user } = await renderPart(<Unit />)
  await user.type(screen.getByRole('combobox', { name: 'Enhet' }), 'Elvestrand syk')
  await user.click(await screen.findByRole('option', { name: /Elvestrand sykehjem/ }))
  const chip = within(screen.getByRole('list', { name: 'Valgt: Enhet' })).getByRole('button')
  await waitFor(() => expect(chip.textContent).toMatch(/Elvestrand sykehjem/))
  await user.click(chip)
  expect(screen.queryByRole('list', { name: 'Valgt: Enhet' })).toBeNull()
})
