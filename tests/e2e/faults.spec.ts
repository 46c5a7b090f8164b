import type { Page } from '@playwright/test'
import type { Faults } from '#mocks/faults.ts'
import { expect, test } from './journey.ts'
import { answered } from './observer.ts'
import { uniqueTitle } from './unique.ts'
import { publishPost, startPost, waitForDraft } from './write-post.ts'

const api = '**/v1.0/**'
const notReached = /net::ERR_(FAILED|INTERNET_DISCONNECTED)/

/** Lets no call of a page reach the API, until the function it returns is called. */
async function cutOff(page: Page, backEnd: 'server' | 'mocks'): Promise<() => Promise<void>> {
  if (backEnd === 'server') {
    await page.route(api, (route) => route.abort())
    return () => page.unroute(api)
  }
  const switchTo = (name: 'offline' | 'clear') =>
    page.evaluate((key) => (window as unknown as { tunetFaults: Faults }).tunetFaults[key](), name) // mocks/start.ts
  await switchTo('offline')
  return () => switchTo('clear')
}

test('when the server does not answer, one is told and can try again', async ({
  visit,
  backEnd,
  observer,
}) => {
  const page = await visit('kari.nilsen')
  const post = page.getByRole('region', { name: 'Nyheter' }).getByRole('heading', { level: 3 }).last()
  const title = (await post.innerText()).replace(/^Ulest:\s*/, '')
  observer.allow(notReached)
  const reconnect = await cutOff(page, backEnd)
  await post.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1, name: 'Vi fikk ikke hentet siden' })).toBeVisible()
  await reconnect()
  await page.getByRole('button', { name: 'Prøv igjen' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
})

test(
  'when Tunet cannot even begin, one is told and can try again',
  { tag: '@server' },
  async ({ visit, observer }) => {
    const page = await visit('kari.nilsen')
    observer.allow(notReached)
    // The page itself holds what signing in needs; with the token run out, a new one is what is asked for first. The way to
    // it is closed before that, or a call the page makes of its own accord may fetch one in between.
    await page.route('**/oidc/token*', (route) => route.abort())
    await page.evaluate(() => {
      for (const key of Object.keys(sessionStorage)) {
        if (key.includes('accesstoken')) sessionStorage.removeItem(key)
      }
    })
    await page.reload()
    await expect(page.getByRole('heading', { level: 1, name: 'Vi fikk ikke hentet siden' })).toBeVisible()
    await page.unroute('**/oidc/token*')
    await page.getByRole('button', { name: 'Prøv igjen' }).click()
    await expect(page.getByRole('heading', { level: 1, name: /Kari$/ })).toBeVisible()
  },
)

test('without a network one is told so, and when it is back', async ({ visit, observer }) => {
  const page = await visit('kari.nilsen')
  observer.allow(notReached)
  await page.context().setOffline(true)
  await expect(page.getByText('Du er uten nett', { exact: true })).toBeVisible()
  await page.context().setOffline(false)
  await expect(page.getByText('Du er uten nett', { exact: true })).toBeHidden()
})

test('what is written survives a server that is gone and a page that is loaded anew', async ({
  visit,
  backEnd,
  observer,
}) => {
  const page = await visit('liv.dahl')
  const title = uniqueTitle('Julebord på rådhuset')
  await startPost(page, title, 'Meld deg på innen fredag.')
  await waitForDraft(page)
  observer.allow(notReached)
  const reconnect = await cutOff(page, backEnd)
  await page.getByLabel('Tittel').fill(`${title} 12. desember`)
  await expect(page.getByText('Vi fikk ikke lagret', { exact: true })).toBeVisible()
  await expect(page.getByText('Det du har skrevet, ligger trygt i denne nettleseren.')).toBeVisible()
  await reconnect()
  await page.reload()
  await expect(page.getByLabel('Tittel')).toHaveValue(`${title} 12. desember`)
  await expect(page.getByRole('textbox', { name: 'Tekst' })).toHaveText('Meld deg på innen fredag.')
  await expect(page.getByText('Vi fant det du skrev sist, og har satt det inn igjen.')).toBeVisible()
})

test('what does not exist is said not to', async ({ visit, observer }) => {
  observer.allow(answered(404))
  observer.allow(answered(400))
  const page = await visit('kari.nilsen')
  for (const path of ['/finnes/ikke', '/news/0192f0c1-0000-7000-8000-000000000000', '/news/nei']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1, name: 'Siden finnes ikke' })).toBeVisible()
  }
  await page.getByRole('link', { name: 'Gå til forsiden' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /Kari$/ })).toBeVisible()
})

test('a page for others says whom to ask', async ({ visit }) => {
  const liv = await visit('liv.dahl')
  const id = await publishPost(liv, { title: uniqueTitle('Ikke Karis å endre') })
  const page = await visit('kari.nilsen', `/news/${id}/edit`)
  const title = 'Du har ikke tilgang til denne siden'
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
})
