import { basename } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { askApi } from './ask-api.ts'
import { daysFromNow } from './unique.ts'

/** Opens the editor and writes a title and a text. */
export async function startPost(page: Page, title: string, text: string): Promise<void> {
  await page.goto('/news/new')
  await page.getByLabel('Tittel').fill(title)
  await page.getByRole('textbox', { name: 'Tekst' }).fill(text)
}

/** Chooses who the post in the editor is for. */
export async function chooseAudience(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Legg til enhet eller rolle' }).fill(name)
  await page.getByRole('option', { name: new RegExp(`^${name}`) }).click()
}

/** Publishes what is in the editor, and waits for the post. Returns its address. */
export async function publish(page: Page, title: string): Promise<string> {
  await page.getByRole('button', { name: 'Publiser' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  return new URL(page.url()).pathname
}

/** The line that says how it stands with saving. */
export const saveLine = (page: Page) => page.getByRole('status').filter({ hasText: /^(Utkast|Publisert)/ })

/** Waits until everything in the editor is saved. Returns the draft's id. */
export async function waitForDraft(page: Page): Promise<string> {
  await expect(saveLine(page)).toHaveText(/lagret kl\. \d\d:\d\d$/)
  await expect(page).toHaveURL(/\/news\/[\w-]{36}\/edit$/)
  return basename(new URL(page.url()).pathname.replace(/\/edit$/, ''))
}

/** A must-read for the nursing home, due tomorrow, published through the API by whoever is signed in. Returns its id. */
export async function publishMustRead(page: Page, title: string): Promise<string> {
  const units = await askApi(page, "/v1.0/orgUnits?$filter=displayName eq 'Elvestrand sykehjem'")
  const { value } = units.body as { value: { id: string }[] } // the contract of the answer
  const created = await askApi(page, '/v1.0/newsPosts', {
    title,
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Les dette.' }] }] },
    audience: { everyone: false, orgUnitIds: value.map((unit) => unit.id), roles: [] },
    importance: 'mustRead',
    confirmBy: daysFromNow(1),
  })
  expect(created.status).toBe(201)
  const { id } = created.body as { id: string } // as above
  expect(await askApi(page, `/v1.0/newsPosts/${id}/publish`, {})).toMatchObject({ status: 200 })
  return id
}

/** A text of one paragraph. */
export const paragraph = (text: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})

/** Publishes a post to everyone, or as `input` says, through the API by whoever is signed in. Returns its id. */
export async function publishPost(page: Page, input: Record<string, unknown>): Promise<string> {
  const created = await askApi(page, '/v1.0/newsPosts', {
    body: paragraph('Bruk reservenøkkelen på vaktrommet.'),
    audience: { everyone: true, orgUnitIds: [], roles: [] },
    ...input,
  })
  expect(created.status).toBe(201)
  const { id } = created.body as { id: string } // the contract of the answer
  expect(await askApi(page, `/v1.0/newsPosts/${id}/publish`, {})).toMatchObject({ status: 200 })
  return id
}
