import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.ts'
import { askApi } from './ask-api.ts'
import { expect, test } from './journey.ts'
import { answered } from './observer.ts'
import { personMenu, signIn, signInChoice } from './sign-in.ts'
import { uniqueTitle } from './unique.ts'
import { chooseAudience, publishMustRead } from './write-post.ts'

/** Looks at a page when its main heading is there. */
async function look(page: Page, name: string, heading: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
  await expectAccessible(page, name)
  await expectNoSidewaysScroll(page, name)
}

test('the sign-in page, the front page, my page and search', async ({ openBrowser, observer }) => {
  const page = await (await openBrowser()).newPage()
  await page.goto('/')
  await expect(signInChoice(page, 'kari.nilsen')).toBeVisible()
  await look(page, 'sign-in', /./)
  await signIn(page, 'kari.nilsen')
  await expect(page.getByRole('region', { name: /ting venter på deg$/ })).toBeVisible()
  await look(page, 'front page', /Kari$/)
  await personMenu(page, 'kari.nilsen').click()
  await look(page, 'person menu', /Kari$/)
  await page.goto('/me')
  await look(page, 'my page', 'Kari Nilsen')
  await page.goto('/?q=legemiddelskap')
  await look(page, 'search', 'Søk etter «legemiddelskap»')
  await page.goto('/?q=finnesikkeiteksten')
  await expect(page.getByRole('heading', { name: 'Ingen treff på «finnesikkeiteksten»' })).toBeVisible()
  await look(page, 'search without hits', /^Søk etter/)
  observer.allow(answered(404))
  await page.goto('/finnes/ikke')
  await look(page, 'not found', 'Siden finnes ikke')
  const [foreign = ''] = await unreadIds(page)
  await page.goto(`/news/${foreign}/edit`)
  await look(page, 'forbidden', 'Du har ikke tilgang til denne siden')
})

test('a post, a must-read before and after, and the feed of one who has read all', async ({ visit }) => {
  const liv = await visit('liv.dahl')
  const title = uniqueTitle('Les dette før helga')
  const id = await publishMustRead(liv, title)
  await liv.goto(`/news/${id}`)
  await expect(liv.getByRole('region', { name: /har ikke bekreftet$/ })).toBeVisible()
  await look(liv, 'author view', title)
  await liv.getByRole('button', { name: 'Arkiver nyheten' }).click()
  await expect(liv.getByRole('dialog')).toBeVisible()
  await look(liv, 'archive dialog', title)

  const kari = await visit('kari.nilsen', `/news/${id}`)
  await look(kari, 'must-read', title)
  await kari.getByRole('button', { name: 'Jeg har lest og forstått' }).click()
  await expect(kari.getByText(/^Du bekreftet versjon 1/)).toBeVisible()
  await look(kari, 'confirmed', title)
  const posts = await askApi(kari, "/v1.0/newsPosts?$filter=importance eq 'normal'&$select=id,title&$top=1")
  const { value } = posts.body as { value: { id: string; title: string }[] } // the contract of the answer
  await kari.goto(`/news/${value[0]?.id}`)
  await look(kari, 'post', value[0]?.title ?? '')

  for (let unread = await unreadIds(kari); unread.length > 0; unread = await unreadIds(kari)) {
    for (const one of unread) await askApi(kari, `/v1.0/newsPosts/${one}/markRead`, {})
  }
  await kari.goto('/?show=unread')
  await expect(kari.getByRole('heading', { name: 'Du har lest alt' })).toBeVisible()
  await look(kari, 'empty feed', /Kari$/)
})

async function unreadIds(page: Page): Promise<string[]> {
  const { body } = await askApi(page, '/v1.0/newsPosts?$filter=viewer/isRead eq false&$select=id&$top=50')
  return (body as { value: { id: string }[] }).value.map(({ id }) => id) // the contract of the answer
}

test('the editor: empty, with its faults, with lists and dialogs open, and filled', async ({ visit }) => {
  const page = await visit('liv.dahl', '/news/new')
  const text = page.getByRole('textbox', { name: 'Tekst' })
  await expect(text).toBeVisible()
  await look(page, 'empty editor', 'Skriv nyhet')

  await page.getByRole('button', { name: 'Publiser' }).click()
  await expect(page.getByRole('heading', { name: /^3 ting mangler/ })).toBeVisible()
  await look(page, 'editor with faults', 'Skriv nyhet')

  await page.getByLabel('Tittel').fill(uniqueTitle('Nye skilt på rådhuset'))
  await text.fill('Skiltene kommer i uke 50.')
  const combobox = page.getByRole('combobox', { name: 'Legg til enhet eller rolle' })
  await combobox.fill('skole')
  await expect(page.getByRole('option').nth(3)).toBeVisible()
  await look(page, 'open list of audiences', 'Skriv nyhet')
  await combobox.press('Escape')
  await chooseAudience(page, 'Redaktører')
  await page.getByRole('switch', { name: 'Må leses og bekreftes' }).click()

  await page.getByRole('button', { name: 'Sett inn tabell' }).click()
  await expect(text.getByRole('table')).toBeVisible()
  for (const words of ['Dag', 'Sted', 'Hva']) {
    await page.keyboard.type(words)
    await page.keyboard.press('Tab')
  }
  await look(page, 'filled editor', 'Skriv nyhet')
  await page.getByRole('button', { name: 'Lenke', exact: true }).click()
  await expect(page.getByRole('dialog', { name: 'Lenke' })).toBeVisible()
  await look(page, 'link dialog', 'Skriv nyhet')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Forhåndsvis' }).click()
  await expect(page.getByRole('article')).toBeVisible()
  await look(page, 'preview', 'Skriv nyhet')
  await page.getByRole('button', { name: 'Skriv videre' }).click()
  await page.getByRole('button', { name: 'Slett utkastet' }).click()
  await expect(page.getByText('Utkastet er slettet')).toBeVisible()
  await look(page, 'front page where a draft can be brought back', /Liv$/)
})
