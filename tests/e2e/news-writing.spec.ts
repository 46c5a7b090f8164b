import { basename } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.ts'
import { askApi } from './ask-api.ts'
import { expect, test } from './journey.ts'
import { daysFromNow, uniqueTitle } from './unique.ts'
import { chooseAudience, publishMustRead, startPost, waitForDraft } from './write-post.ts'

/** A picture of the shape of a cover, drawn in the page. */
async function pictureFile(page: Page) {
  const bytes = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(1600, 900)
    const pencil = canvas.getContext('2d')
    if (pencil === null) throw new Error('There is nothing to draw on.')
    pencil.fillStyle = 'seagreen'
    pencil.fillRect(0, 0, 1600, 900)
    const blob = await canvas.convertToBlob({ type: 'image/png' })
    return [...new Uint8Array(await blob.arrayBuffer())]
  })
  return { name: 'heisen.png', mimeType: 'image/png', buffer: Buffer.from(bytes) }
}

/** Moves to a thing and presses it without a mouse. */
async function press(target: Locator, key = 'Enter'): Promise<void> {
  await target.focus()
  await target.page().keyboard.press(key)
}

test('a post with a cover is written and planned without a mouse', async ({ visit }) => {
  const title = uniqueTitle('Heisen får ny dør')
  const page = await visit('liv.dahl', '/news/new')
  await page.getByLabel('Tittel').focus()
  await page.keyboard.type(title)
  await page.getByLabel('Hva skjer?').focus()
  await page.keyboard.type('Heisen står fredag.')
  await page.getByLabel('Hva må jeg gjøre?').focus()
  await page.keyboard.type('Bruk trappa')
  await chooseAudience(page, 'Elvestrand sykehjem')

  const chooser = page.waitForEvent('filechooser')
  await press(page.getByRole('button', { name: 'Velg bilde' }))
  await (await chooser).setFiles(await pictureFile(page))
  await press(page.getByRole('button', { name: 'Bruk utsnittet' }))
  const description = page.getByLabel('Hva viser bildet?')
  await expect(description).toBeVisible()
  await press(page.getByRole('button', { name: 'Publiser' }))
  await expect(description).toBeFocused()
  await expectAccessible(page, 'editor that asks for the text of the cover')
  await page.keyboard.type('Ei grønn heisdør')

  await press(page.getByRole('radio', { name: 'Til et bestemt tidspunkt' }), 'Space')
  const moment = page.getByRole('group', { name: 'Dag og klokkeslett den legges ut' })
  await moment.locator('input[type=date]').fill(daysFromNow(3))
  await moment.locator('input[type=time]').fill('07:30')
  await press(page.getByRole('button', { name: 'Planlegg' }))
  await expect(page.getByRole('heading', { name: /^Legges ut .* kl\. 07:30$/ })).toBeVisible()
  await expectAccessible(page, 'planned post')
  await expectNoSidewaysScroll(page, 'planned post')

  const id = basename(new URL(page.url()).pathname.replace(/\/edit$/, ''))
  const { body } = await askApi(page, `/v1.0/newsPosts/${id}`)
  expect(body).toMatchObject({
    state: 'scheduled',
    coverImage: { altText: 'Ei grønn heisdør' },
    actionRequired: { what: 'Bruk trappa' },
  })
  const kari = await visit('kari.nilsen')
  await expect(kari.getByText(title)).toHaveCount(0)
})

test('an employee proposes a post, it is sent back with a reason, corrected and approved', async ({
  visit,
}) => {
  const title = uniqueTitle('Vaktbytte i påska')
  const kari = await visit('kari.nilsen')
  await startPost(kari, title, 'Bytt vakt innen fredag.')
  await expect(kari.getByRole('heading', { level: 1, name: 'Foreslå nyhet' })).toBeVisible()
  await chooseAudience(kari, 'Elvestrand sykehjem')
  const id = await waitForDraft(kari)
  await kari.getByRole('button', { name: 'Send til godkjenning' }).click()
  const submit = kari.getByRole('dialog', { name: 'Send til godkjenning' })
  await submit.getByLabel(/Er det noe den som godkjenner/).fill('Haster litt')
  await expectAccessible(kari, 'dialog before review')
  await submit.getByRole('button', { name: 'Send til godkjenning' }).click()
  await expect(kari.getByRole('heading', { name: 'Venter på godkjenning' })).toBeVisible()

  const leader = await visit('ingrid.solberg', `/news/${id}/edit`)
  const yard = leader.getByRole('region', { name: 'Godkjenn eller send tilbake' })
  await expect(yard).toContainText('Haster litt')
  await expectAccessible(leader, 'post to review')
  await expectNoSidewaysScroll(leader, 'post to review')
  await leader.getByRole('button', { name: 'Send tilbake' }).click()
  const reject = leader.getByRole('dialog', { name: 'Send nyheten tilbake' })
  await reject.getByLabel('Hva må endres?').fill('Skriv hvilken fredag.')
  await reject.getByRole('button', { name: 'Send tilbake' }).click()
  await expect(leader.getByRole('heading', { name: 'Du sendte nyheten tilbake' })).toBeVisible()

  const again = await visit('kari.nilsen', `/news/${id}/edit`)
  await expect(again.getByRole('region', { name: 'Ingrid Solberg sendte nyheten tilbake' })).toContainText(
    'Skriv hvilken fredag.',
  )
  await again.getByLabel('Hva skjer?').fill('Bytt vakt innen fredag 3. april.')
  await again.getByRole('button', { name: 'Send til godkjenning' }).click()
  await again
    .getByRole('dialog', { name: 'Send til godkjenning' })
    .getByRole('button', { name: 'Send til godkjenning' })
    .click()
  await expect(again.getByRole('heading', { name: 'Venter på godkjenning' })).toBeVisible()

  const approver = await visit('ingrid.solberg', `/news/${id}/edit`)
  await approver.getByRole('button', { name: 'Godkjenn og publiser' }).click()
  await expect(approver.getByRole('heading', { level: 1, name: title })).toBeVisible()
})

