import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { aPost } from '#tests/news-posts.ts'
import { renderApp, startBackend } from '#tests/render-app.tsx'
import { demoUnitId } from '#tests/rights/units.ts'

/** A post to everyone that a number of people of a unit have read on their phones. */
async function aReadPost(unitName: string, count: number) {
  const backend = await startBackend()
  const { db } = backend
  const post = await aPost(backend.as('liv.dahl'), { title: 'Vannet er stengt' })
  const people = await db
    .selectFrom('org_unit_member')
    .innerJoin('user', 'user.id', 'org_unit_member.user_id')
    .select('user.id')
    .distinct()
    .where('unit_id', '=', await demoUnitId(db, unitName))
    .where('account_enabled', '=', true)
    .orderBy('user.id')
    .limit(count)
    .execute()
  await db
    .insertInto('news_post_reading')
    .values(
      people.map(({ id }) => ({
        news_post_id: post.id,
        user_id: id,
        read_at: new Date(),
        channel: 'email' as const,
        device: 'phone' as const,
      })),
    )
    .execute()
  return post
}

test('N9, N30: the author sees how far a post has come, in words, as charts and as tables', async () => {
  const { id } = await aReadPost('Elvestrand sykehjem', 40)
  const { user, router } = await renderApp(`/news/${id}/reach`, { as: 'liv.dahl' })
  await screen.findByRole('heading', { level: 1, name: 'Rekkevidde' })
  expect(
    screen.getByText(/^40 av 1\s?\d{3} har lest\. 40 på telefon\. 1\s?\d{3} e-poster spart\.$/),
  ).toBeTruthy()
  const cellsOf = (table: string, row: RegExp) =>
    within(within(screen.getByRole('table', { name: table })).getByRole('row', { name: row }))
      .getAllByRole('cell')
      .map((cell) => cell.textContent)
  expect(cellsOf('Hvor leserne kom fra', /E-post/)).toEqual(['40'])
  expect(cellsOf('Telefon eller datamaskin', /Telefon/)).toEqual(['40'])
  expect(cellsOf('Hvem har lest', /Oppvekst/)[0]).toMatch(/^Skjult/)

  const levels = screen.getByRole('navigation', { name: 'Vis enheter etter nivå' })
  expect(within(levels).getByRole('link', { current: 'page' }).textContent).toBe('Sektorer')
  await user.click(within(levels).getByRole('link', { name: 'Virksomheter' }))
  await waitFor(() => expect(router.state.location.search).toBe('?by=unit'))
  await waitFor(() => expect(cellsOf('Hvem har lest', /Bjørkåsen skole/)[0]).toMatch(/^Skjult/))
})

test('a reader who does not answer for a post is not shown its reach', async () => {
  const { id } = await aReadPost('Elvestrand sykehjem', 40)
  await renderApp(`/news/${id}/reach`, { as: 'sara.holm' })
  expect(await screen.findByRole('heading', { name: 'Du har ikke tilgang til denne siden' })).toBeTruthy()
  expect(screen.queryByText(/har lest\./)).toBeNull()
})

test('N21: e-mails avoided this month are told on the front page, and by month on their own', async () => {
  const backend = await startBackend()
  await aPost(backend.as('liv.dahl'))
  const { user } = await renderApp('/', { as: 'liv.dahl' })
  await user.click(
    await screen.findByRole('link', { name: /^Denne måneden har Tunet spart [\d\s]+ e-poster$/ }),
  )
  expect(
    await screen.findByRole('heading', { level: 1, name: /^I mars har Tunet spart [\d\s]+ e-poster\.$/ }),
  ).toBeTruthy()
  const months = screen.getByRole('table', { name: 'De siste tolv månedene' })
  expect(within(months).getByRole('row', { name: /mars 2025/ }).textContent).toMatch(/\d/)
})

test('a leader names an editor, takes the right away and regrets it', async () => {
  const { user } = await renderApp('/news/editors', { as: 'ingrid.solberg' })
  await screen.findByRole('heading', { level: 1, name: 'Hvem kan publisere' })
  await user.click(screen.getByRole('button', { name: 'Oppnevn' }))
  const unit = screen.getByRole('combobox', { name: /Enhet/ })
  expect(document.activeElement).toBe(unit)
  await user.type(unit, '2. etasje')
  await user.click(await screen.findByRole('option', { name: /2\. etasje – langtid/ }))
  await user.type(screen.getByRole('combobox', { name: /Person/ }), 'kari nilsen')
  await user.click(await screen.findByRole('option', { name: /Kari Nilsen/ }))
  await user.click(screen.getByRole('button', { name: 'Oppnevn' }))
  expect(await screen.findByText('Kari Nilsen kan nå publisere til 2. etasje – langtid.')).toBeTruthy()

  const name = 'Ta bort Kari Nilsen som redaktør for 2. etasje – langtid'
  await user.click(await screen.findByRole('button', { name }))
  await waitFor(() => expect(screen.queryByRole('button', { name })).toBeNull())
  await user.click(await screen.findByRole('button', { name: 'Angre' }))
  expect(await screen.findByRole('button', { name })).toBeTruthy()
})

test('who may name nobody reads who may publish, and is offered nothing', async () => {
  await renderApp('/news/editors', { as: 'kari.nilsen' })
  expect(await screen.findByText('Ledere publiserer til egen enhet og enhetene under.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Oppnevn' })).toBeNull()
})
