import { expectAccessible, expectNoSidewaysScroll } from './accessibility.ts'
import { askApi } from './ask-api.ts'
import { expect, test } from './journey.ts'
import { demoPerson } from './sign-in.ts'
import { uniqueTitle } from './unique.ts'

test('Kari says on her phone that she is away, with one tap, and that she is back', async ({ visit }) => {
  const page = await visit('kari.nilsen')
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('link', { name: 'Jeg er borte', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await expectAccessible(page, 'own absence')
  await expectNoSidewaysScroll(page, 'own absence')

  await page.getByRole('button', { name: 'Tilbake om 30 min' }).click()
  await expect(page.getByRole('region', { name: 'Du er borte' })).toBeVisible()
  const mine = await askApi(page, '/v1.0/me/presence')
  expect(mine.body).toMatchObject({ availability: 'Away' })
  await page.goto('/')
  const today = page.getByRole('region', { name: 'Borte i dag' })
  await expect(today).toContainText(/\d+ av 31/)
  await expect(today).toContainText(demoPerson('kari.nilsen').displayName)
  await expectAccessible(page, 'who is away today')

  await page.goto('/absence')
  await page.getByRole('button', { name: 'Jeg er tilbake' }).click()
  await expect(page.getByRole('region', { name: 'Er du borte nå?' })).toBeVisible()
})

test('who stands in for Ola confirms for him what he must read, and the log says so', async ({ visit }) => {
  const ola = demoPerson('ola.bakken')
  const substitute = demoPerson('sara.holm')
  const title = uniqueTitle('Nye regler for dem som leder')
  const liv = await visit('liv.dahl')
  const made = await askApi(liv, '/v1.0/newsPosts', {
    title,
    lead: 'Dette gjelder fra mandag.',
    body: {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Les dette i dag.' }] }],
    },
    importance: 'mustRead',
    audience: { everyone: false, orgUnitIds: [], roles: ['Leader'] },
  })
  const { id } = made.body as { id: string } // the contract of the answer
  expect(await askApi(liv, `/v1.0/newsPosts/${id}/publish`, {})).toMatchObject({ status: 200 })

  const away = await visit('ola.bakken')
  const times = {
    startDateTime: new Date(Date.now() - 60_000).toISOString(),
    endDateTime: new Date(Date.now() + 50 * 60_000).toISOString(),
  }
  const asked = await askApi(away, '/v1.0/me/absences', {
    ...times,
    kind: 'travel',
    substituteId: substitute.id,
  })
  expect(asked).toMatchObject({ status: 201 })

  const sara = await visit('sara.holm', '/tasks')
  await sara.getByRole('button', { name: `Ja, det kan jeg, for ${ola.displayName}` }).click()
  await expect(
    sara
      .getByRole('status')
      .filter({ hasText: /igjen|venter/ })
      .first(),
  ).toBeAttached()
  await sara.goto(`/news/${id}`)
  await sara.getByRole('button', { name: `Bekreft for ${ola.displayName}` }).click()
  await expect(sara.getByText('Du har bekreftet som stedfortreder.')).toBeVisible()
  await expectAccessible(sara, 'a must-read confirmed for somebody')

  const jon = await visit('jon.strand')
  const filter = `activity eq 'newsPost.confirmed' and target/id eq '${id}'`
  const log = await askApi(jon, `/v1.0/auditEntries?$filter=${filter}`)
  expect(log).toMatchObject({
    status: 200,
    body: {
      value: [
        {
          initiatedBy: { displayName: substitute.displayName },
          onBehalfOf: { displayName: ola.displayName },
        },
      ],
    },
  })

  const back = await visit('ola.bakken', '/absence')
  await back.getByRole('button', { name: 'Jeg er tilbake' }).click()
  await expect(back.getByRole('region', { name: 'Er du borte nå?' })).toBeVisible()
})