test('a significant change is shown word by word, and the reader confirms again', async ({ visit }) => {
  const title = uniqueTitle('Nytt nøkkelskap')
  const id = await publishMustRead(await visit('liv.dahl'), title)
  const kari = await visit('kari.nilsen', `/news/${id}`)
  await kari.getByRole('button', { name: 'Jeg har lest og forstått' }).click()
  await expect(kari.getByText(/^Du bekreftet versjon 1/)).toBeVisible()

  const liv = await visit('liv.dahl', `/news/${id}/edit`)
  await liv.getByRole('textbox', { name: 'Tekst' }).fill('Les dette i dag.')
  await liv.getByRole('button', { name: 'Publiser endringen' }).click()
  const dialog = liv.getByRole('dialog', { name: 'Redaksjonell eller vesentlig endring?' })
  await expect(dialog.getByRole('insertion').first()).toContainText('i dag')
  await expect(dialog).toContainText('1 har bekreftet og må bekrefte igjen')
  await expectAccessible(liv, 'dialog about the kind of change')
  await dialog.getByRole('radio', { name: 'Vesentlig' }).check()
  await dialog.getByLabel(/Hva er nytt/).fill('Det gjelder fra i dag.')
  await dialog.getByRole('button', { name: 'Publiser endringen' }).click()
  await expect(liv.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await liv.goto(`/news/${id}/versions?from=1&to=2`)
  await expect(liv.getByRole('region', { name: 'Sammenlign to versjoner' })).toContainText('i dag')
  await expectAccessible(liv, 'versions')
  await expectNoSidewaysScroll(liv, 'versions')

  const reader = await visit('kari.nilsen', `/news/${id}`)
  await reader.getByRole('button', { name: 'Jeg har lest og forstått' }).click()
  await expect(reader.getByText(/^Du bekreftet versjon 2/)).toBeVisible()
})

// With the mocks the API is in the browser itself, and no loss of the network parts the two.
test(
  'drafts written without a network wait in the browser until they are sent',
  { tag: '@server' },
  async ({ visit, observer }) => {
    const titles = [uniqueTitle('Skrevet på ferja'), uniqueTitle('Skrevet i kjelleren')]
    const page = await visit('liv.dahl')
    observer.allow(/ERR_INTERNET_DISCONNECTED|Failed to fetch/)
    for (const title of titles) {
      await page.goto('/news/new')
      await expect(page.getByRole('textbox', { name: 'Tekst' })).toBeVisible()
      await page.waitForFunction(() => {
        const fetched = performance.getEntriesByType('resource').map(({ name }) => name)
        return ['sensitive-content', 'read-fields'].every((part) =>
          fetched.some((name) => name.includes(part)),
        )
      })
      await page.context().setOffline(true)
      await page.getByLabel('Tittel').fill(title)
      await page.getByRole('textbox', { name: 'Tekst' }).fill('Uten nett.')
      await expect(page.getByRole('status').filter({ hasText: 'bare i denne nettleseren' })).toBeVisible()
      await page.context().setOffline(false)
    }
    await expectAccessible(page, 'draft kept in the browser')

    await page.goto('/')
    const unsent = page.getByRole('region', { name: 'Ikke sendt ennå' })
    for (const title of titles) await expect(unsent.getByRole('link', { name: title })).toBeVisible()
    await expectAccessible(page, 'front page with unsent drafts')
    for (const title of titles) {
      await unsent.getByRole('button', { name: `Lagre på Tunet nå: ${title}` }).click()
      await expect(page.getByRole('region', { name: 'Ikke sendt ennå' }).getByText(title)).toHaveCount(0)
      const query = `/v1.0/me/newsPosts?$filter=title eq '${title}'`
      expect(await askApi(page, query)).toMatchObject({ status: 200, body: { value: [{ state: 'draft' }] } })
    }
  },
)
