import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.ts'
import { expect, test } from './journey.ts'
import { tabTo } from './tab-to.ts'
import { daysFromNow, uniqueTitle } from './unique.ts'
import { paragraph, publishPost } from './write-post.ts'

test('a comment is written, removed with a reason, and the one who wrote it is told why', async ({
  visit,
}) => {
  const title = uniqueTitle('Nye kort til medisinskapet')
  const id = await publishPost(await visit('liv.dahl'), { title })

  const kari = await visit('kari.nilsen', `/news/${id}`)
  const text = kari.getByRole('textbox', { name: 'Skriv en kommentar' })
  await text.click()
  await text.pressSequentially('Dette gjelder bare de late på dagvakt.')
  await expect(text).toContainText('Dette gjelder bare de late på dagvakt.')
  await kari.getByRole('button', { name: 'Send', exact: true }).click()
  const thread = kari.getByRole('region', { name: 'Spørsmål og kommentarer (1)' })
  await expect(thread).toContainText('Dette gjelder bare de late på dagvakt.')
  await expectAccessible(kari, 'post with a comment')

  const liv = await visit('liv.dahl', `/news/${id}`)
  await liv.getByRole('button', { name: 'Fjern det Kari Nilsen skrev' }).click()
  const dialog = liv.getByRole('dialog', { name: 'Vil du fjerne kommentaren?' })
  await dialog.getByLabel('Hvorfor fjerner du den?').fill('Vi omtaler ikke kolleger slik.')
  await dialog.getByRole('button', { name: 'Fjern' }).click()
  await expect(dialog).toBeHidden()

  const again = await visit('kari.nilsen', `/news/${id}`)
  await expect(again.getByText(/Vi omtaler ikke kolleger slik\./)).toBeVisible()
  const nina = await visit('nina.aas', `/news/${id}`)
  await expect(nina.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(nina.getByText('Fjernet av redaktøren')).toBeVisible()
  await expect(nina.getByText('Dette gjelder bare de late på dagvakt.')).toHaveCount(0)
  await expect(nina.getByText('Vi omtaler ikke kolleger slik.')).toHaveCount(0)
})

test('a significant change is seen in the text and confirmed again, without a mouse', async ({ visit }) => {
  const title = uniqueTitle('Ny rutine for legemiddelskap')
  const id = await publishPost(await visit('liv.dahl'), {
    title,
    importance: 'mustRead',
    // The first of what waits.
    confirmBy: daysFromNow(0),
  })
  let kari = await visit('kari.nilsen', `/news/${id}`)
  await kari.getByRole('button', { name: 'Jeg har lest og forstått' }).click()
  await expect(kari.getByText(/^Du bekreftet versjon 1/)).toBeVisible()

  const liv = await visit('liv.dahl', `/news/${id}/edit`)
  const written = liv.getByRole('textbox', { name: 'Tekst' })
  await expect(written).toContainText('Bruk reservenøkkelen')
  const changed = await changeText(liv, id, 'Ring vaktleder på vaktrommet.')
  expect(changed).toBe(200)

  kari = await visit('kari.nilsen', '/')
  const task = kari.getByRole('link', { name: `Les og bekreft: ${title}` })
  await tabTo(kari, task)
  await kari.keyboard.press('Enter')
  await expect(kari.getByText('Viktig endring i dag.')).toBeVisible()
  const article = kari.getByRole('article')
  await expect(article.getByRole('insertion')).toContainText('Ring vaktleder')
  await expect(article.getByRole('deletion')).toContainText('Bruk reservenøkkelen')
  await expectAccessible(kari, 'post with changes')
  await expectNoSidewaysScroll(kari, 'post with changes')

  await tabTo(kari, kari.getByRole('switch', { name: 'Vis bare ny tekst' }))
  await kari.keyboard.press('Space')
  await expect(article.getByRole('deletion')).toHaveCount(0)
  await tabTo(kari, kari.getByRole('button', { name: 'Jeg har lest og forstått' }))
  await kari.keyboard.press('Enter')
  await expect(kari.getByText(/^Du bekreftet versjon 2/)).toBeFocused()
  await expect(kari.getByText('Viktig endring i dag.')).toHaveCount(0)
})

/** Changes what a post says, significantly. Returns the status of the answer. */
function changeText(page: Page, id: string, text: string): Promise<number> {
  return page.evaluate(
    async ({ path, body }) => {
      const name = Object.keys(sessionStorage).find((key) => /accesstoken/i.test(key))
      const token = JSON.parse(sessionStorage.getItem(name ?? '') ?? '{}') as { secret?: string } // MSAL's own form
      const headers = { Authorization: `Bearer ${token.secret}`, 'Content-Type': 'application/json' }
      const read = await fetch(path, { headers })
      const response = await fetch(path, {
        method: 'PATCH',
        headers: { ...headers, 'If-Match': read.headers.get('ETag') ?? '', Prefer: 'return=representation' },
        body: JSON.stringify({ body, changeKind: 'significant' }),
      })
      return response.status
    },
    { path: `/v1.0/newsPosts/${id}`, body: paragraph(text) },
  )
}

test('what a post asks for is done, and its last day goes into the calendar', async ({ visit }) => {
  const title = uniqueTitle('Influensavaksine på jobb')
  const actionRequired = { what: 'Meld deg på vaksine', who: 'Alle på vakt', dueDate: daysFromNow(3) }
  const id = await publishPost(await visit('liv.dahl'), {
    title,
    lead: 'Vi kommer til dere.',
    actionRequired,
  })
  const page = await visit('kari.nilsen', `/news/${id}`)
  await expect(page.getByRole('region', { name: 'Kort sagt' })).toContainText('Alle på vakt')
  await expectAccessible(page, 'post that asks for something')
  await expectNoSidewaysScroll(page, 'post that asks for something')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: /^Legg i kalenderen: frist/ }).click()
  expect((await download).suggestedFilename()).toBe(`tunet-${daysFromNow(3)}.ics`)
  await page.getByRole('button', { name: 'Marker som gjort' }).click()
  await expect(page.getByText(/^Du markerte dette som gjort i dag/)).toBeFocused()
})

