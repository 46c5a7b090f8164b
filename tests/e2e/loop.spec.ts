import { basename, join } from 'node:path'
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { askApi, fileIdsOf } from './ask-api.ts'
import { expect, test } from './journey.ts'
import { answered } from './observer.ts'
import { daysFromNow, uniqueTitle } from './unique.ts'
import { searchFor } from './shell.ts'

const message = join(import.meta.dirname, 'fire-drill.eml')
const notAlongWithIt = [/Med vennlig hilsen/, /77 00 12 34/, /Torsdag passer best/, /nina\.aas@/]

/** Drops a file on the page as a mail program does. */
async function drop(page: Page, path: string): Promise<void> {
  const base64 = (await readFile(path)).toString('base64')
  const transfer = await page.evaluateHandle(
    ({ content, name }) => {
      const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))
      const held = new DataTransfer()
      held.items.add(new File([bytes], name, { type: 'message/rfc822' }))
      return held
    },
    { content: base64, name: basename(path) },
  )
  const feed = page.getByRole('heading', { name: 'Nyheter', exact: true })
  // One who drags moves all the time, so the page hears of it again and again.
  await expect(async () => {
    await feed.dispatchEvent('dragover', { dataTransfer: transfer })
    await expect(page.getByText('Slipp e-posten her, så blir den et utkast')).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 15_000 })
  await feed.dispatchEvent('drop', { dataTransfer: transfer })
}

async function pick(page: Page, path: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Lag nyhet av e-post' }).click()
  await (await chooser).setFiles(path)
}

test('an e-mail to everybody becomes a post that the right people read and confirm', async ({
  visit,
  isPhone,
  observer,
}) => {
  const title = uniqueTitle('Brannøvelse torsdag kl. 10')

  // Liv makes a draft of the e-mail.
  let liv = await visit('liv.dahl')
  await (isPhone ? pick(liv, message) : drop(liv, message))
  await expect(liv.getByRole('heading', { level: 1, name: 'Skriv nyhet' })).toBeVisible()
  await expect(liv.getByLabel('Tittel')).toHaveValue('Brannøvelse på sykehjemmet torsdag')
  const text = liv.getByRole('textbox', { name: 'Tekst' })
  await expect(text).toContainText('Torsdag kl. 10:00 øver vi på å tømme sykehjemmet.')
  await expect(text.getByRole('listitem')).toHaveCount(3)
  for (const words of notAlongWithIt) await expect(text).not.toContainText(words)
  await expect(liv.getByText('Signaturen er tatt bort.')).toBeVisible()
  await expect(liv.getByText('Eldre e-poster i samme tråd er tatt bort.')).toBeVisible()
  await expect(liv.getByRole('list', { name: 'Vedlegg' })).toContainText('Rømningsplan.pdf')

  // She sends it to those it concerns, who must confirm it within a week, and says what the picture shows.
  await liv.getByLabel('Tittel').fill(title)
  await text.getByLabel('Hva viser bildet?').fill('Plan over etasjen med pil mot møteplassen')
  await liv.getByRole('button', { name: /^Alle ansatte.*Fjern$/ }).click()
  await liv.getByRole('combobox', { name: 'Legg til enhet eller rolle' }).fill('Elvestrand sykehjem')
  await liv.getByRole('option', { name: /^Elvestrand sykehjem/ }).click()
  await expect(liv.getByRole('button', { name: /^Elvestrand sykehjem.*Fjern$/ })).toBeVisible()
  await liv.getByRole('switch', { name: 'Må leses og bekreftes' }).click()
  await liv.getByLabel('Frist for å bekrefte').fill(daysFromNow(1))
  await liv.getByRole('button', { name: 'Publiser' }).click()
  await expect(liv.getByRole('heading', { level: 1, name: title })).toBeVisible()
  const address = new URL(liv.url()).pathname
  const id = basename(address)
  const files = await fileIdsOf(liv, id)
  expect(files).toHaveLength(2)

  // Kari, on a phone, is told what waits for her. She reads it and confirms.
  const kari = await visit('kari.nilsen')
  await kari.setViewportSize({ width: 390, height: 844 })
  const yard = kari.getByRole('region', { name: /ting venter på deg$/ })
  await yard.getByRole('link', { name: `Les og bekreft: ${title}` }).click()
  await expect(kari.getByRole('heading', { level: 1, name: title })).toBeVisible()
  const article = kari.getByRole('article')
  await expect(article).toContainText('Til Elvestrand sykehjem')
  for (const words of notAlongWithIt) await expect(article).not.toContainText(words)
  const picture = article.getByRole('img', { name: 'Plan over etasjen med pil mot møteplassen' })
  await expect(picture).toHaveJSProperty('naturalWidth', 320)
  const download = kari.waitForEvent('download')
  await article.getByRole('button', { name: /Rømningsplan\.pdf/ }).click()
  expect((await download).suggestedFilename()).toBe('Rømningsplan.pdf')
  await kari.getByRole('button', { name: 'Jeg har lest og forstått' }).click()
  await expect(kari.getByText(/^Du bekreftet versjon 1 i dag/)).toBeFocused()
  await kari.goto('/')
  await expect(kari.getByRole('link', { name: title, exact: true })).toBeVisible()
  await expect(kari.getByRole('link', { name: `Les og bekreft: ${title}` })).toHaveCount(0)

  // Liv sees who has not confirmed.
  liv = await visit('liv.dahl', address)
  const missing = liv.getByRole('region', { name: /har ikke bekreftet$/ })
  const confirmed = liv.getByRole('region', { name: /^Bekreftet av 1 av \d+$/ })
  await expect(confirmed).toContainText('Kari Nilsen')
  await expect(missing.getByRole('listitem').first()).toContainText(/\p{L}+/u)
  await expect(missing).not.toContainText('Kari Nilsen')

  // Sara, a teacher, cannot find it by any path.
  const sara = await visit('sara.holm')
  await expect(sara.getByRole('region', { name: 'Nyheter' }).getByRole('link').first()).toBeVisible()
  await expect(sara.getByText(title)).toHaveCount(0)
  await searchFor(sara, title)
  await expect(sara.getByRole('heading', { name: `Ingen treff på «${title}»` })).toBeVisible()
  observer.allow(answered(404))
  await sara.goto(address)
  await expect(sara.getByRole('heading', { level: 1, name: 'Siden finnes ikke' })).toBeVisible()
  await expect(sara.getByText(title)).toHaveCount(0)
  const posts = '/v1.0/newsPosts'
  for (const path of [`${posts}/${id}`, `${posts}/${id}/confirmations`, ...files.map(contentOf)]) {
    expect(await askApi(sara, path), path).toMatchObject({ status: 404 })
  }
  for (const query of [`$filter=id eq '${id}'`, `$search="${title}"`, `$filter=contains(title,'${title}')`]) {
    const answer = await askApi(sara, `${posts}?$count=true&${query}`)
    expect(answer, query).toMatchObject({ status: 200, body: { value: [], '@odata.count': 0 } })
  }
  const batch = await askApi(sara, '/v1.0/$batch', {
    requests: [{ id: '1', method: 'GET', url: `/newsPosts/${id}` }],
  })
  expect(batch).toMatchObject({ status: 200, body: { responses: [{ id: '1', status: 404 }] } })
  expect(JSON.stringify(batch)).not.toContain(title)
})

const contentOf = (fileId: string) => `/v1.0/files/${fileId}/content`
