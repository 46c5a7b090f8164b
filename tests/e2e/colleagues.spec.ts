import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.ts'
import { askApi } from './ask-api.ts'
import { expect, test } from './journey.ts'
import { demoPerson } from './sign-in.ts'
import { tabTo } from './tab-to.ts'
import { uniqueTitle } from './unique.ts'

interface Person {
  id: string
  displayName: string
}

/**
 * Two who answer for a subject: Nina, who is in a meeting, and one of her unit who may be called at this moment, whatever
 * the time: somebody whose shifts are not known.
 */
async function prepareSubject(nina: Page, subject: string): Promise<Person> {
  const me = await askApi(nina, '/v1.0/me')
  const { id, orgUnitId } = me.body as { id: string; orgUnitId: string } // the contract of the answer
  const filter = `accountEnabled eq true and orgUnitId eq ${orgUnitId} and id ne ${id}`
  const found = await askApi(nina, `/v1.0/users?$filter=${filter} and mobilePhone ne null&$top=100`)
  const people = (found.body as { value: Person[] }).value // as above
  const ids = people.map((person) => person.id)
  const asked = await askApi(nina, '/v1.0/reachability/getByUserIds', { ids })
  const { value } = asked.body as { value: { id: string; status: string }[] } // as above
  const freeId = value.find(({ status }) => status === 'unknown')?.id
  const free = people.find((person) => person.id === freeId)
  if (!free) throw new Error('Everybody in the unit is away.')

  const startDateTime = new Date(Date.now() - 5 * 60_000).toISOString()
  const endDateTime = new Date(Date.now() + 50 * 60_000).toISOString()
  const meeting = { startDateTime, endDateTime, kind: 'meeting' }
  expect(await askApi(nina, '/v1.0/me/absences', meeting)).toMatchObject({ status: 201 })
  const patch = { responsibilities: [subject] }
  expect(await askApi(nina, '/v1.0/me', patch, 'PATCH')).toMatchObject({ status: 204 })
  return free
}

test('the service desk finds who can answer on a subject while the case worker is in a meeting', async ({
  visit,
  isPhone,
}) => {
  const subject = uniqueTitle('byggesak').replaceAll(/[()]/g, '')
  const free = await prepareSubject(await visit('nina.aas'), subject)
  const page = await visit('anne.vik')
  const patch = { responsibilities: [subject] }
  expect(await askApi(page, `/v1.0/users/${free.id}`, patch, 'PATCH')).toMatchObject({ status: 204 })

  await tabTo(page, page.getByRole('link', { name: 'Kolleger' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Finn kollega' })).toBeFocused()
  await expectAccessible(page, 'colleagues at hand')
  const field = page.getByRole('searchbox', { name: /^Navn, tittel/ })
  await tabTo(page, field)
  await page.keyboard.type(subject)

  const yard = page.getByRole('region', { name: `Ring ${free.displayName}.` })
  await expect(yard).toContainText(`Trenger du noen på ${subject} nå?`)
  const hits = page.getByRole('list', { name: 'Treff' })
  const nina = hits.getByRole('listitem').filter({ hasText: demoPerson('nina.aas').displayName })
  await expect(nina).toContainText(/Opptatt til (kl\.|i morgen kl\.) \d\d:\d\d/)
  await expect(page.getByRole('main')).not.toContainText(/møte/i)
  await expectAccessible(page, 'the answer and the hits')
  await expectNoSidewaysScroll(page, 'the answer and the hits')

  const call = yard.getByRole('link', { name: new RegExp(`^Ring \\d[\\d ]+, ${free.displayName}$`) })
  await expect(call).toHaveAttribute('href', /^tel:\d{8}$/)
  await tabTo(page, call)
  await page.keyboard.press('Shift+Tab')
  await expect(field).toBeFocused()

  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  const first = hits.getByRole('listitem').first()
  const name = await first.getByRole('link').first().innerText()
  await expect(first.getByRole('link').first()).toBeFocused()
  await page.keyboard.press('Enter')
  const profile = isPhone ? page : page.getByRole('region', { name: `Profilen til ${name}` })
  await expect(profile.getByRole('heading', { name, exact: true })).toBeVisible()
  await expect(profile.getByText(subject)).toBeVisible()
  await expectAccessible(page, 'profile')
  if (!isPhone) return
  await tabTo(page, page.getByRole('link', { name: 'Tilbake' }), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue(subject)
})
