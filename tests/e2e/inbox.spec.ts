import { expectAccessible, expectNoSidewaysScroll } from './accessibility.ts'
import { askApi } from './ask-api.ts'
import { expect, test } from './journey.ts'
import { demoPerson } from './sign-in.ts'
import { tabTo } from './tab-to.ts'
import { uniqueTitle } from './unique.ts'

test('a message from the service desk waits in the inbox until it is answered by keyboard', async ({
  visit,
}) => {
  const caller = uniqueTitle('Solveig').replaceAll(/[()]/g, '')
  const anne = await visit('anne.vik')
  const message = {
    recipientId: demoPerson('kari.nilsen').id,
    callerName: caller,
    callerPhone: '60 99 99 83',
    subject: 'Omvisning',
  }
  expect(await askApi(anne, '/v1.0/callBackMessages', message)).toMatchObject({ status: 201 })

  const page = await visit('kari.nilsen', '/tasks')
  await expect(page.getByRole('heading', { level: 1, name: 'Mine oppgaver' })).toBeVisible()
  const task = page.getByRole('listitem').filter({ hasText: caller })
  await expect(task).toContainText('Omvisning')
  await expectAccessible(page, 'tasks')
  await expectNoSidewaysScroll(page, 'tasks')
  await tabTo(page, task.getByRole('button', { name: new RegExp(caller) }))
  await page.keyboard.press('Enter')
  await expect(task).toHaveCount(0)
  await page.goto('/tasks?show=done')
  await expect(page.getByRole('listitem').filter({ hasText: caller })).toBeVisible()
  await expectAccessible(page, 'what is done')
})

test('Ola sees what he took over from one who left, and who is away in the coming week', async ({
  visit,
}) => {
  const page = await visit('ola.bakken', '/tasks')
  await page.getByRole('link', { name: /^Se det ene du har overtatt/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Overtatt fra kolleger' })).toBeFocused()
  await expect(page.getByRole('main')).toContainText('Gunn Dahle')
  await expectAccessible(page, 'what was taken over')
  await expectNoSidewaysScroll(page, 'what was taken over')

  const me = await askApi(page, '/v1.0/me')
  const { orgUnitId } = me.body as { orgUnitId: string } // the contract of the answer
  await page.goto(`/units/${orgUnitId}`)
  await expect(page.getByRole('link', { name: 'Kolleger' }).first()).toHaveAttribute('aria-current', 'page')
  await page.getByRole('link', { name: 'Hvem er borte de neste dagene?' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Hvem er borte?' })).toBeFocused()
  await expect(page.getByRole('table')).toContainText('Ingen er der for dem')
  await expect(page.getByRole('main')).not.toContainText(/syk(dom|meldt)|permisjon|ferie/i)
  await expectAccessible(page, 'the week of a unit')
  await expectNoSidewaysScroll(page, 'the week of a unit')
  await page.getByRole('link', { name: 'Sju dager etter' }).click()
  await expect(page.getByRole('link', { name: 'Sju dager før' })).toBeVisible()
})