test('a post is put on the wall: one page, a code, and the day it comes down', async ({ visit }) => {
  const title = uniqueTitle('Vannet stenges torsdag')
  const lead = 'Vi bytter en ventil i kjelleren, og vannet er borte i hele bygget mens vi holder på. '.repeat(
    6,
  )
  const actionRequired = {
    what: 'Tapp vann i kanner før kl. 08',
    who: 'Alle på kjøkkenet',
    dueDate: daysFromNow(2),
  }
  const id = await publishPost(await visit('liv.dahl'), { title, lead: lead.trim(), actionRequired })
  const page = await visit('kari.nilsen', `/news/${id}`)
  await page.getByRole('link', { name: 'Skriv ut eller heng opp' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByRole('img', { name: 'QR-kode til nyheten' })).toBeVisible()
  await expect(page.getByText(/^Ta ned \d+\. \p{L}+/u)).toBeVisible()
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await expectAccessible(page, 'poster')
  await expectNoSidewaysScroll(page, 'poster')
  expect(await pagesOf(page)).toBe(1)

  // Nothing is cut off to make it fit: on a sheet of A4, whatever the device.
  await page.setViewportSize({ width: 794, height: 1123 })
  await page.emulateMedia({ media: 'print' })
  const sheet = page.getByRole('article')
  expect(await sheet.evaluate((element) => element.scrollHeight - element.clientHeight)).toBeLessThanOrEqual(
    1,
  )
  await page.emulateMedia({ media: 'screen' })
  await page.getByText('Hele teksten').click()
  await expect(page.getByText('Bruk reservenøkkelen på vaktrommet.')).toBeVisible()
})

/** Pages it takes on paper. */
async function pagesOf(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
}

test('the feed is filtered by the address, and the address by the filters', async ({ visit, isPhone }) => {
  const title = uniqueTitle('Strømmen går i natt')
  await publishPost(await visit('liv.dahl'), { title, importance: 'important' })
  const page = await visit('kari.nilsen')
  const bar = page.getByRole('region', { name: 'Viktig nyhet du ikke har lest' })
  await expect(bar.getByRole('link', { name: title })).toBeVisible()

  await page.getByRole('button', { name: 'Filtrer' }).click()
  const filters = isPhone ? page.getByRole('dialog') : page.getByRole('region', { name: 'Filtrer nyheter' })
  await filters.getByLabel('Hvor viktig').selectOption('Viktig')
  await expect(page).toHaveURL(/[?&]importance=important/)
  if (isPhone) await filters.getByRole('button', { name: /^Vis \d+ treff$/ }).click()
  const feed = page.getByRole('region', { name: 'Nyheter' })
  await expect(feed.getByRole('link', { name: title })).toBeVisible()
  await expectAccessible(page, 'filtered feed')
  await expectNoSidewaysScroll(page, 'filtered feed')

  await page.reload()
  await expect(feed.getByRole('link', { name: title })).toBeVisible()
  await feed
    .getByRole('link', { name: /^Ulest/ })
    .first()
    .click()
  await expect(page).toHaveURL(/show=unread/)
  await page.goBack()
  await expect(page).toHaveURL(/\?importance=important$/)
  await feed.getByRole('link', { name: 'Arkiv' }).click()
  await expect(feed.getByRole('link', { name: title })).toHaveCount(0)
})
