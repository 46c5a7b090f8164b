import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { aPost } from '#tests/news-posts.ts'
import { type Backend, renderApp, startBackend } from '#tests/render-app.tsx'
import { aCallFor, anAbsenceOf, tasksAbout, withoutTasks } from '#tests/tasks.ts'
import { demoPerson } from '#tests/tokens.ts'
import { groupTasks } from './task-groups.ts'

const clock = { now: () => new Date() }

async function quiet(): Promise<Backend & { clock: typeof clock }> {
  const backend = { ...(await startBackend()), clock }
  await withoutTasks(backend)
  return backend
}

const mustRead = (backend: Backend, title: string, confirmBy?: string) =>
  aPost(backend.as('liv.dahl'), { title, importance: 'mustRead', confirmBy })

const titlesIn = (part: HTMLElement) =>
  within(part)
    .getAllByRole('heading', { level: 3 })
    .map((heading) => heading.textContent)

test('A20: what is overdue or due today lies on the yard, then comes the week, then the rest', async () => {
  const backend = await quiet()
  await mustRead(backend, 'Uten frist')
  await mustRead(backend, 'Fredag', '2025-03-14')
  await mustRead(backend, 'Neste måned', '2025-04-14')
  await mustRead(backend, 'I dag', '2025-03-12')
  await aCallFor(backend, 'kari.nilsen', { due_on: '2025-03-10' })
  await renderApp('/tasks', { as: 'kari.nilsen' })
  const yard = await screen.findByRole('region', { name: 'Gjør dette først' })
  expect(titlesIn(yard)).toEqual(['Ring tilbake til Berit Strøm: Besøkstider', 'Les og bekreft: I dag'])
  expect(within(yard).getByText('2 dager over fristen')).toBeTruthy()
  expect(within(yard).getByText('I dag er siste dag')).toBeTruthy()
  expect(titlesIn(screen.getByRole('region', { name: 'Denne uka' }))).toEqual(['Les og bekreft: Fredag'])
  expect(titlesIn(screen.getByRole('region', { name: 'Senere' }))).toEqual([
    'Les og bekreft: Neste måned',
    'Les og bekreft: Uten frist',
  ])
  const areas = screen.getByRole('navigation', { name: 'Områder' })
  expect(within(areas).getByRole('link', { name: /^Oppgaver.*5 venter$/ })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Venter på meg (5)' }).getAttribute('aria-current')).toBe('page')
})

test('the week ends on Sunday', () => {
  const due = (dueDate: string | null) => ({ dueDate }) as Parameters<typeof groupTasks>[0][number]
  const days = ['2026-11-17', '2026-11-18', '2026-11-22', '2026-11-23', null].map(due)
  const { first, week, later } = groupTasks(days, new Date('2026-11-18T10:00:00Z'))
  expect([first, week, later].map((group) => group.map(({ dueDate }) => dueDate))).toEqual([
    ['2026-11-17', '2026-11-18'],
    ['2026-11-22'],
    ['2026-11-23', null],
  ])
})

test('K5: one says yes to being a substitute where it stands, and then nothing waits', async () => {
  const backend = await quiet()
  const absence = await anAbsenceOf(backend, 'ola.bakken', 'kari.nilsen', { from: 1, to: 4 })
  const { user } = await renderApp('/tasks', { as: 'kari.nilsen' })
  expect(await screen.findByText('Vil du være stedfortreder for Ola Bakken?')).toBeTruthy()
  expect(screen.queryByText(/Operasjon|syk/)).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Ja, det kan jeg, for Ola Bakken' }))
  expect(await screen.findByText('Gjort. Ingenting mer venter på deg.')).toBeTruthy()
  expect(screen.getByRole('heading', { name: 'Ingenting venter på deg' })).toBeTruthy()
  expect(await tasksAbout(backend.as('kari.nilsen'), absence.id, 'done')).toHaveLength(1)
  await user.click(screen.getByRole('link', { name: 'Se det du har gjort' }))
  expect(await screen.findByText('Svart Ola Bakken om stedfortreder')).toBeTruthy()
})

test('what one waits for others to do has a list of its own', async () => {
  const backend = await quiet()
  await aCallFor(backend, 'ola.bakken')
  await renderApp('/tasks?show=others', { as: 'nina.aas' })
  expect(await screen.findByText('Ola Bakken skal ringe Berit Strøm: Besøkstider')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Venter på andre (1)' }).getAttribute('aria-current')).toBe('page')
})

test('N25: who stands in sees for whom', async () => {
  const backend = await quiet()
  await anAbsenceOf(backend, 'ola.bakken', 'kari.nilsen', { from: -1, to: 4, status: 'accepted' })
  await aCallFor(backend, 'ola.bakken')
  await renderApp('/tasks', { as: 'kari.nilsen' })
  const row = (await screen.findByText('Ring tilbake til Berit Strøm: Besøkstider')).closest('li')
  expect(row?.textContent).toContain('for Ola Bakken')
  expect(screen.getByRole('link', { name: 'Ring 400 00 199, Berit Strøm' }).getAttribute('href')).toBe(
    'tel:40000199',
  )
})

test('N25: who comes back is shown what came meanwhile', async () => {
  const backend = await quiet()
  const first = await mustRead(backend, 'Kom imens', '2025-04-14')
  await mustRead(backend, 'Kom etter')
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)
  await backend.db
    .updateTable('news_post')
    .set({ published_at: daysAgo(3) })
    .where('id', '=', first.id)
    .execute()
  await backend.db
    .insertInto('absence')
    .values({
      user_id: demoPerson('kari.nilsen').id,
      starts_at: daysAgo(8),
      ends_at: daysAgo(1),
      kind: 'vacation',
      created_at: daysAgo(9),
      changed_at: daysAgo(9),
    })
    .execute()
  const { user } = await renderApp('/tasks', { as: 'kari.nilsen' })
  const note = await screen.findByRole('region', { name: 'Mens du var borte' })
  expect(note.textContent).toContain('1 ting kom mens du var borte, 4. mars til 11. mars.')
  await user.click(within(note).getByRole('link', { name: 'Vis bare det' }))
  await waitFor(() => expect(screen.queryByText('Les og bekreft: Kom etter')).toBeNull())
  expect(titlesIn(screen.getByRole('region', { name: 'Mens du var borte' }))).toEqual([
    'Les og bekreft: Kom imens',
  ])
})
