import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderPart } from '#tests/render-part.tsx'
import { parseFilters, writeFilters } from './filter-address.ts'
import { FilterBar } from './filter-bar.tsx'
import { defineFilters } from './filter-definition.ts'
import { useFilters } from './use-filters.ts'

// jsdom has the element but not its ways to open and close.
Object.assign(HTMLDialogElement.prototype, {
  showModal(this: HTMLDialogElement) {
    this.open = true
  },
  close(this: HTMLDialogElement) {
    this.open = false
  },
})

const filters = defineFilters([
  { kind: 'text', name: 'q', label: () => 'Søk' },
  {
    kind: 'one',
    name: 'importance',
    label: () => 'Viktighet',
    allLabel: () => 'Alle',
    options: [
      { value: 'important', label: () => 'Viktig' },
      { value: 'mustRead', label: () => 'Må leses' },
    ],
  },
  {
    kind: 'many',
    name: 'state',
    label: () => 'Status',
    options: [
      { value: 'open', label: () => 'Åpen' },
      { value: 'closed', label: () => 'Lukket' },
    ],
  },
  { kind: 'switch', name: 'unread', label: () => 'Bare uleste' },
  { kind: 'unit', name: 'unit', label: () => 'Enhet' },
  { kind: 'period', name: 'published', label: () => 'Publisert' },
])

function List() {
  const { value, coming, onChange } = useFilters(filters)
  return (
    <>
      <FilterBar label="Filtrer saker" filters={filters} value={coming} onChange={onChange} hits={12} />
      <p>Viser {JSON.stringify(value)}</p>
    </>
  )
}

async function renderList(path = '/', isWide = true) {
  window.innerWidth = isWide ? 1440 : 390
  const rendered = await renderPart(<List />, { path })
  return { ...rendered, address: () => rendered.router.state.location.search }
}

test('an address gives typed values, and what it cannot mean is left out without a word', () => {
  const value = parseFilters(
    filters,
    new URLSearchParams(
      'q=+ferie+&importance=urgent&state=closed&state=lost&unread=1&unit=x&publishedFrom=2026-02-30&publishedTo=2026-03-01',
    ),
  )
  const importance: 'important' | 'mustRead' | undefined = value.importance
  expect({ ...value, importance }).toEqual({
    q: 'ferie',
    importance: undefined,
    state: ['closed'],
    unread: false,
    unit: undefined,
    published: { to: '2026-03-01' },
  })
})

test('values are written to an address and read back the same, and all else in it is kept', () => {
  const value = {
    q: 'to ord & tegn',
    importance: 'mustRead',
    state: ['open', 'closed'],
    unread: true,
    unit: '01890000-0000-7000-8000-000000000001',
    published: { from: '2026-03-01', to: '2026-03-31' },
  }
  const written = writeFilters(filters, value, new URLSearchParams('sort=title&importance=important'))
  expect(written.get('sort')).toBe('title')
  expect(parseFilters(filters, written)).toEqual(value)
  const empty = writeFilters(filters, parseFilters(filters, new URLSearchParams()), written)
  expect(empty.toString()).toBe('sort=title')
})

test('choices go to the address, are shown as chips and taken away again', async () => {
  const { user, address } = await renderList()
  await user.selectOptions(screen.getByLabelText('Viktighet'), 'Må leses')
  await user.click(screen.getByLabelText('Åpen'))
  await user.click(screen.getByLabelText('Bare uleste'))
  await waitFor(() => expect(address()).toBe('?importance=mustRead&state=open&unread=true'))
  expect(screen.getByText(/"importance":"mustRead"/)).toBeTruthy()
  expect(screen.getByText('12 treff').tagName).toBe('OUTPUT')

  const chips = within(screen.getByRole('list', { name: 'Valgte filtre' }))
  expect(chips.getAllByRole('button').map((chip) => chip.textContent)).toEqual([
    expect.stringContaining('Viktighet: Må leses'),
    expect.stringContaining('Status: Åpen'),
    expect.stringContaining('Bare uleste'),
  ])
  await user.click(chips.getByRole('button', { name: /Status: Åpen/ }))
  await waitFor(() => expect(address()).toBe('?importance=mustRead&unread=true'))
  expect(document.activeElement).toBe(screen.getByText('12 treff'))
  await user.click(screen.getByRole('button', { name: 'Nullstill' }))
  await waitFor(() => expect(address()).toBe(''))
})

test('the list follows when one stops typing, and the way back empties the field', async () => {
  const { user, address, router } = await renderList()
  const field = screen.getByLabelText<HTMLInputElement>('Søk')
  await user.type(field, 'ferie')
  expect(address()).toBe('')
  await waitFor(() => expect(address()).toBe('?q=ferie'))
  await user.type(field, 'plan{Enter}')
  await waitFor(() => expect(address()).toBe('?q=ferieplan'))
  await router.navigate(-1)
  await waitFor(() => expect(field.value).toBe(''))
  expect(address()).toBe('')
})

test('a unit is found by its name, and its chip has the name also after a reload', async () => {
  const { user, address } = await renderList()
  await user.type(screen.getByRole('combobox', { name: 'Enhet' }), 'Elvestrand syk')
  await user.click(await screen.findByRole('option', { name: /Elvestrand sykehjem/ }))
  await waitFor(() => expect(address()).toMatch(/^\?unit=[0-9a-f-]{36}$/))
  expect(await screen.findByRole('button', { name: /Enhet: Elvestrand sykehjem/ })).toBeTruthy()
})

test('a last day before the first is told in place, and the list does not follow', async () => {
  const { user, address } = await renderList('/?publishedFrom=2026-03-10')
  const to = screen.getByLabelText('Til og med')
  await user.type(to, '2026-03-01')
  expect(await screen.findByText('Siste dag kan ikke være før første dag')).toBeTruthy()
  expect(address()).toBe('?publishedFrom=2026-03-10')
  await user.clear(to)
  await user.type(to, '2026-03-12')
  await waitFor(() => expect(address()).toBe('?publishedFrom=2026-03-10&publishedTo=2026-03-12'))
  expect(screen.queryByText('Siste dag kan ikke være før første dag')).toBeNull()
})

test('on a phone the filters are behind a button that says how many are set', async () => {
  const { user, address } = await renderList('/?importance=mustRead&unread=true', false)
  expect(screen.getByLabelText('Søk')).toBeTruthy()
  expect(screen.queryByLabelText('Viktighet')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Filtrer (2)' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Filtrer saker' }))
  await user.click(dialog.getByLabelText('Lukket'))
  await waitFor(() => expect(address()).toContain('state=closed'))
  await user.click(dialog.getByRole('button', { name: 'Vis 12 treff' }))
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(screen.getByRole('button', { name: 'Filtrer (3)' })).toBeTruthy()
})
