import { expectAccessible, expectNoSidewaysScroll } from './accessibility.ts'
import { askApi } from './ask-api.ts'
import { expect, test } from './journey.ts'
import { uniqueTitle } from './unique.ts'

const everyone = { everyone: true, orgUnitIds: [], roles: [] }
const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Hei alle' }] }] }

test('the author reads how far a post has come, and what it has spared', async ({ visit }) => {
  const page = await visit('liv.dahl')
  const title = uniqueTitle('Vannet er stengt')
  const created = await askApi(page, '/v1.0/newsPosts', { title, body, audience: everyone })
  const { id } = created.body as { id: string }
  expect(await askApi(page, `/v1.0/newsPosts/${id}/publish`, {})).toMatchObject({ status: 200 })

  await page.goto(`/news/${id}/reach`)
  await expect(page.getByRole('heading', { level: 1, name: 'Rekkevidde' })).toBeVisible()
  await expect(page.getByText(/e-poster spart\.$/)).toBeVisible()
  await expectAccessible(page, 'reach as charts')
  await expectNoSidewaysScroll(page, 'reach as charts')

  // From chart to table and from sector to unit without a mouse.
  const units = page.getByRole('region', { name: 'Hvem har lest', exact: true })
  await units.getByRole('radio', { name: 'Diagram' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(units.getByRole('columnheader', { name: 'Har lest' })).toBeInViewport()
  await expectAccessible(page, 'reach as table')
  await page.getByRole('link', { name: 'Virksomheter' }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\?by=unit$/)
  await expect(units.getByRole('rowheader', { name: 'Elvestrand sykehjem' })).toBeVisible()

  await page.goto('/')
  await page.getByRole('link', { name: /^Denne måneden har Tunet spart/ }).click()
  await expect(
    page.getByRole('heading', { level: 1, name: /har Tunet spart [\d\s]+ e-poster\.$/ }),
  ).toBeFocused()
  await expectAccessible(page, 'e-mails avoided')
  await expectNoSidewaysScroll(page, 'e-mails avoided')
})

test('a screen is set up, and shows news to whoever passes, without sign-in', async ({
  visit,
  openBrowser,
  backEnd,
}) => {
  const liv = await visit('liv.dahl')
  const titles = [uniqueTitle('Kantina har åpent'), uniqueTitle('Heisen er ute av drift')]
  for (const title of titles) {
    const post = { title, body, lead: 'Gjelder i dag', audience: everyone, showOnScreens: true }
    const created = await askApi(liv, '/v1.0/newsPosts', post)
    const { id } = created.body as { id: string }
    expect(await askApi(liv, `/v1.0/newsPosts/${id}/publish`, {})).toMatchObject({ status: 200 })
  }
  await liv.goto('/news/screens')
  await liv.getByLabel('Navn på skjermen').fill(uniqueTitle('Vaktrommet'))
  await liv.getByRole('combobox', { name: 'Enhet' }).fill('2. etasje')
  await liv.getByRole('option', { name: /2\. etasje – langtid/ }).click()
  await liv.getByRole('button', { name: 'Sett opp skjermen' }).click()
  const yard = liv.getByRole('region', { name: /^Adressen til/ })
  await expect(yard).toBeVisible()
  await expectAccessible(liv, 'the address of a screen')
  await expectNoSidewaysScroll(liv, 'the address of a screen')
  const address = /https?:\S+\/screen\/[0-9a-z]{26}/.exec(await yard.innerText())?.[0] ?? ''

  // With the mocks, what is written is in one browser only; another tab of it is signed in no more than a stranger's.
  const stranger = backEnd === 'server' ? await openBrowser() : liv.context()
  const screen = await stranger.newPage()
  await screen.goto(new URL(address).pathname)
  await expect(screen.getByRole('heading', { level: 1, name: titles[1] })).toBeVisible()
  await expect(screen.getByText('2. etasje – langtid')).toBeVisible()
  await expect(screen.getByRole('img', { name: 'QR-kode til nyheten' })).toBeVisible()
  await expectAccessible(screen, 'a screen')
  await expectNoSidewaysScroll(screen, 'a screen')
  await screen.keyboard.press('Space')
  await expect(screen.getByRole('button', { name: 'Fortsett' })).toBeVisible()
  await screen.keyboard.press('ArrowRight')
  await expect(screen.getByRole('heading', { level: 1, name: titles[0] })).toBeVisible()
})
