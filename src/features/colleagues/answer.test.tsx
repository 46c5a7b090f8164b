import { screen, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { type Backend, renderApp, startBackend } from '#tests/render-app.tsx'
import { demoPerson } from '#tests/tokens.ts'

beforeEach(() => {
  // A Wednesday, 11:40 in Oslo.
  vi.setSystemTime('2025-03-12T10:40:00Z')
})

/** The seed's case workers on building permits, at work today, the first of them in a meeting until 12:30. */
async function caseWorkers({ db }: Backend) {
  const people = await db
    .selectFrom('user')
    .select(['id', 'display_name', 'given_name'])
    .where('job_title', '=', 'Byggesaksbehandler')
    .where('account_enabled', '=', true)
    .orderBy('display_name')
    .execute()
  const ids = people.map(({ id }) => id)
  await db.deleteFrom('absence').where('user_id', 'in', ids).execute()
  await db
    .updateTable('user')
    .set({ workdays: [1, 2, 3, 4, 5], responsibilities: [] })
    .where('id', 'in', ids)
    .execute()
  const [busy, free] = people
  if (!busy || !free) throw new Error('The seed has too few case workers.')
  await db
    .updateTable('user')
    .set({ responsibilities: ['byggesak'] })
    .where('id', 'in', [busy.id, free.id])
    .execute()
  await away(busy.id)
  return { busy, free }

  async function away(userId: string) {
    const now = new Date()
    await db
      .insertInto('absence')
      .values({
        user_id: userId,
        starts_at: new Date('2025-03-12T10:00:00Z'),
        ends_at: new Date('2025-03-12T11:30:00Z'),
        kind: 'meeting',
        created_at: now,
        changed_at: now,
      })
      .execute()
  }
}

test('K20: at 11:40 the service desk finds who can answer on byggesak while the case worker is in a meeting', async () => {
  const { busy, free } = await caseWorkers(await startBackend())
  const { user } = await renderApp('/colleagues', { as: 'anne.vik' })
  await user.type(await screen.findByRole('searchbox', { name: /^Navn, tittel/ }), 'byggesak')
  const yard = await screen.findByRole('region', {
    name: `Ring ${free.display_name}. ${free.given_name} er ledig nå.`,
  })
  expect(yard.textContent).toContain('Trenger du noen på byggesak nå?')
  expect(
    within(yard).getByRole('link', { name: new RegExp(`^Ring \\d[\\d ]+, ${free.display_name}$`) }),
  ).toBeTruthy()
  expect(yard.closest('[aria-live]')?.getAttribute('aria-live')).toBe('polite')

  const row = (await screen.findByRole('link', { name: busy.display_name })).closest('li')
  expect(await within(row!).findByText('Opptatt til kl. 12:30')).toBeTruthy()
  expect(screen.getByRole('main').textContent).not.toMatch(/i møte/i)
})

test('K20: one asks for a person who is away, and is told whom to call instead', async () => {
  const backend = await startBackend()
  const { busy } = await caseWorkers(backend)
  await renderApp(`/colleagues?q=${encodeURIComponent(busy.display_name)}`, { as: 'anne.vik' })
  const yard = await screen.findByRole('region', { name: /^Ring / })
  expect(yard.textContent).toContain(`${busy.display_name} er opptatt til kl. 12:30.`)
})

test('K9: the profile tells when somebody is back and who stands in, and never why', async () => {
  const { db } = await startBackend()
  const now = new Date()
  await db.deleteFrom('absence').where('user_id', '=', demoPerson('sara.holm').id).execute()
  await db
    .insertInto('absence')
    .values({
      user_id: demoPerson('sara.holm').id,
      starts_at: new Date('2025-03-17T07:00:00Z'),
      ends_at: new Date('2025-03-21T15:00:00Z'),
      kind: 'sick',
      note: 'Operasjon',
      substitute_id: demoPerson('liv.dahl').id,
      substitute_status: 'accepted',
      created_at: now,
      changed_at: now,
    })
    .execute()
  await renderApp(`/colleagues/${demoPerson('sara.holm').id}`, { as: 'kari.nilsen' })
  expect(await screen.findByText('Borte 17. til 21. mars')).toBeTruthy()
  expect(screen.getByText('Stedfortreder').nextElementSibling?.textContent).toBe('Liv Dahl når Sara er borte')
  expect(document.body.textContent).not.toMatch(/syk|Operasjon/i)
})

test('what cannot be answered is left out, and the hits stand', async () => {
  const backend = await startBackend()
  backend.faults.next({ kind: 'fail', path: 'reachability', times: Infinity })
  await renderApp('/colleagues?q=byggesak', { as: 'anne.vik' })
  expect(await screen.findByText(/ treff på «byggesak»$/)).toBeTruthy()
  expect(screen.queryByRole('region', { name: /^(Ring|Ingen på)/ })).toBeNull()
})
